import { z } from 'zod';

/** A quote as a model gives it, not yet looked up in the record. */
export interface ReportedQuote {
  readonly quote: string;
  readonly source: string;
}

/** A model's opinion on a promise; `number` is the promise's number in the prompt. */
export interface ReportedVerdict {
  readonly number: number;
  readonly verdict: string;
  readonly reason: string;
  readonly intention: string;
  readonly quote: string;
}

/** A moment as a model reports it. The field names are those of the analysis files that others read. */
export interface ReportedMoment {
  readonly category: string;
  readonly powers_involved: readonly string[];
  readonly promise_agreement: string;
  readonly actual_action: string;
  readonly impact: string;
  readonly interest_score: number | string;
  readonly evidence: readonly (string | ReportedQuote)[];
}

/** A model's whole reply about a phase. */
export interface ReportedJudgement {
  readonly promises: readonly ReportedVerdict[];
  readonly moments: readonly ReportedMoment[];
}

const word = z.string().default('');

export const reportedJudgementSchema: z.ZodType<ReportedJudgement> = z.object({
  promises: z.array(z.object({ number: z.number(), verdict: word, reason: word, intention: word, quote: word })).default([]),
  moments: z.array(
    z.object({
      category: word,
      powers_involved: z.array(z.string()).default([]),
      promise_agreement: word,
      actual_action: word,
      impact: word,
      interest_score: z.union([z.number(), z.string()]).default(1),
      evidence: z.array(z.union([z.object({ quote: z.string(), source: word }), z.string()])).default([]),
    }),
  ),
});
