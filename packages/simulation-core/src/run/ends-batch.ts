import { endsBatch } from '@entente/llm-clients';
import { JournalWriteError } from '../errors/journal-errors.js';
import { BudgetExhaustedError } from '../errors/run-errors.js';

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
