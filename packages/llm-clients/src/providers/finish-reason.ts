import type { FinishReason } from '../language-model.js';

// As services and servers write them, lower case. Gemini's endpoint passes on its own names (`SAFETY`), some with a word before them
// (`content_filter: PROHIBITED_CONTENT`); Bedrock and gateways have names of their own, too.
const FINISH_WORDS: readonly (readonly [FinishReason, RegExp])[] = [
  ['refusal', /refus/],
  [
    'content-filter',
    /content[_-]?filter|safety|prohibited|blocklist|spii|recitation|guardrail|moderat|sensitive|content_?policy|flagged|blocked|inspection|toxic|model_armor/,
  ],
  ['length', /length|max_?(output_)?tokens|token_?limit|context_window/],
  ['stop', /^(stop|eos|end|complete)/],
];

const BROKEN_OFF = /^(error|abort|cancel|insufficient_system_resource|network|timeout|engine_)/;

/** Translates the reason why a reply ended; `other` for anything without a counterpart, such as tool calls or malformed output. */
export function toFinishReason(reason: unknown): FinishReason {
  const text = typeof reason === 'string' ? reason.trim().toLowerCase() : '';
  return FINISH_WORDS.find(([, words]) => words.test(text))?.[0] ?? 'other';
}

/** Whether a reply ended because the service broke it off: what there is of it is no answer. */
export function isBrokenOff(reason: unknown): boolean {
  return typeof reason === 'string' && BROKEN_OFF.test(reason.trim().toLowerCase()) && toFinishReason(reason) === 'other';
}
