import type { AssessmentReply } from '../prompts/assess-scene.js';
import { tells } from '../checks/leaks.js';
import type { Direction } from './read-direction.js';
import { quoteFrom } from './states-shown.js';

/** Secrets of which their owner said four words in a row. */
export function toldSecrets({ lines, names, happened }: Direction): AssessmentReply['told'] {
  return lines('secret.line').flatMap(({ id = '', name, text = '' }) => {
    const telling = happened.find(({ partner, words }) => partner && names[partner] === name && tells(words, text));
    return telling ? [{ id, quote: quoteFrom(telling) }] : [];
  });
}
