import { gameScores, type GameState, readGameSpec } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import type { Column, Row } from '@entente/studies/tables';
import { nameOfPower } from '../games/reported-game.js';

/** Columns of a game's result. */
export const RESULT_COLUMNS: readonly Column[] = [
  { key: 'seed', title: 'seed', meaning: 'Seed of the game.', unit: 'text' },
  {
    key: 'lastPhase',
    title: 'played',
    meaning: 'Last phase that was played.',
    unit: 'phase, as F1903M',
    absent: 'none was played',
  },
  { key: 'ending', title: 'ending', meaning: 'Reason why the game ended.', unit: 'text', absent: 'the game is not over' },
  { key: 'leader', title: 'leader', meaning: 'Power with the most centres; several where they are level.', unit: 'text' },
  {
    key: 'centers',
    title: 'centres A E F G I R T',
    meaning: 'Centres of Austria, England, France, Germany, Italy, Russia and Turkey, in this order.',
    unit: 'centres',
    align: 'right',
  },
  {
    key: 'score',
    title: 'score',
    meaning: 'Game score of the leader.',
    unit: 'points',
    absent: 'there is no leader',
    align: 'right',
  },
  {
    key: 'defaulted',
    title: 'defaulted',
    meaning: 'Units for which a power gave no usable order.',
    unit: 'units',
    align: 'right',
  },
  {
    key: 'missing',
    title: 'missing',
    meaning: 'Replies that said nothing usable, of any kind.',
    unit: 'replies',
    align: 'right',
  },
];

export const RESULT_NOTE = 'Score: the leader’s, as the field’s benchmark counts.';

export function resultRow(state: GameState, blueprint: RunBlueprint): Row {
  const { settings } = readGameSpec(blueprint);
  const { centers } = state.position;
  const leaders = leadersOf(state);
  const scores = gameScores(state, settings.maxYear);
  return {
    seed: blueprint.seed,
    lastPhase: state.history.at(-1)?.phase ?? null,
    ending: state.ended?.ending ?? null,
    leader: leaders.map(nameOfPower).join(', '),
    centers: POWERS.map((power) => centers[power].length).join(' '),
    score: leaders[0] === undefined ? null : scores[leaders[0]],
    defaulted: state.defaulted.reduce((sum, { units }) => sum + units.length, 0),
    missing: state.missing.length,
  };
}

/** Returns the powers with the most centres; several where they are level. */
export function leadersOf({ position: { centers } }: Pick<GameState, 'position'>): readonly Power[] {
  const most = Math.max(...POWERS.map((power) => centers[power].length));
  return POWERS.filter((power) => centers[power].length === most);
}
