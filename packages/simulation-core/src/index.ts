export {
  EmptyJournalError,
  JournalConflictError,
  JournalEntryError,
  JournalReadError,
  JournalWriteError,
} from './errors/journal-errors.js';
export {
  BudgetExhaustedError,
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
export { UnknownStepError } from './errors/unknown-step-error.js';
export type { Json } from './hash/canonical-json.js';
export { digest } from './hash/digest.js';
export { promptCallsDigest } from './hash/prompt-calls-digest.js';
export { schemaHash } from './hash/request-hash.js';
export { assertReadable } from './journal/assert-readable.js';
export type { Program } from './program.js';
export { Budget } from './run/budget.js';
export { foldFacts } from './run/fold-run.js';
export { readForkPoint } from './run/fork-point.js';
export { type ForkFact, forkRun } from './run/fork-run.js';
export { type ProbedStep, probeStep } from './run/probe-step.js';
export { replayRun } from './run/replay-run.js';
export { countReasked, resumeRun } from './run/resume-run.js';
export { type BatchedRun, type BatchResult, type KeptOnRecord, type PlannedRun, runBatch } from './run/run-batch.js';
export { type RunDescription, runIdentity } from './run/run-identity.js';
export type { RunOutcome, Schedule } from './run/run-settings.js';
export { startRun } from './run/start-run.js';
export { inParallel } from './scope/in-parallel.js';
export { later } from './scope/later.js';
export type { Scope, StepScope } from './scope/scope.js';
export { unrecordedScope } from './scope/unrecorded-scope.js';
export { createMemoryStore } from './stores/memory-store.js';
export * from './journal/index.js';
