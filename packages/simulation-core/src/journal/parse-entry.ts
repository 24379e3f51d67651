import { JournalCorruptError, NEWER_VERSION } from '../errors/journal-errors.js';
import { JOURNAL_VERSION, type JournalEntry, journalEntrySchema } from './entry.js';

/** The problem of a line that is no JSON. */
export const NOT_JSON = 'not JSON';

/**
 * Reads one line of a journal.
 * @param line counted from 1, for the message
 * @param strict refuses keys that no entry has; for lines without any other check
 * @throws JournalCorruptError when it is not an entry this version knows
 */
export function parseEntry(text: string, runId: string, line: number, strict = false): JournalEntry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new JournalCorruptError(runId, line, NOT_JSON, { cause: error });
  }
  const parsed = journalEntrySchema.safeParse(value);
  if (parsed.success) {
    const strange = strict ? Object.keys(value as object).find((key) => !Object.hasOwn(parsed.data, key)) : undefined;
    if (strange === undefined) return parsed.data;
    throw new JournalCorruptError(runId, line, `no ${parsed.data.type} has a key "${strange}"`);
  }
  if (typeof value === 'object' && value !== null && 'v' in value && typeof value.v === 'number' && value.v > JOURNAL_VERSION) {
    throw new JournalCorruptError(
      runId,
      line,
      `${NEWER_VERSION} (entry version ${value.v}, this one reads up to ${JOURNAL_VERSION})`,
    );
  }
  const issue = parsed.error.issues[0];
  throw new JournalCorruptError(runId, line, `${issue?.path.join('.') || 'entry'}: ${issue?.message ?? 'not an entry'}`);
}

/** One entry as one line, without the line feed. */
export function formatEntry(entry: JournalEntry): string {
  return JSON.stringify(entry);
}
