import type { GenerateResult } from '../language-model.js';
import { parseStrictly } from './parse-strictly.js';
import { bareText, saidBehindThought, stripThinking, withoutAnswerTags } from './strip-thinking.js';

/**
 * What a model said, as a value is read from it. Some servers file the answer under the model's thoughts and leave the reply
 * empty: then it is what stands behind the mark of the thoughts' end, or the thoughts themselves where they are one JSON
 * value from end to end. A draft among thoughts is never taken for the answer.
 */
export function answerOf({ text, reasoning = '' }: Pick<GenerateResult, 'text' | 'reasoning'>): string {
  if (reasoning === '' || stripThinking(text) !== '') return text;
  const value = parseStrictly(bareText(reasoning))?.value;
  return typeof value === 'object' && value !== null ? reasoning : saidBehindThought(reasoning);
}

/** The same where text is asked for: thoughts without a mark of their end are thoughts. */
export function textOf({ text, reasoning = '' }: Pick<GenerateResult, 'text' | 'reasoning'>): string {
  return withoutAnswerTags(stripThinking(text) || saidBehindThought(reasoning));
}
