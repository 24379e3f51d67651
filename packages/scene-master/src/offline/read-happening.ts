import { type ByPartner, type Partner, PARTNERS } from '@entente/relationship';
import type { DirectorWords } from '../prompts/director-words.js';
import { lineReader } from './word-pattern.js';

/** One line of a transcript. */
export interface Happening {
  /** Partner whose move it was; undefined for narration. */
  readonly partner?: Partner | undefined;
  readonly deed: string;
  readonly words: string;
  readonly tone: string;
  /** Whole line as it stands in the prompt. */
  readonly line: string;
}

/** Reads a line of a transcript: a move, a moment that was let pass, or narration. */
export function readHappening(line: string, names: ByPartner<string>, words: DirectorWords): Happening {
  const isPassed = lineReader(words, 'deed.passed')(line)?.['name'];
  const partner = PARTNERS.find(
    (each) => line.startsWith(`${names[each]}: `) || line.startsWith(`${names[each]}, `) || isPassed === names[each],
  );
  const played =
    partner && new RegExp(`^[^:]*?(?:, (?<tone>[^:]*))?: (?:\\[(?<deed>.*?)\\])? ?(?:"(?<said>.*)")?$`, 'u').exec(line);
  if (partner !== undefined && isPassed !== undefined) return { partner, deed: '', words: '', tone: '', line };
  if (!played) return { deed: '', words: '', tone: '', line };
  const { tone = '', deed = '', said = '' } = played.groups ?? {};
  return { partner, deed, words: said, tone, line };
}
