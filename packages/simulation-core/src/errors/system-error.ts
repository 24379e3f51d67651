const PROBLEMS: Readonly<Record<string, string>> = {
  ENOSPC: 'no room is left on the disk (ENOSPC): make room',
  EDQUOT: 'the quota of this user on the disk is used up (EDQUOT): make room, or have it raised',
  EFBIG: 'the file has become larger than its limit (EFBIG): raise the limit (ulimit -f)',
  EROFS: 'the file system can only be read (EROFS): mount it for writing',
  EACCES: 'this user may not write there (EACCES): change the permissions',
  EPERM: 'this user may not write there (EPERM): change the permissions',
  EIO: 'the disk fails (EIO): mend or change it',
  EMFILE: 'too many files are open (EMFILE): raise the limit (ulimit -n 4096), or lower --concurrency',
  ENFILE: 'too many files are open on this machine (ENFILE): close some',
};

/** Node has no name for a used-up quota, and its number differs between Linux and macOS. */
const NAMELESS_QUOTA = /^Unknown system error -(?:122|69)$/;

/** Name of a system error: `ENOSPC`. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && NAMELESS_QUOTA.test(code) ? 'EDQUOT' : code;
}

/** Whether an error is a system error with this code, such as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Explains a failed write: first the problem, then the remedy. Undefined for other errors. */
export function diskProblem(error: unknown): string | undefined {
  return PROBLEMS[systemErrorCode(error) ?? ''];
}
