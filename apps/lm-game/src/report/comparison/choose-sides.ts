import { type Power, POWERS } from '@entente/diplomacy-rules';
import { UsageError } from '@entente/run-console';
import { modelOf, type ReportedGame } from '../games/reported-game.js';
import { type GameRow, gameRow } from './game-rows.js';

/** What the two names of a comparison turned out to be. */
export type SideKind = 'condition' | 'label' | 'model' | 'run-name';

/** Two sides, found among games. */
export interface ChosenSides {
  readonly kind: SideKind;
  readonly rows: readonly GameRow[];
  /** Which seats of a game count, as a sentence. */
  readonly seats: string;
}

/**
 * Finds the games of both sides. A name is a condition (the label `condition` of a study's runs), a label such as `press=none`, a model
 * that plays, or the beginning of a run's name, and the first of these that fits both. Of conditions those seats count that are tested: the
 * labelled one (`seat`), else those whose models differ between the two, else all.
 * @throws UsageError where a name fits nothing
 */
export function chooseSides(games: readonly ReportedGame[], sides: readonly [string, string]): ChosenSides {
  const kind = KINDS.find((each) => sides.every((side) => games.some((game) => fits(game, each, side))));
  if (kind === undefined) {
    const missing = sides.find((side) => !KINDS.some((each) => games.some((game) => fits(game, each, side)))) ?? sides[1];
    const conditions = [...new Set(games.flatMap(({ header }) => header.labels['condition'] ?? []))];
    const models = [...new Set(games.flatMap((game) => modelsOf(game)))];
    const known = [...conditions, ...models].sort();
    throw new UsageError(
      `"${missing}" is no condition, model or beginning of a run's name${known.length === 0 ? '' : `; there are ${known.join(', ')}`}.`,
    );
  }
  const byGame = sides.map((side) => games.filter((game) => fits(game, kind, side)));
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
    return { kind, rows, seats: 'The seats that each model played.' };
  }
  const [first = [], second = []] = byGame;
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
    kind,
    rows,
    seats: isTestOfSeats
      ? 'The seats that are tested; their opponents are left out.'
      : 'Means over all seven seats, whose centres always add up to the same: look at order success.',
  };
}

const KINDS: readonly SideKind[] = ['condition', 'label', 'model', 'run-name'];

const modelsOf = ({ state }: ReportedGame): readonly string[] => POWERS.flatMap((power) => modelOf(state, power) ?? []);

function fits(game: ReportedGame, kind: SideKind, side: string): boolean {
  const { labels } = game.header;
  switch (kind) {
    case 'condition':
      return labels['condition'] === side;
    case 'label': {
      const [name = '', ...value] = side.split('=');
      return value.length > 0 && labels[name] === value.join('=');
    }
    case 'model':
      return modelsOf(game).includes(side);
    case 'run-name':
      return game.runId.startsWith(side);
    default:
      return kind satisfies never;
  }
}
