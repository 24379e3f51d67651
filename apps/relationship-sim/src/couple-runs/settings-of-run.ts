import { countOf } from '@entente/studies/tables';
import { countOwnWords, type OwnWords } from '../prompts/own-words.js';
import { settingsInForce } from '@entente/run-console';
import { COUPLE_SETTINGS } from './couple-settings.js';
import { eventsInWords } from './events-not-played.js';
import type { RunSpec } from './run-spec.js';

type InForce = ReturnType<typeof settingsInForce>;

/** Settings of a run in the order of the table, and its events from outside in words. */
export function settingsOfRun({ settings: { events, ...settings }, sampling, pool, words, prompts }: RunSpec): InForce {
  const told = events.length === 0 ? [] : [{ name: 'events', value: eventsInWords(events) }];
  const own = words === undefined ? [] : [{ name: 'promptsDir', value: wordsInShort(words, prompts) }];
  const scenarios = pool === undefined ? [] : [{ name: 'scenarios', value: pool.join(', ') }];
  return [...settingsInForce(COUPLE_SETTINGS, { ...sampling, ...settings }), ...scenarios, ...own, ...told];
}

/** `231 texts of its own (5b0c1e7a)`: folders with the same words are the same. */
function wordsInShort(words: OwnWords, digest: string): string {
  return `${countOf(countOwnWords(words), 'text')} of its own (${digest.slice(0, 8)})`;
}
