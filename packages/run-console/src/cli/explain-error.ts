import { constants } from 'node:os';
import { isExplainedError } from '@entente/llm-clients/contract';
import { withoutKeyShapes } from '@entente/llm-clients/secrets';

/** Messages for errors of the operating system, by code. Each takes the path that failed, where the system names one. */
const SYSTEM_ERRORS: Readonly<Record<string, (path: string | undefined) => string>> = {
  EACCES: (path) =>
    `${path ?? 'A file'} may not be written or read by this user; change its permissions, or choose another folder with --runs-dir.`,
  EPERM: (path) =>
    `${path ?? 'A file'} may not be changed by this user; change its permissions, or choose another folder with --runs-dir.`,
  EROFS: (path) => `${path ?? 'A file'} is on a read-only file system; choose another folder with --runs-dir.`,
  ENOSPC: (path) => `There is no room left on the disk${of(path)}; make room, then resume.`,
  EDQUOT: (path) => `The quota of this user on the disk${of(path)} is used up; make room or have it raised, then resume.`,
  EIO: (path) => `The disk${of(path)} fails; mend or change it, then resume.`,
  ENOTDIR: (path) =>
    `${path ?? 'A path'} cannot be a folder: something on its way is a file; choose another folder with --runs-dir.`,
  ELOOP: (path) =>
    `${path ?? 'A path'} leads in a circle of links; remove one of them, or choose another folder with --runs-dir.`,
  EEXIST: (path) => `${path ?? 'A folder'} is there already, and is no folder; choose another one with --runs-dir.`,
  EISDIR: (path) => `${path ?? 'A path'} is a folder, and a file is needed here.`,
  ENOENT: (path) => `${path ?? 'A file'} is not there and cannot be made; check how it is written.`,
  EMFILE: (path) =>
    `Too many files are open${path === undefined ? '' : ` (${path})`}; raise the limit (ulimit -n 4096), or lower --concurrency.`,
};

function of(path: string | undefined): string {
  return path === undefined ? '' : ` of ${path}`;
}

/** Describes any error in one line: what is wrong, and how to mend it. The line holds no stack and nothing that looks like a key. */
export function explainError(error: unknown): string {
  return withoutKeyShapes(inOneLine(error));
}

function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  const { code, errno, path } = error as { readonly [Key in 'code' | 'errno' | 'path']?: unknown };
  // Node has no name for a quota that is used up.
  const name = typeof errno === 'number' && Math.abs(errno) === constants.errno.EDQUOT ? 'EDQUOT' : code;
  const explain = typeof name === 'string' && Object.hasOwn(SYSTEM_ERRORS, name) ? SYSTEM_ERRORS[name] : undefined;
  if (explain) return explain(typeof path === 'string' ? path : undefined);
  // The messages of our own errors tell what to do.
  if (isExplainedError(error)) return oneLine(error.message);
  return `${oneLine(error.message)} (unexpected: --log-level debug shows where it happened)`;
}

function oneLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ' ').trim();
}
