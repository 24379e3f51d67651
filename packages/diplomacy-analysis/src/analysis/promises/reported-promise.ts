import { z } from 'zod';

/** A promise as a model reports it, not checked yet. Lists and words may be missing; names come in any spelling. */
export interface ReportedPromise {
  readonly promiser: string;
  readonly promisee: string;
  readonly kind: string;
  readonly text: string;
  readonly quote: string;
  readonly orders: readonly string[];
  readonly provinces: readonly string[];
  readonly spares: string;
  readonly phase: string;
  readonly condition: string;
}

const word = z.string().default('');
const words = z.array(z.string()).default([]);

export const reportedPromiseSchema: z.ZodType<ReportedPromise> = z.object({
  promiser: word,
  promisee: word,
  kind: word,
  text: word,
  quote: word,
  orders: words,
  provinces: words,
  spares: word,
  phase: word,
  condition: word,
});
