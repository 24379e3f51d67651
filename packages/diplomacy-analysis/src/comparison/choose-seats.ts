import { type Power, POWERS } from '@entente/diplomacy-rules';
import { modelOf, type ReportedGame } from '../games/reported-game.js';
import { type GameRow, gameRow } from './game-rows.js';

/** The games of two sides, with the seats in them that count. */
export interface ChosenSeats {
  readonly rows: readonly GameRow[];
  /** Which seats of a game count, as a sentence. */
  readonly seats: string;
}

/**
 * The seats that count in the games of both sides. Of models those that each played; of conditions those that are tested: the labelled one
 * (`seat`), else those whose models differ between the two, else all.
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

/** Who plays in a game, by name. */
export const modelsOf = ({ state }: Pick<ReportedGame, 'state'>): readonly string[] =>
  POWERS.flatMap((power) => modelOf(state, power) ?? []);
