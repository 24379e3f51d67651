import { endsBatch, ProviderError } from '@entente/llm-clients';
import { JournalWriteError } from '../errors/journal-errors.js';
import { BudgetExhaustedError } from '../errors/run-errors.js';
import { LineStoppedError } from '../errors/scope-errors.js';
import type { InterruptionReason } from '../journal/entry.js';

/** Why a run stopped, from what it threw. */
export function interruptionReason(error: unknown): InterruptionReason {
  const cause = rootCause(error);
  if (cause instanceof BudgetExhaustedError) return 'budget';
  if (ProviderError.isInstance(cause)) return cause.kind === 'aborted' ? 'stopped' : 'provider';
  return error instanceof LineStoppedError ? 'stopped' : 'error';
}

/** What stopped the calls, where the error only says that no new one was started. */
export function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof LineStoppedError && cause.cause !== undefined) cause = cause.cause;
  return cause;
}

/** Failures of the disk, or of its quota: whoever writes beside meets them too. One file's own are not among them. */
const DISK_FAILURES: ReadonlySet<unknown> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'EMFILE', 'ENFILE'],
]);

/** Whether every other run of a batch must meet this error too, so that no further call is to be paid. */
export function endsEveryRun(error: unknown): boolean {
  return endsBatch(error) || BudgetExhaustedError.isInstance(error) || isDiskFailure(error);
}

function isDiskFailure(error: unknown): boolean {
  const cause = error instanceof JournalWriteError ? error.cause : error;
  return cause instanceof Error && 'code' in cause && DISK_FAILURES.has(cause.code);
}
