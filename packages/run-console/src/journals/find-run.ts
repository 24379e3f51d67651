import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearestName } from '@entente/llm-clients';
import { type JournalStore, type RunSummary, SimulationError } from '@entente/simulation-core';
import type { RunHeader } from '@entente/simulation-core/journal';
import { createFileStore, JOURNAL_FILE } from '@entente/simulation-core/node';
import { ConsoleError, UsageError } from '../cli/console-error.js';

/** A run as it was asked for, and where it was found. */
export interface FoundRun {
  readonly runId: string;
  readonly store: JournalStore;
  readonly folder: string;
  /** The `--runs-dir` that leads to it. */
  readonly runsDir: string;
}

/**
 * Finds a run by its name, by the beginning of its name where only one has it, or by its folder's path. A copied or renamed folder is found
 * by its own name, and by the run's where no folder is called so. Runs with a damaged journal are found too; reading them throws.
 * @throws UsageError naming what there is
 */
export async function findRun(
  text: string,
  where: { readonly cwd: string; readonly runsDir: string; readonly durability?: 'answer' | 'process' },
): Promise<FoundRun> {
  const { cwd, durability = 'answer' } = where;
  const given = resolve(cwd, text);
  const path = basename(given) === JOURNAL_FILE ? dirname(given) : given;
  if (/[/\\]/.test(text) && existsSync(join(path, JOURNAL_FILE))) {
    const folder = dirname(path);
    const runsDir = path === given ? dirname(text) : dirname(dirname(text));
    return { runId: basename(path), folder, runsDir, store: createFileStore({ folder, durability }) };
  }
  const folder = resolve(cwd, where.runsDir);
  const store = createFileStore({ folder, durability });
  if (await isOnRecord(store, text)) return { runId: text, folder, runsDir: where.runsDir, store };
  const unlisted: string[] = [];
  const runs = await store.list(({ runId }) => unlisted.push(runId));
  const names = [...runs.map(({ runId }) => runId), ...unlisted].sort();
  const runId = chooseRun(text, { names, renamed: renamedAmong(runs, names), ...where });
  return { runId, folder, runsDir: where.runsDir, store };
}

/** Whether a run has this very name, damaged or not. */
async function isOnRecord(store: JournalStore, name: string): Promise<boolean> {
  const summary = await store.summary(name).catch((error: unknown) => error);
  return summary !== undefined;
}

/** Folders by the name of the run that they hold, where no folder is called so. */
function renamedAmong(runs: readonly RunSummary[], names: readonly string[]): ReadonlyMap<string, readonly RunSummary[]> {
  const renamed = new Map<string, readonly RunSummary[]>();
  for (const run of runs)
    if (!names.includes(run.header.runId)) renamed.set(run.header.runId, [...(renamed.get(run.header.runId) ?? []), run]);
  return renamed;
}

interface Names {
  readonly names: readonly string[];
  readonly renamed: ReturnType<typeof renamedAmong>;
  readonly cwd: string;
  readonly runsDir: string;
}

function chooseRun(text: string, { names, renamed, cwd, runsDir }: Names): string {
  if (renamed.has(text)) return oneOf(text, renamed.get(text)!);
  const beginning = names.filter((id) => id.startsWith(text));
  const [first] = beginning;
  // A run that was made of another one has that one's name and a further part: the shorter name is meant.
  if (first !== undefined && beginning.slice(1).every((id) => id.startsWith(`${first}~`))) return first;
  if (beginning.length > 1)
    throw new UsageError(`Several runs begin with "${text}": ${someOf(beginning)}; write a few letters more.`);
  const origins = [...renamed.keys()].filter((id) => id.startsWith(text));
  if (origins.length === 1) return oneOf(origins[0]!, renamed.get(origins[0]!)!);
  const place = resolve(cwd, text);
  if (existsSync(place)) throw new UsageError(notARun(text, statSync(place).isDirectory()));
  if (names.length === 0) throw new UsageError(`There is no run in ${runsDir}; --runs-dir says where else to look.`);
  const near = nearestName(text, names);
  throw new UsageError(
    `There is no run "${text}" in ${runsDir}${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${someOf(names)}.`,
  );
}

/** @throws UsageError where the folders hold different things, and where whatever goes on with one of them makes them differ */
function oneOf(origin: string, runs: readonly RunSummary[]): string {
  const [first, second] = runs;
  const isSame = runs.every(({ contents }) => contents === first!.contents);
  if (isSame && (second === undefined || first!.status === 'completed')) return first!.runId;
  const names = runs.map(({ runId }) => runId);
  if (isSame)
    throw new UsageError(`${someOf(names)} are copies of ${origin}, and none of them has ended; name the one that is meant.`);
  throw new UsageError(`${someOf(names)} are copies of ${origin} that went on differently; name the one that is meant.`);
}

function notARun(text: string, isFolder: boolean): string {
  return isFolder
    ? `${text} is a folder without ${JOURNAL_FILE}, so it is no run; if runs are in it, say --runs-dir ${text}.`
    : `${text} is a file, and a run is a folder with ${JOURNAL_FILE} in it; the runs verb lists those that there are.`;
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

/** Reads the first entry of a run's journal. @throws UnknownRunError, JournalCorruptError */
export async function readHeader(runId: string, store: Pick<JournalStore, 'read'>): Promise<RunHeader> {
  for await (const entry of store.read(runId)) {
    if (entry.type === 'run-started') return entry;
    break;
  }
  throw new SimulationError(`the journal of ${runId} has no header; nothing can be read from it`);
}
