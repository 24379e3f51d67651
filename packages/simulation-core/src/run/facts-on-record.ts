import { JournalEntryError } from '../errors/journal-errors.js';
import { UnknownFactError } from '../errors/run-errors.js';
import { canonicalJson } from '../hash/canonical-json.js';
import { isWorkDeferred, placeOfFact, type RecordedFact } from '../journal/record.js';
import type { Program } from '../program.js';

/**
 * Returns a fact as the program knows it.
 * @param where step of a fact that is not on record yet
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

/** Returns the JSON text of a fact. @throws JournalEntryError for values that JSON cannot hold */
export function factText(fact: RecordedFact, step: string): string {
  const name = `fact-recorded ${step} ${(fact as RecordedFact | undefined)?.type}`;
  try {
    const text = JSON.stringify(fact) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    throw new JournalEntryError(name, 'fact', error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error));
  }
  throw new JournalEntryError(name, 'fact', 'there is none');
}

/**
 * Whether work on record is the same as work deferred now. The recorded input may have more fields: older versions copied parts
 * of the state into it.
 */
export function isSameWork(recorded: RecordedFact, now: RecordedFact): boolean {
  if (!isWorkDeferred(recorded) || !isWorkDeferred(now)) return false;
  if (recorded.key !== now.key || recorded.kind !== now.kind) return false;
  const [before, after] = [recorded.input, now.input];
  if (!isObject(before) || !isObject(after)) return false;
  return Object.entries(after).every(([key, value]) => key in before && canonicalJson(before[key]) === canonicalJson(value));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
