export {
  type EntryOf,
  type InterruptionReason,
  JOURNAL_VERSION,
  type JournalEntry,
  journalEntrySchema,
  type RunTotals,
} from './entry.js';
export type { JournalStore, JournalWriter } from './journal-store.js';
export { formatEntry, parseEntry } from './parse-entry.js';
export { type Answer, isWorkDeferred, type PendingWork, readRecord, type RecordedFact, type RunRecord } from './record.js';
export { type RunStatus, type RunSummary, summarizeRun } from './run-summary.js';
export { addToTotals, modelKey, NO_TOTALS } from './run-totals.js';
export { type CallGroup, measureRun, type RunMeasures } from '../timing/measure-run.js';
