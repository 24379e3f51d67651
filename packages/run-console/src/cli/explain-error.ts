const SYSTEM_ERRORS: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) =>
    `${path} may not be written or read by this user; change its permissions, or choose another folder with --runs-dir.`,
  EPERM: (path) => `${path} may not be changed by this user; change its permissions, or choose another folder with --runs-dir.`,
  EROFS: (path) => `${path} is on a read-only file system; choose another folder with --runs-dir.`,
  ENOSPC: (path) => `There is no room left on the disk of ${path}; make room, then resume.`,
  ENOTDIR: (path) => `${path} cannot be a folder: something on its way is a file; choose another folder with --runs-dir.`,
  EEXIST: (path) => `${path} is there already, and is no folder; choose another one with --runs-dir.`,
  EISDIR: (path) => `${path} is a folder, and a file is needed here.`,
  ENOENT: (path) => `${path} is not there and cannot be made; check how it is written.`,
  EMFILE: (path) => `Too many files are open (${path}); raise the limit (ulimit -n 4096), or lower --concurrency.`,
};

/** Errors of the packages say themselves what to do; the marker is looked at so that none of them has to be loaded for it. */
const OURS = ['llm-clients', 'simulation-core', 'run-console'].map((name) => Symbol.for(`@entente/${name}.error`));

/** Any error as one line that says what is wrong and how to mend it; never a stack. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  const { code, path } = error as { readonly code?: unknown; readonly path?: unknown };
  const explain = typeof code === 'string' ? SYSTEM_ERRORS[code] : undefined;
  if (explain) return explain(typeof path === 'string' ? path : 'A file');
  if (OURS.some((marker) => marker in error)) return oneLine(error.message);
  return `${oneLine(error.message)} (unexpected: --log-level debug shows where it happened)`;
}

function oneLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ' ').trim();
}
