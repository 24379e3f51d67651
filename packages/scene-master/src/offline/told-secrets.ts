import { tells } from '../checks/leaks.js';
import type { AssessmentReply } from '../prompts/assess-scene.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';

/** Secrets of which their owner said four words in a row. */
export function toldSecrets({ lines, names, happened }: Direction): AssessmentReply['told'] {
  return lines('secret.line').flatMap(({ id = '', name, text = '' }) => {
    const own = happened.filter(({ partner }) => partner && names[partner] === name);
    const quote = own.flatMap((move) => tellingSentence(move, [text]) ?? [])[0];
    return quote === undefined ? [] : [{ id, quote }];
  });
}

/** The sentence with which a move tells one of several secrets; all that was said if it takes more than one. */
export function tellingSentence({ words }: Happening, secrets: readonly string[]): string | undefined {
  const isTelling = (text: string) => secrets.some((secret) => tells([text], secret));
  if (!isTelling(words)) return undefined;
  return words.split(/(?<=[.!?])\s+/).find(isTelling) ?? words;
}
