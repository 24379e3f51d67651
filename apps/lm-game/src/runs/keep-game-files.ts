import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPriceBook } from '@entente/llm-clients';
import type { RunKind, RunOnRecord } from '@entente/run-console/session';
import { ARTEFACTS, type ArtefactName, writeArtefacts } from '../artefacts/index.js';
import type { GameFact, GameState } from '@entente/diplomacy-game';

/** Labels of a run that say which files it wants; nothing they say is part of what the game is. */
export const FILE_LABELS = { diariesInSave: 'diariesInSave', savedEachPhase: 'savedEachPhase' } as const;

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

async function write({ runId, header, store, folder }: RunOnRecord, files: readonly ArtefactName[]): Promise<void> {
  const diariesInSave = header.labels[FILE_LABELS.diariesInSave] === 'true';
  // Prices of the day on which the game was begun, so that the files come out the same on any other.
  const prices = createPriceBook({}, () => header.at);
  await writeArtefacts({
    store,
    runId,
    folder,
    options: { diariesInSave, costOf: (model, usage) => prices.costOf(model, usage), files },
  });
}
