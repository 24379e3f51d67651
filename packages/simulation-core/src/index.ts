export {
  EmptyJournalError,
  JournalConflictError,
  JournalCorruptError,
  JournalEntryError,
  JournalReadError,
  JournalWriteError,
} from './errors/journal-errors.js';
export {
  BudgetExhaustedError,
  type DivergenceReason,
  type FactPlace,
  OtherRunError,
  ReplayDivergedError,
  RunExistsError,
  UnknownFactError,
  UnknownRunError,
} from './errors/run-errors.js';
export {
  ConcurrentUseError,
  DuplicateScopeError,
  LineStoppedError,
  MissingAwaitError,
  ScopeClosedError,
} from './errors/scope-errors.js';
export { SimulationError } from './errors/simulation-error.js';
export { canonicalJson, type Json } from './hash/canonical-json.js';
export { digest } from './hash/digest.js';
export { promptCallsDigest } from './hash/prompt-calls-digest.js';
export { requestHash, schemaHash } from './hash/request-hash.js';
export { assertReadable } from './journal/assert-readable.js';
export type { FactSchema, Program, WorkDeferred } from './program.js';
export { Budget, type BudgetOptions, type Reservation } from './run/budget.js';
export { type FoldedRun, foldFacts, foldRun } from './run/fold-run.js';
export { type ForkPoint, readForkPoint } from './run/fork-point.js';
export { type ForkFact, type ForkOptions, forkRun } from './run/fork-run.js';
export { type ProbedStep, type ProbeOptions, probeStep } from './run/probe-step.js';
export { type ReplayedRun, replayRun } from './run/replay-run.js';
export { countReasked, resumeRun, type ResumeRunOptions } from './run/resume-run.js';
export {
  type BatchedRun,
  type BatchResult,
  type KeptOnRecord,
  type PlannedRun,
  runBatch,
  type RunBatchOptions,
  type RunConcurrency,
} from './run/run-batch.js';
export { type RunDescription, runIdentity } from './run/run-identity.js';
export { RUN_STATUSES, type RunOutcome, type RunSettings, type Schedule, SCHEDULES } from './run/run-settings.js';
export { startRun, type StartRunOptions } from './run/start-run.js';
export { inParallel } from './scope/in-parallel.js';
export { type Later, later } from './scope/later.js';
export type { Scope, StepScope } from './scope/scope.js';
export { unrecordedScope } from './scope/unrecorded-scope.js';
export { createMemoryStore } from './stores/memory-store.js';
export * from './journal/index.js';
