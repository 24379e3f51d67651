export { JournalCorruptError } from '../errors/journal-errors.js';
export { canonicalJson } from '../hash/canonical-json.js';
export { type FoldedRun, foldRun } from '../run/fold-run.js';
export { addCallGroups, type CallGroup, callGroupOf, NO_CALLS } from '../timing/call-group.js';
export { measureRun, type RunMeasures, RunMeasuring } from '../timing/measure-run.js';
export { WorkedTime } from '../timing/worked-time.js';
export { type Addresses, addressesSince, addressKey } from './addresses.js';
export type { EntryOf, JournalEntry, RunBlueprint, RunHeader, RunTotals } from './entry.js';
export type { IndexedEntry, JournalIndex } from './journal-index.js';
export type { JournalMark, JournalStore, JournalWriter, UnlistedRun } from './journal-store.js';
export {
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
export { type Answer, isWorkDeferred, readRecord, type RecordedFact, type RunRecord } from './record.js';
export { type ReportedRun, type RunSummary, summarizeRun } from './run-summary.js';
export { modelKey } from './run-totals.js';
