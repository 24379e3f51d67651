import { readOrders, rulebookAt } from '@entente/diplomacy-game/state';
import {
  adjudicate,
  DiplomacyRulesError,
  isOfJudging,
  type Mismatch,
  packageObjections,
  positionHash,
  readLeniently,
  type SavedGame,
  savedGameProblems,
  type SavedPhase,
  toRulebook,
  type Verification,
  verifySavedGame,
} from '@entente/diplomacy-rules';
import { filesOf, readValues } from '@entente/diplomacy-rules/node';
import { cutText } from '@entente/llm-clients/contract';
import { SimulationError } from '@entente/simulation-core';
import { createFileStore, JOURNAL_FILE } from '@entente/simulation-core/node';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DiplomacyAnalysisError } from '../errors.js';
import { exportSavedGame } from '../files/game-save.js';
import { type GameRecord, readGameRecord } from '../record/game-record.js';

const GAME_SAVE = 'lmvsgame.json';

/** Findings about a recorded game. */
export interface VerifiedGame {
  readonly id: string;
  /** Files that were read: a saved game, a journal, or both. A game in a file of many has its line. */
  readonly sources: readonly string[];
  /** Number of phases that were adjudicated again. */
  readonly phases: number;
  /** Number of phases that carry a flag by which their record proves nothing. */
  readonly setAside: number;
  /** Key of the relationships in the saved game: the predecessor's present one, its former one, or none. */
  readonly relationships: 'state_agents' | 'agent_relationships' | null;
  /** Whether all positions, orders and results follow from the rules. */
  readonly judgingAgrees: boolean;
  /** Whether the hashes of positions are those of the Python package; `null` where none can be compared: there are none, or of another version. */
  readonly hashesAgree: boolean | null;
  readonly hashes: Verification['hashes'];
  /** Whether saved game and journal agree; `null` where only one of them is there. */
  readonly journalAgrees: boolean | null;
  /** Differences from the rules, the hashes or the journal. Empty for a sound game. */
  readonly mismatches: readonly Mismatch[];
  /** Remarks that do not count against the game: unreadable parts, and objections of the Python package's check. */
  readonly notes: readonly string[];
}

/** A place without a readable game, and the reason. */
export interface UnreadableGame {
  readonly place: string;
  readonly problem: string;
}

/**
 * Judges recorded games again: each phase of a saved game (ours, the predecessor's in both its forms, the Python package's) and of a journal;
 * and where there are both, holds the saved game against the journal. A file may have a game a line and may be packed; a folder stands for
 * the run in it, or else for all games and files of games below it; runs of other programs there are passed over. An unreadable game is a finding, and does not
 * stop the others.
 * @param place a saved game, a file of them, a run's folder, a journal, or a folder of any of these
 */
export async function* verifyGames(place: string): AsyncGenerator<VerifiedGame | UnreadableGame> {
  const places = placesBelow(place);
  for (const one of places) {
    const { save, journal } = findSources(one);
    // Analyses, and runs of other programs, stand among games and are none.
    if (places.length > 1 && save === null && journal !== null && (await isOfOtherProgram(journal))) continue;
    if (journal !== null) yield await attempt(one, () => verifyRun(one, save, journal));
    else if (save === null) yield { place: one, problem: nothingThere(one) };
    else yield* verifyFile(save);
  }
}

/**
 * `verifyGames` for a place that has one game.
 * @throws DiplomacyAnalysisError where there is nothing of the kind, or it cannot be read
 */
export async function verifyGame(place: string): Promise<VerifiedGame> {
  for await (const found of verifyGames(place)) {
    if ('problem' in found) throw new DiplomacyAnalysisError(found.problem);
    return found;
  }
  throw new DiplomacyAnalysisError(nothingThere(place));
}

/** Runs and files of games below a folder, by name; a run's folder is one place, and so is anything that is no folder. */
function placesBelow(place: string): readonly string[] {
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true || isRun(place)) return [place];
  const runs = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isRun);
  const files = filesOf([place]).filter((file) => file !== place && !runs.some((run) => file.startsWith(join(run, '/'))));
  const all = [...runs, ...files].sort();
  return all.length === 0 ? [place] : all;
}

const isRun = (folder: string): boolean => [GAME_SAVE, JOURNAL_FILE].some((file) => existsSync(join(folder, file)));

/** A run's folder has both; a saved game is held against the journal beside it only where it is that run's own. */
function findSources(place: string): { readonly save: string | null; readonly journal: string | null } {
  if (!existsSync(place)) return { save: null, journal: null };
  if (!statSync(place).isDirectory() && basename(place) !== GAME_SAVE && basename(place) !== JOURNAL_FILE)
    return { save: place, journal: null };
  const folder = statSync(place).isDirectory() ? place : dirname(place);
  const [save, journal] = [join(folder, GAME_SAVE), join(folder, JOURNAL_FILE)].map((file) => (existsSync(file) ? file : null));
  return { save: save ?? null, journal: journal ?? null };
}

