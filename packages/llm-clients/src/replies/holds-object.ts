import { stripThinking } from './strip-thinking.js';

/** Whether a reply, without what was thought aloud, holds anything like the beginning of an object. */
export function holdsObject(text: string): boolean {
  return stripThinking(text).includes('{');
}
