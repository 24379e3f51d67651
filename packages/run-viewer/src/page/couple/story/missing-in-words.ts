import type { ReplyMissing } from '@entente/relationship';

const WORDS: Readonly<Record<ReplyMissing['type'], (name: string) => string>> = {
  'opening-missing': () => 'No usable opening came; the scenario stands as written.',
  'context-missing': () => 'No usable private matter came; neither brings any.',
  'beat-missing': () => 'No usable narration came; the two go on without.',
  'appraisal-missing': (name) => `No usable answer came on what ${name} feels.`,
  'choice-missing': (name) => `No usable move of ${name} came.`,
  'closing-missing': () => 'No usable closing came; the scene ends with its last move.',
  'summary-missing': () => 'No usable summary came; the last lines of the scene stand in.',
  'assessment-missing': () => 'No usable assessment came; no state moves.',
  'reflection-missing': (name) => `No usable look back of ${name} came.`,
  'memory-appraisal-missing': (name) => `No usable answer came on what memories bring up in ${name}.`,
  'judge-missing': (name) => `No score of ${name} came.`,
};

const REASONS: Readonly<Record<ReplyMissing['reason'], string>> = {
  refusal: 'the model refused',
  'length-cut': 'the answer was cut off',
  unparsable: 'the answer could not be read',
};

/** Sentence about an answer that could not be used: `No usable move of Maya came.` @param name of the partner whom it concerns */
export function missingInWords({ type }: Pick<ReplyMissing, 'type'>, name: string): string {
  return WORDS[type](name);
}

/** Reason why an answer could not be used, as a clause. A reason of another version stands as it is. */
export function reasonInWords(reason: ReplyMissing['reason']): string {
  return (REASONS as Readonly<Record<string, string | undefined>>)[reason] ?? reason;
}
