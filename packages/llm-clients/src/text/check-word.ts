import { nearestName } from '../config/nearest-name.js';
import { placeholdersOf } from './fill-template.js';
import type { PromptFault } from './prompt-words.js';
import type { WrittenWord } from './read-word-lines.js';

/**
 * Compares the placeholders of a word with those that it has as it ships.
 * @param needed placeholders without which the prompt is of no use
 * @returns faults, and the placeholders that it can do without and does
 */
export function checkWord(
  { file, line, name, text }: WrittenWord,
  usual: string,
  needed: readonly string[],
): { readonly faults: readonly PromptFault[]; readonly lost: readonly string[] } {
  const known = placeholdersOf(usual);
  const used = placeholdersOf(text);
  const missing = known.filter((placeholder) => !used.includes(placeholder));
  return {
    faults: [
      ...used
        .filter((placeholder) => !known.includes(placeholder))
        .map((placeholder) => ({
          file,
          line: line ?? lineOf(text, `{${placeholder}}`),
          message: unknownPlaceholder(placeholder, name, known),
        })),
      ...missing
        .filter((placeholder) => needed.includes(placeholder))
        .map((placeholder) => ({
          file,
          line,
          message: `${name} has lost {${placeholder}}, without which the prompt is of no use`,
        })),
    ],
    lost: missing.filter((placeholder) => !needed.includes(placeholder)),
  };
}

function unknownPlaceholder(placeholder: string, name: string, known: readonly string[]): string {
  if (known.length === 0) return `${name} takes no placeholder, and has {${placeholder}}; write {{ and }} for braces`;
  const near = nearestName(placeholder, known) ?? (known.length === 1 ? known[0] : undefined);
  const hint = near === undefined ? `there are ${known.map((each) => `{${each}}`).join(', ')}` : `did you mean {${near}}?`;
  return `${name} has no placeholder {${placeholder}}; ${hint}`;
}

/** Line of a text's first mention of something, from 1. */
const lineOf = (text: string, mention: string): number => text.slice(0, Math.max(0, text.indexOf(mention))).split('\n').length;
