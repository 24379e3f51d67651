import { InvalidFileError } from '../errors.js';
import type { RulebookName } from '../values/rulebook.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Power } from '../values/power.js';
import { openLedger, turnLedger } from './board-ledger.js';
import type { SavedGame, SavedPhase } from './saved-game.js';
import type { PlayedPhase } from './played-phase.js';
import { savedGameProblems } from './saved-game-problems.js';
import { toPythonResults } from './to-python-results.js';
import { toSavedOrders } from './to-saved-orders.js';
import { toSavedState } from './to-saved-state.js';

/** What `savedGameOf` has to be told. */
export interface SavedGameOptions<P extends string> extends MapOptions<P> {
  readonly id: string;
  /** @default `POWER_CHOICE`, and `NO_PRESS` if nobody said anything; as in a game that the Python package saves. */
  readonly rules?: readonly string[] | undefined;
  /**
   * By which rules the game was judged, so that `verifySavedGame` judges it by the same. The Python package does not read it and replays by
   * rules of its own: a game that it shall take is played under `python-compatible`.
   * @default `python-compatible`, which is not written down
   */
  readonly rulebook?: RulebookName | undefined;
  /** Further keys of the game. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A game as a saved game of the Python package, fit for its own check: `history` has every phase from the first on, the phase that the game
 * is in last. What that check would refuse is left out of `orders`, and has no effect in the game either: orders that are not legal, waived
 * builds, support for a move to another coast than the one ordered.
 * @throws {InvalidFileError} where the package would not take the game: messages in a game of `NO_PRESS`, or out of their order.
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
      state: toSavedState(board, position, ledger, { ...header, timestampUs }),
      orders: toSavedOrders(board, played, { isLast: i === history.length - 1 }),
      results: adjudication === undefined ? {} : toPythonResults(adjudication, { map: board.map, order: ledger.units }),
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
