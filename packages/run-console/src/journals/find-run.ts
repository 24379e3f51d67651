import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearestName } from '@entente/llm-clients';
import type { RunSummary } from '@entente/simulation-core';
import { createFileStore, JOURNAL_FILE } from '@entente/simulation-core/node';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import type { JournalStore } from '@entente/simulation-core';

/** A run as it was asked for, and where it was found. */
export interface FoundRun {
  readonly runId: string;
  readonly store: JournalStore;
  readonly folder: string;
  /** The `--runs-dir` that leads to it. */
  readonly runsDir: string;
}

/**
 * Finds a run by its name, by the beginning of its name where only one has it, or by its folder's path.
 * @throws UsageError naming what there is
 */
export async function findRun(
  text: string,
  where: { readonly cwd: string; readonly runsDir: string; readonly durability?: 'answer' | 'process' },
): Promise<FoundRun> {
  const { cwd, durability = 'answer' } = where;
  const path = resolve(cwd, text);
  if (/[/\\]/.test(text) && existsSync(join(path, JOURNAL_FILE))) {
    const folder = dirname(path);
    return { runId: basename(path), folder, runsDir: dirname(text), store: createFileStore({ folder, durability }) };
  }
  const folder = resolve(cwd, where.runsDir);
  const store = createFileStore({ folder, durability });
  const ids = (await store.list()).map(({ runId }) => runId);
  const runId = chooseRun(text, ids, where.runsDir);
  return { runId, folder, runsDir: where.runsDir, store };
}

function chooseRun(text: string, ids: readonly string[], runsDir: string): string {
  if (ids.includes(text)) return text;
  const beginning = ids.filter((id) => id.startsWith(text));
  const [first] = beginning;
  // A run that was made of another one has that one's name and a further part: the shorter name is meant.
  if (first !== undefined && beginning.slice(1).every((id) => id.startsWith(`${first}~`))) return first;
  if (beginning.length > 1)
    throw new UsageError(`Several runs begin with "${text}": ${someOf(beginning)}; write a few letters more.`);
  if (ids.length === 0) throw new UsageError(`There is no run in ${runsDir}; --runs-dir says where else to look.`);
  const near = nearestName(text, ids);
  throw new UsageError(
    `There is no run "${text}" in ${runsDir}${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${someOf(ids)}.`,
  );
}

/** The runs that are named, or all of this kind. @throws ConsoleError for runs of another program */
export function ofKind(runs: readonly RunSummary[], kind: string): readonly RunSummary[] {
  return runs.filter(({ header }) => header.program === kind);
}

/** @throws ConsoleError */
export function assertKind(header: RunSummary['header'], kind: string): void {
  if (header.program === kind) return;
  throw new ConsoleError(`${header.runId} is a run of another program (${header.program}); this one reads ${kind} runs.`);
}

function someOf(ids: readonly string[]): string {
  return ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more`;
}
