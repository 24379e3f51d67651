import type { OfflineRequest } from '@entente/llm-clients';
import { pick } from './pick.js';
import { readPrompt } from './read-prompt.js';

const MOST_WORDS = 300;
const ENTRY = /^\[([SFW])(\d{4})[MRA] ([a-z-]+)\] (.*)$/;
const EARLIER = /^Through (\d{4}): (.*)$/;

/** Patterns of sentences that are worth keeping, the weightiest first. */
const WORTH_KEEPING: readonly RegExp[] = [
  /\b(?:broke it|stabbed|turn on|did not keep|has served its time|left .+ open)\b/,
  /\b(?:came at|moved on|reached for|helped me)\b/,
  /\b(?:Agreed with|Settled with|shook hands|kept it)\b/,
  /\bcentres\b/,
];

/** Makes one text of years of diary: the earlier text, shortened, then each year by deeds rather than intentions. */
export function offlineConsolidation(request: OfflineRequest, random: () => number): string {
  const { memory } = readPrompt(request);
  const earlier = memory.flatMap((line) => EARLIER.exec(line)?.[2] ?? []).join(' ');
  const years = new Map<string, string[]>();
  for (const line of memory) {
    const [, , year = '', , text = ''] = ENTRY.exec(line) ?? [];
    if (year !== '') years.set(year, [...(years.get(year) ?? []), ...sentencesOf(text)]);
  }
  const kept = [...years].map(
    ([year, sentences]) => `${pick(IN_A_YEAR, random).replace('{year}', year)} ${weightiest(sentences, 160).join(' ')}`,
  );
  const left = MOST_WORDS - wordsIn(kept.join(' '));
  // The oldest part is cut first.
  const before = firstWords(weightiest(sentencesOf(earlier), Math.max(0, left)), Math.max(0, left));
  const all = [...before, ...kept].join(' ').trim();
  return all === '' ? 'There was nothing to remember of these years.' : all;
}

const IN_A_YEAR = ['Of {year} I keep this:', 'The year {year}:', 'In {year} it went like this:'];

/** Splits a text into sentences. A full stop within an order in brackets ends none. */
const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=\.) (?=[A-Z])/).filter((sentence) => sentence.trim() !== '');

/** Picks the weightiest sentences within a number of words, in their order and each once. */
function weightiest(sentences: readonly string[], words: number): readonly string[] {
  const weightOf = (sentence: string) => {
    const at = WORTH_KEEPING.findIndex((pattern) => pattern.test(sentence));
    return at < 0 ? WORTH_KEEPING.length : at;
  };
  const unique = [...new Set(sentences)];
  const chosen = new Set(
    firstWords(
      [...unique].sort((a, b) => weightOf(a) - weightOf(b)),
      words,
    ),
  );
  return unique.filter((sentence) => chosen.has(sentence));
}

function firstWords(sentences: readonly string[], words: number): readonly string[] {
  let left = words;
  return sentences.filter((sentence) => (left -= wordsIn(sentence)) >= 0);
}

const wordsIn = (text: string): number => (text === '' ? 0 : text.split(' ').length);
