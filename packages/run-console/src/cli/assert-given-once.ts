import { withoutKeyShapes } from '@entente/llm-clients/secrets';
import { UsageError } from './console-error.js';
import { longFlag, type VerbOption } from './verb.js';

/** The occurrences of one option in a command. */
export interface Occurrences {
  readonly option: Pick<VerbOption<unknown>, 'flags' | 'repeats' | 'isList'>;
  /** Each occurrence's text in order; a text of `<words...>` has all its words. */
  readonly texts: readonly string[];
}

/**
 * Refuses an option that is given several times with different values, of which the last would win in silence. The same value twice is let
 * pass, and so is an option that may be repeated.
 * @throws UsageError naming the option and two of its values, keys left out
 */
export function assertGivenOnce(occurrences: Iterable<Occurrences>): void {
  for (const { option, texts } of occurrences) {
    if (option.repeats === true) continue;
    const [first = ''] = texts;
    const other = texts.find((text) => text !== first);
    if (other === undefined) continue;
    const flag = longFlag(option.flags);
    const [one, two] = [shown(first), shown(other)];
    const remedy =
      option.isList === true
        ? 'write one list, with commas'
        : option.flags.includes('...')
          ? `write all its words behind one ${flag}`
          : 'give it once';
    throw new UsageError(`${flag} is given more than once, as "${one}" and "${two}"; ${remedy}.`);
  }
}

/** A value as it may be shown: without a key that a model id carries. */
const shown = (text: string): string => withoutKeyShapes(text.replaceAll(/#[^,\s]*/g, ''));
