import { type Choice, isContainedIn, type SceneOption, spelledOut, withoutQuotationMarks, wordsOf } from '@entente/relationship';
import type { ChoiceReply } from './choose.js';

/**
 * Returns the complaint about a move that does not fit its task, or undefined: nothing done or said, speech within the deed, far too many
 * words, or a letter that was not offered.
 */
export function complaintAboutChoice({ deed, words, option }: Choice, options: readonly SceneOption[]): string | undefined {
  if (deed === '' && words === '')
    return 'deed, words: one of the two must not be empty; say what one sees of somebody who only waits';
  if (isWithin(words, deed)) return 'deed: it repeats the words; keep to what one sees';
  if (QUOTED_SPEECH.test(deed))
    return 'deed: it holds speech; your own belongs into words, and the other one speaks for themselves';
  for (const [key, text, most, asked] of [
    ['deed', deed, MOST.deed, '25'],
    ['words', words, MOST.words, '120'],
  ] as const) {
    const count = text.split(/\s+/).length;
    if (count > most) return `${key}: it has ${count} words; at most ${asked} are asked for`;
  }
  const ids = options.map(({ id }) => id);
  if (ids.length > 0 && !ids.includes(option ?? ''))
    return `option: there is no option "${option ?? ''}"; take one of ${ids.join(', ')}`;
  return undefined;
}

/** Numbers of words from which on a move is asked for again; the task asks for fewer. */
const MOST = { deed: 40, words: 150 };

/** Three quoted words or more. */
const QUOTED_SPEECH = /["“„«][^"“”„«»]*?\S+\s+\S+\s+\S+[^"“”„«»]*["”“»]/u;

/** Whether three words or more stand in the other text, marks and case aside. */
function isWithin(text: string, other: string): boolean {
  return wordsOf(text).length >= 3 && isContainedIn(spelledOut(text), [spelledOut(other)]);
}

/** Tidies what models add: the own name before the deed, quotation marks around the words, a bracket behind the letter. */
export function tidyChoice(choice: ChoiceReply, name: string, options: readonly SceneOption[]): Choice {
  const after = choice.deed.startsWith(name) ? /^[\s:,]+(.+)$/s.exec(choice.deed.slice(name.length))?.[1] : undefined;
  const words = withoutQuotationMarks(choice.words);
  const tone = choice.tone.replace(/^\((.*)\)$/, '$1');
  const letter = /^(\w+)[).]?$/.exec(choice.option ?? '')?.[1]?.toLowerCase();
  const option =
    options.length === 0 ? null : (options.find(({ id }) => id.toLowerCase() === letter)?.id ?? choice.option ?? null);
  return { ...choice, deed: after ?? choice.deed, words, tone, option };
}
