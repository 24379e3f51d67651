import type { PriceBook } from '@entente/llm-clients';
import type { JournalStore } from '@entente/simulation-core/journal';
import { join } from 'node:path';
import { toGameSave } from '../files/game-save.js';
import { toGeneralLog } from '../files/general-log.js';
import { toManifesto } from '../files/manifesto.js';
import { toOverview } from '../files/overview.js';
import { toResponsesCsv } from '../files/responses-csv.js';
import { readGameRecord } from '../record/game-record.js';
import { writeAtomically } from './write-atomically.js';

/** The files of a run beside its journal, under the predecessor's names. */
export const ARTEFACTS = [
  'lmvsgame.json',
  'overview.jsonl',
  'llm_responses.csv',
  'game_manifesto.txt',
  'general_game.log',
] as const;
export type ArtefactName = (typeof ARTEFACTS)[number];

export interface ArtefactOptions {
  /** The predecessor's form of the saved game, with every diary in every phase. @default false */
  readonly diariesInSave?: boolean | undefined;
  /** Cost of a call, in dollars. @default the column stays empty */
  readonly costOf?: PriceBook['costOf'] | undefined;
  /** Run as `game_manifesto.txt` names it in commands, quoted for a shell. @default the run's id */
  readonly named?: string | undefined;
  /** Files to write; while a game is under way the saved game may be enough. @default all */
  readonly files?: readonly ArtefactName[] | undefined;
}

export interface ArtefactRequest {
  readonly store: Pick<JournalStore, 'read'>;
  readonly runId: string;
  /** Folder of the files: the run's own one. It is created where it is missing. */
  readonly folder: string;
  readonly options?: ArtefactOptions | undefined;
}

/**
 * Writes the files of a run from its journal alone, each of them whole or not at all. Good at any time: a game that is under way has the
 * phase it is in last, and the files of a game that is over are the same whenever they are written.
 *
 * The journal is read front to back three times (for the game, the responses, the log) rather than held in memory; entries that come in
 * meanwhile are left for the next time.
 * @throws GameSpecError where the run is no game of lm-game; UnknownRunError, JournalCorruptError, and errors of the disk
 */
export async function writeArtefacts({ store, runId, folder, options = {} }: ArtefactRequest): Promise<void> {
  const { diariesInSave, costOf, named, files = ARTEFACTS } = options;
  const record = await readGameRecord(runId, store.read(runId));
  const contents: Readonly<Record<ArtefactName, () => AsyncIterable<string> | Iterable<string>>> = {
    'lmvsgame.json': () => [toGameSave(record, { diariesInSave })],
    'overview.jsonl': () => [toOverview(record)],
    'llm_responses.csv': () => toResponsesCsv(store.read(runId), record, { costOf }),
    'game_manifesto.txt': () => [toManifesto(record, { named })],
    'general_game.log': () => toGeneralLog(store.read(runId), record),
  };
  for (const name of files) await writeAtomically(join(folder, name), contents[name]());
}