const nothingThere = (place: string): string =>
  `There is no game at ${place}; name a saved game, or a folder with ${GAME_SAVE} or ${JOURNAL_FILE}.`;

/** The games of a file, one after the other. */
async function* verifyFile(file: string): AsyncGenerator<VerifiedGame | UnreadableGame> {
  const values = readValues(file);
  for (;;) {
    const next = await attempt(file, () => values.next());
    if ('problem' in next) {
      yield next;
      return;
    }
    if (next.done === true) return;
    const { place, value, problem } = next.value;
    if (problem !== undefined) yield { place, problem: `${place} cannot be read as a saved game: ${problem}` };
    else yield await attempt(place, () => verified(value as SavedGame, { sources: [place], record: null }));
  }
}

async function verifyRun(place: string, save: string | null, journal: string): Promise<VerifiedGame> {
  const record = await readJournal(journal);
  const sources = save === null ? [journal] : [save, journal];
  if (save === null) return verified(exportSavedGame(record), { sources, record });
  for await (const { value, problem } of readValues(save)) {
    if (problem !== undefined) throw new DiplomacyAnalysisError(`${save} cannot be read as a saved game: ${problem}`);
    return verified(value as SavedGame, { sources, record });
  }
  throw new DiplomacyAnalysisError(nothingThere(place));
}

/** Returns whether a journal belongs to another program. Its reader reports damage. */
async function isOfOtherProgram(journal: string): Promise<boolean> {
  const folder = dirname(journal);
  const runId = basename(folder);
  try {
    for await (const entry of createFileStore({ folder: dirname(folder) }).read(runId))
      return entry.type === 'run-started' && entry.program !== 'diplomacy';
  } catch (cause) {
    if (!SimulationError.isInstance(cause)) throw cause;
  }
  return false;
}

async function readJournal(file: string): Promise<GameRecord> {
  const folder = dirname(file);
  const runId = basename(folder);
  return readGameRecord(runId, createFileStore({ folder: dirname(folder) }).read(runId));
}

/** Does something about a place; what cannot be read there is data, and any other error is thrown. */
async function attempt<T>(place: string, act: () => T | Promise<T>): Promise<T | UnreadableGame> {
  try {
    return await act();
  } catch (cause) {
    if (DiplomacyRulesError.isInstance(cause))
      return { place, problem: `${place} cannot be read as a saved game: ${cause.message}` };
    if (DiplomacyAnalysisError.isInstance(cause) || SimulationError.isInstance(cause)) return { place, problem: cause.message };
    throw cause;
  }
}

/** @throws DiplomacyRulesError where the value does not have the shape of a game */
function verified(
  saved: SavedGame,
  { sources, record }: { readonly sources: readonly string[]; readonly record: GameRecord | null },
): VerifiedGame {
  const { phases, hashes, setAside, mismatches, notes = [] } = verifySavedGame(saved);
  const ofJournal = record === null ? [] : journalMismatches(record);
  const between = record === null || sources.length < 2 ? null : compareSaves(saved, exportSavedGame(record));
  return {
    id: saved.id,
    sources,
    phases,
    setAside,
    relationships: relationshipsOf(saved.phases),
    judgingAgrees: ofJournal.length === 0 && !mismatches.some(isOfJudging),
    hashesAgree: hashes === 'agree' || hashes === 'differ' ? hashes === 'agree' : null,
    hashes,
    journalAgrees: between === null ? null : between.length === 0,
    mismatches: [...mismatches, ...ofJournal, ...(between ?? [])],
    notes: [...notes, ...packageNotes(saved)],
  };
}

/** Why the check of the Python package would refuse a game, one note for each kind of reason. */
function packageNotes(game: SavedGame): readonly string[] {
  const problems = game.phases.some((phase) => 'state' in phase) ? savedGameProblems(readLeniently(game).game) : [];
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  return [
    ...kinds.map((kind) => {
      const [first, ...more] = problems.filter((problem) => problem.kind === kind);
      return `The Python package's check refuses it: ${first?.message ?? ''}${more.length === 0 ? '' : ` And ${more.length} more like it.`}`;
    }),
    ...packageObjections(game).map(({ phase, message }) => `${phase}: ${message}`),
  ];
}

function relationshipsOf(phases: readonly SavedPhase[]): VerifiedGame['relationships'] {
  if (phases.some((phase) => 'state_agents' in phase)) return 'state_agents';
  return phases.some((phase) => 'agent_relationships' in phase) ? 'agent_relationships' : null;
}

/** Every position on record has to be what the rules make of the one before. */
function journalMismatches({ state, header }: GameRecord): readonly Mismatch[] {
  return state.history.flatMap((record, i): readonly Mismatch[] => {
    const expected = state.history[i + 1]?.position ?? state.position;
    const rulebook = toRulebook(rulebookAt(state, record.phase));
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
  text === undefined ? 'nothing' : text.length > 120 ? `${cutText(text, 120)}…` : text;
