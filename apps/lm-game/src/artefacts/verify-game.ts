import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  adjudicate,
  DiplomacyRulesError,
  type Mismatch,
  positionHash,
  readSavedGame,
  RULEBOOKS,
  type SavedGame,
  savedGameProblems,
  type SavedPhase,
  verifySavedGame,
} from '@entente/diplomacy-rules';
import { readOrders } from '@entente/diplomacy-game';
import { ConsoleError } from '@entente/run-console';
import { createFileStore, JOURNAL_FILE } from '@entente/simulation-core/node';
import { type GameRecord, readGameRecord } from './game-record.js';
import { exportSavedGame } from './game-save.js';

const GAME_SAVE = 'lmvsgame.json';

/** What `verifyGame` found. */
export interface VerifiedGame {
  readonly id: string;
  /** What was read: a saved game, a journal, or both. */
  readonly sources: readonly string[];
  /** Phases that were judged again. */
  readonly phases: number;
  /** Phases of which a flag says that their record proves nothing. */
  readonly setAside: number;
  /** Under which key the saved game has what powers think of each other: the predecessor's present one, its former one, or none. */
  readonly relationships: 'state_agents' | 'agent_relationships' | null;
  /** Whatever is not as the rules, the journal or the Python package would have it. Empty for a sound game. */
  readonly mismatches: readonly Mismatch[];
}

/**
 * Judges a recorded game again: each phase of a saved game (ours, the predecessor's in both its forms, the Python package's) and of a
 * journal; and where there are both, holds the saved game against the journal.
 * @param place a saved game, a run's folder, or a journal
 * @throws ConsoleError where there is nothing of the kind, or it cannot be read
 */
export async function verifyGame(place: string): Promise<VerifiedGame> {
  const { save, journal } = findSources(place);
  const saved = save === null ? null : await readSave(save);
  const record = journal === null ? null : await readJournal(journal);
  const ofJournal = record === null ? null : exportSavedGame(record);
  const game = saved ?? ofJournal;
  if (game === null) throw nothingThere(place);

  const { phases, setAside, mismatches } = judge(game, save ?? place);
  const problems = savedGameProblems(game).map(({ place: at, message }): Mismatch => ({
    game: game.id,
    phase: at,
    what: 'the Python package',
    expected: 'a sound game',
    found: message,
  }));
  return {
    id: game.id,
    sources: [save, journal].flatMap((source) => (source === null ? [] : [source])),
    phases,
    setAside,
    relationships: relationshipsOf(game.phases),
    mismatches: [
      ...mismatches,
      ...problems,
      ...(record === null ? [] : journalMismatches(record)),
      ...(saved === null || ofJournal === null ? [] : compareSaves(saved, ofJournal)),
    ],
  };
}

/** A run's folder has both; a saved game is held against the journal beside it only where it is that run's own. */
function findSources(place: string): { readonly save: string | null; readonly journal: string | null } {
  if (!existsSync(place)) throw nothingThere(place);
  if (!statSync(place).isDirectory() && basename(place) !== GAME_SAVE && basename(place) !== JOURNAL_FILE)
    return { save: place, journal: null };
  const folder = statSync(place).isDirectory() ? place : dirname(place);
  const [save, journal] = [join(folder, GAME_SAVE), join(folder, JOURNAL_FILE)].map((file) => (existsSync(file) ? file : null));
  return { save: save ?? null, journal: journal ?? null };
}

const nothingThere = (place: string): ConsoleError =>
  new ConsoleError(`There is no game at ${place}; name a saved game, or a folder with ${GAME_SAVE} or ${JOURNAL_FILE}.`);

async function readSave(file: string): Promise<SavedGame> {
  try {
    return readSavedGame(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    if (!(cause instanceof SyntaxError) && !DiplomacyRulesError.isInstance(cause)) throw cause;
    throw new ConsoleError(`${file} cannot be read as a saved game: ${cause.message}`, { cause });
  }
}

async function readJournal(file: string): Promise<GameRecord> {
  const folder = dirname(file);
  const runId = basename(folder);
  return readGameRecord(runId, createFileStore({ folder: dirname(folder) }).read(runId));
}

function judge(game: SavedGame, place: string): ReturnType<typeof verifySavedGame> {
  try {
    return verifySavedGame(game);
  } catch (cause) {
    if (!DiplomacyRulesError.isInstance(cause)) throw cause;
    throw new ConsoleError(`${place} cannot be judged: ${cause.message}`, { cause });
  }
}

function relationshipsOf(phases: readonly SavedPhase[]): VerifiedGame['relationships'] {
  if (phases.some((phase) => 'state_agents' in phase)) return 'state_agents';
  return phases.some((phase) => 'agent_relationships' in phase) ? 'agent_relationships' : null;
}

/** Every position on record has to be what the rules make of the one before. */
function journalMismatches({ state, header, spec }: GameRecord): readonly Mismatch[] {
  const rulebook = RULEBOOKS[state.settings?.rulebook ?? spec.settings.rulebook];
  return state.history.flatMap((record, i): readonly Mismatch[] => {
    const expected = state.history[i + 1]?.position ?? state.position;
    const found = adjudicate(record.position, readOrders(record), { rulebook }).next;
    if (positionHash(found) === positionHash(expected)) return [];
    return [
      { game: header.runId, phase: record.phase, what: 'next position on record', expected: expected.phase, found: found.phase },
    ];
  });
}

/** A saved game that is older than the journal has fewer phases; in its last one nothing was decided yet. */
function compareSaves(saved: SavedGame, ofJournal: SavedGame): readonly Mismatch[] {
  return saved.phases.flatMap((phase, i): readonly Mismatch[] => {
    const about = { game: saved.id, phase: phase.name };
    const recorded = ofJournal.phases[i];
    if (recorded?.name !== phase.name)
      return [{ ...about, what: 'phase of the journal', expected: phase.name, found: recorded?.name ?? 'none' }];
    const isLast = i === saved.phases.length - 1;
    const pairs: readonly (readonly [string, unknown, unknown])[] = [
      ['units', phase.state.units, recorded.state.units],
      ['centers', phase.state.centers, recorded.state.centers],
      ['retreats', phase.state.retreats, recorded.state.retreats],
      ...(isLast
        ? []
        : ([
            ['orders', phase.orders, recorded.orders],
            ['results', resultsOfUnits(phase), resultsOfUnits(recorded)],
            ['messages', phase.messages, recorded.messages],
          ] as const)),
    ];
    return pairs.flatMap(([what, expected, found]) => {
      const [a, b] = [JSON.stringify(expected), JSON.stringify(found)];
      return a === b ? [] : [{ ...about, what: `${what} in the journal`, expected: excerpt(a), found: excerpt(b) }];
    });
  });
}

/** Waived builds are told in one form of a saved game and not in the other. */
const resultsOfUnits = ({ results = {} }: SavedPhase): readonly unknown[] =>
  Object.entries(results).filter(([unit]) => unit !== 'WAIVE');

const excerpt = (text: string | undefined): string =>
  text === undefined ? 'nothing' : text.length > 120 ? `${text.slice(0, 120)}…` : text;
