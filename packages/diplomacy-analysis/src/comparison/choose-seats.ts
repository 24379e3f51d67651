import { type Power, POWERS } from '@entente/diplomacy-rules';
import { modelOf, type ReportedGame } from '../games/reported-game.js';
import { type GameRow, gameRow } from './game-rows.js';

/** Rows of the games of two sides, over the seats that count. */
export interface ChosenSeats {
  readonly rows: readonly GameRow[];
  /** Sentence about the seats that count. */
  readonly seats: string;
}

/**
 * Chooses the seats that count in the games of two sides. For models: the seats that each played. For conditions: the tested seats, which are
 * the labelled one (`seat`), or those whose models differ between the sides, or all.
 */
export function chooseSeats(
  kind: 'model' | 'condition' | 'label' | 'run-name',
  byGame: readonly [readonly ReportedGame[], readonly ReportedGame[]],
  sides: readonly [string, string],
): ChosenSeats {
  if (kind === 'model') {
    const rows = sides.flatMap((side, at) =>
      (byGame[at] ?? []).map((game) =>
        gameRow(
          game,
          side,
          POWERS.filter((power) => modelOf(game.state, power) === side),
        ),
      ),
    );
    return { rows, seats: 'The seats that each model played.' };
  }
  const [first, second] = byGame;
  const played = [first, second].map((side) => new Set(side.flatMap(modelsOf)));
  const isTested = (model: string | null, at: number): boolean => model !== null && !played[1 - at]?.has(model);
  const testedSeats = (game: ReportedGame, at: number): readonly Power[] => {
    const labelled = POWERS.filter((power) => power === game.header.labels['seat']);
    return labelled.length > 0 ? labelled : POWERS.filter((power) => isTested(modelOf(game.state, power), at));
  };
  const isTestOfSeats = [first, second].every((side, at) => side.every((game) => testedSeats(game, at).length > 0));
  const rows = sides.flatMap((side, at) =>
    (byGame[at] ?? []).map((game) => gameRow(game, side, isTestOfSeats ? testedSeats(game, at) : POWERS)),
  );
  return {
    rows,
    seats: isTestOfSeats
      ? 'The seats that are tested; their opponents are left out.'
      : 'Means over all seven seats, whose centres always add up to the same: look at order success.',
  };
}

/** Returns the models of a game, a name for each seat. */
export const modelsOf = ({ state }: Pick<ReportedGame, 'state'>): readonly string[] =>
  POWERS.flatMap((power) => modelOf(state, power) ?? []);
