import { type ArtefactName, ARTEFACTS, writeArtefacts } from '@entente/diplomacy-analysis/node';
import type { GameFact, GameState } from '@entente/diplomacy-game';
import { UsageError } from '@entente/run-console';
import { quoteForShell, type RunKind, type RunOnRecord } from '@entente/run-console/session';
import type { JournalEntry, JournalStore, RunSummary } from '@entente/simulation-core';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Labels of a run that choose its files. They are no part of the game's identity. */
export const FILE_LABELS = { diariesInSave: 'diariesInSave', savedEachPhase: 'savedEachPhase' } as const;

/** Label of games whose saved file repeats diaries; none where the command does not ask for them. */
export function diariesLabel({
  diariesInSave,
}: {
  readonly diariesInSave: boolean | undefined;
}): Readonly<Record<string, string>> {
  return diariesInSave === true ? { [FILE_LABELS.diariesInSave]: 'true' } : {};
}

/**
 * Refuses `--diaries-in-save` for games that were begun without it: which files a game keeps is on its record.
 * @throws UsageError naming the command that writes the file
 */
export function assertDiariesKept(isAsked: boolean, runIds: readonly string[], known: readonly RunSummary[]): void {
  if (!isAsked) return;
  const without = known.find(
    ({ runId, header }) => runIds.includes(runId) && header.labels[FILE_LABELS.diariesInSave] !== 'true',
  );
  if (without === undefined) return;
  throw new UsageError(
    `--diaries-in-save has no effect here: ${without.runId} was begun without it; leave it out, and write npx lm-game export ${without.runId} --format lmvsgame --diaries-in-save.`,
  );
}

type Hooks = Required<Pick<RunKind<GameState, GameFact>, 'onStep' | 'afterRun'>>;

/** Writes the files of a game beside its journal: all of them once it has stopped, and the saved game after each phase where it is to be watched. */
export const gameFiles: Hooks = {
  onStep: async (run) => {
    if (run.header.labels[FILE_LABELS.savedEachPhase] === 'true') await write(run, ['lmvsgame.json']);
  },
  afterRun: async (run) => {
    const isThere = ARTEFACTS.every((name) => existsSync(join(run.folder, name)));
    if (run.history !== 'finished-before' || !isThere) await write(run, ARTEFACTS);
  },
};

async function write(
  { runId, header, store, folder, costOf, runsDir }: RunOnRecord,
  files: readonly ArtefactName[],
): Promise<void> {
  const diariesInSave = header.labels[FILE_LABELS.diariesInSave] === 'true';
  // Read once, though several files are made from it: at the end of many games, reading is most of the work.
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(runId)) entries.push(entry);
  const inMemory: Pick<JournalStore, 'read'> = {
    async *read() {
      yield* entries;
    },
  };
  await writeArtefacts({
    store: inMemory,
    runId,
    folder,
    options: { diariesInSave, costOf, files, named: nameForCommands(runId, runsDir) },
  });
}

/** A run as commands have to name it, quoted for a shell. @param runsDir `null` where commands look by themselves */
export function nameForCommands(runId: string, runsDir: string | null): string {
  return `${quoteForShell(runId)}${runsDir === null ? '' : ` --runs-dir ${quoteForShell(runsDir)}`}`;
}
