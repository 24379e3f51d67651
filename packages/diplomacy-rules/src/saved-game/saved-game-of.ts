import { InvalidFileError } from '../errors.js';
import type { MapIndex } from '../map/map-index.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { PhaseType } from '../values/phase.js';
import { parsePhase } from '../values/phase.js';
import type { Power } from '../values/power.js';
import type { RulebookChoice } from '../values/rulebook-choice.js';
import { openLedger, turnLedger } from './board-ledger.js';
import { savedGameProblems } from './saved-game-problems.js';
import type { PlayedPhase, SavedGame, SavedPhase } from './saved-game.js';
import { toPythonResults } from './to-python-results.js';
import { toSavedOrders, withVia } from './to-saved-orders.js';
import { toSavedState } from './to-saved-state.js';

/** Options of `savedGameOf`. */
export interface SavedGameOptions<P extends string> extends MapOptions<P> {
  readonly id: string;
  /** @default `POWER_CHOICE`, and `NO_PRESS` for a game without messages, as in games that the Python package saves */
  readonly rules?: readonly string[] | undefined;
  /**
   * Rulebook of the game, for `verifySavedGame`. The Python package ignores it and replays by its own rules: only games played under
   * `python-compatible` pass its check.
   * @default `python-compatible`, which is not written down
   */
  readonly rulebook?: RulebookChoice | undefined;
  /** Further keys of the game. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Converts a game to a saved game of the Python package that passes its check. `history` has every phase, with the current phase last.
 * Leaves out orders that the check refuses and that have no effect: illegal orders, waived builds, supports for a move to another coast
 * than the ordered one.
 * @throws {InvalidFileError} If the package would refuse the game: messages in a game of `NO_PRESS`, or out of sequence.
 */
export function savedGameOf<P extends string = Power>(
  history: readonly PlayedPhase<P>[],
  { id, rules, rulebook, extra = {}, ...options }: SavedGameOptions<P>,
): SavedGame {
  const board = mapIndexOf(options);
  const silent = history.every(({ messages = [] }) => messages.length === 0);
  const header = { gameId: id, rules: rules ?? (silent ? ['NO_PRESS', 'POWER_CHOICE'] : ['POWER_CHOICE']) };
  const phases: SavedPhase[] = [];
  let ledger = history[0] === undefined ? undefined : openLedger(board, history[0].position);
  history.forEach((played, i) => {
    const { position, adjudication, timestampUs, messages = [] } = played;
    const before = history[i - 1];
    if (ledger === undefined || before === undefined) ledger = openLedger(board, position);
    else ledger = turnLedger(board, ledger, position, before.adjudication);
    phases.push({
      name: position.phase,
      state: toSavedState(board, position, ledger, { ...header, timestampUs, type: typeOf(played, before) }),
      orders: toSavedOrders(board, played, { isLast: i === history.length - 1 }),
      results:
        adjudication === undefined
          ? {}
          : toPythonResults(withSavedMoves(board, adjudication), {
              map: board.map,
              order: ledger.units,
              position,
              popped: before?.adjudication?.dislodged.filter(({ retreats }) => retreats.length === 0).map(({ unit }) => unit),
            }),
      messages,
      ...played.extra,
    });
  });
  const judged = rulebook === undefined || rulebook === 'python-compatible' ? {} : { rulebook };
  const game = { id, map: board.map.name, rules: header.rules, phases, ...judged, ...extra };
  const [problem] = savedGameProblems(game);
  if (problem !== undefined) {
    throw new InvalidFileError(`The game cannot be saved: ${problem.message} (${problem.place})`, { place: problem.place });
  }
  return game;
}

/** The type of a phase. A won game ends in Winter, when centres are counted; a drawn one in the phase that was not played. */
function typeOf<P extends string>({ position }: PlayedPhase<P>, before: PlayedPhase<P> | undefined): PhaseType | undefined {
  if (position.phase !== 'COMPLETED') return parsePhase(position.phase)?.type;
  if (position.result?.kind === 'solo') return 'A';
  return parsePhase(before?.adjudication?.next.phase ?? before?.position.phase ?? '')?.type;
}

/** Outcomes of the written orders. */
const withSavedMoves = <P extends string>(board: MapIndex<P>, adjudication: Adjudication<P>): Adjudication<P> => ({
  ...adjudication,
  outcomes: adjudication.outcomes.map((outcome) => ({ ...outcome, order: withVia(board, outcome.order) })),
});
