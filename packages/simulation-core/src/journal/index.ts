export { addCallGroups, type CallGroup, callGroupOf, NO_CALLS } from '../timing/call-group.js';
export { measureRun, type RunMeasures, RunMeasuring } from '../timing/measure-run.js';
export { LONGEST_GAP_MS, WorkedTime } from '../timing/worked-time.js';
export { type Addresses, addressesSince, addressKey } from './addresses.js';
export {
  type EntryOf,
  type FactsOnRecord,
  type InterruptionReason,
  JOURNAL_VERSION,
  type JournalEntry,
  journalEntrySchema,
  type RunBlueprint,
  type RunHeader,
  type RunTotals,
} from './entry.js';
export type { JournalStore, JournalWriter, UnlistedRun } from './journal-store.js';
export {
  type CallPath,
  callPath,
  DEFERRED,
  deferredPath,
  isCallWithin,
  isDeferredPath,
  parseCallPath,
  scopePath,
  stepOfCall,
} from '../scope/call-path.js';
export { haveLines, linesOf } from './line-of-run.js';
export { formatEntry, parseEntry } from './parse-entry.js';
export { type Answer, isWorkDeferred, type PendingWork, readRecord, type RecordedFact, type RunRecord } from './record.js';
export { type ReportedRun, type RunStatus, type RunSummary, summarizeRun } from './run-summary.js';
export { addToTotals, modelKey, NO_TOTALS } from './run-totals.js';
