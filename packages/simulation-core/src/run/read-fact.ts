import { UnknownFactError } from '../errors/run-errors.js';
import { placeOfFact, type RecordedFact } from '../journal/record.js';
import type { Program } from '../program.js';

/**
 * A fact as the program knows it.
 * @param where names a fact that is not on record yet: its step
 * @throws UnknownFactError with the field, and the line and step of a fact on record
 */
export function readFact<Fact extends { readonly type: string }>(
  { factSchema }: Pick<Program<unknown, Fact>, 'factSchema'>,
  fact: RecordedFact,
  where?: string,
): Fact {
  if (!factSchema) return fact as unknown as Fact;
  const read = factSchema.safeParse(fact);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UnknownFactError(fact.type, {
    field: issue?.path.map(String).join('.') || 'type',
    problem: issue?.message ?? 'it does not fit',
    place: placeOfFact(fact),
    step: where,
  });
}
