import { type GameState, gameScores } from '@entente/diplomacy-game';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Column, Row } from '@entente/run-console';
import type { RunBlueprint } from '@entente/run-console/session';
import { readGameSpec } from './game-spec.js';

/** What came of a game, in a row. */
export const RESULT_COLUMNS: readonly Column[] = [
  { key: 'seed', title: 'seed', leftOut: 3 },
  { key: 'lastPhase', title: 'played', leftOut: 1 },
  { key: 'ending', title: 'ending', leftOut: 2 },
  { key: 'leader', title: 'leader', shrinks: true },
  { key: 'centers', title: 'centres A E F G I R T', align: 'right' },
  { key: 'score', title: 'score', align: 'right' },
  { key: 'defaulted', title: 'defaulted', align: 'right', leftOut: 4 },
  { key: 'missing', title: 'missing', align: 'right', leftOut: 5 },
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
    leader: leaders.map(capitalized).join(', '),
    centers: POWERS.map((power) => centers[power].length).join(' '),
    score: leaders[0] === undefined ? null : scores[leaders[0]],
    defaulted: state.defaulted.reduce((sum, { units }) => sum + units.length, 0),
    missing: state.missing.length,
  };
}

/** Who has most centres; several where they are level. */
export function leadersOf({ position: { centers } }: Pick<GameState, 'position'>): readonly Power[] {
  const most = Math.max(...POWERS.map((power) => centers[power].length));
  return POWERS.filter((power) => centers[power].length === most);
}

/** `France`. */
export const capitalized = (power: string): string => power.charAt(0) + power.slice(1).toLowerCase();
