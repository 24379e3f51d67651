import { endsBatch, ProviderError } from '@entente/llm-clients';
import { JournalWriteError } from '../errors/journal-errors.js';
import { BudgetExhaustedError } from '../errors/run-errors.js';
import { LineStoppedError } from '../errors/scope-errors.js';
import type { InterruptionReason } from '../journal/entry.js';

/** Reason of a stop, from the error that a run threw. */
export function interruptionReason(error: unknown): InterruptionReason {
  const cause = rootCause(error);
  if (cause instanceof BudgetExhaustedError) return 'budget';
  if (ProviderError.isInstance(cause)) return cause.kind === 'aborted' ? 'stopped' : 'provider';
  return error instanceof LineStoppedError ? 'stopped' : 'error';
}

/** Returns the error behind a `LineStoppedError`, which only tells that no new call was started. */
export function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof LineStoppedError && cause.cause !== undefined) cause = cause.cause;
  return cause;
}

/** Failures of the disk or its quota, which every other run meets too. Failures of a single file are not among them. */
const DISK_FAILURES: ReadonlySet<unknown> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'EMFILE', 'ENFILE'],
]);

/** Whether every other run of a batch must meet this error too, so that no further call should be paid for. */
export function endsEveryRun(error: unknown): boolean {
  return endsBatch(error) || BudgetExhaustedError.isInstance(error) || isDiskFailure(error);
}

function isDiskFailure(error: unknown): boolean {
  const cause = error instanceof JournalWriteError ? error.cause : error;
  return cause instanceof Error && 'code' in cause && DISK_FAILURES.has(cause.code);
}
