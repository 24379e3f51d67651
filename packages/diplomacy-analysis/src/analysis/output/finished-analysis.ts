import { seatAt } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import { isOffline } from '@entente/llm-clients/contract';
import type { AnalysisSpec } from '../../analyst/analysis-spec.js';
import type { AnalysisState } from '../analysis-state.js';
import type { Dropped } from '../dropped.js';
import type { GameMaterial } from '../material/game-material.js';
import type { Moment } from '../moments/moment.js';
import type { JudgedPromise } from '../promises/press-promise.js';

/** An analysis that has come to its end, with the game that it is about. */
export interface FinishedAnalysis {
  readonly runId: string;
  readonly spec: AnalysisSpec;
  readonly game: GameMaterial;
  readonly state: AnalysisState;
  /** Start of the analysis, in milliseconds since 1970. Files carry this time, so they are the same whenever they are written. */
  readonly at: number;
}

export const momentsOf = ({ state }: FinishedAnalysis): readonly Moment[] => state.judged.flatMap(({ moments }) => moments ?? []);

export const promisesOf = ({ state }: FinishedAnalysis): readonly JudgedPromise[] =>
  state.judged.flatMap(({ promises }) => promises);

/** All parts of the judge's replies that were rejected. */
export const droppedOf = ({ state }: FinishedAnalysis): readonly Dropped[] =>
  [...state.found, ...state.judged].flatMap(({ dropped }) => dropped);

/** Id of the model that plays a power; in a fork the one that plays it since the fork. */
export const modelOf = ({ game }: FinishedAnalysis, power: Power): string => game.state.seats?.[power].model ?? 'unknown';

/** Id of the model that played a power in a phase. In a fork it may differ from the present one. */
export const modelAt = ({ game }: FinishedAnalysis, power: Power, phase: string): string =>
  seatAt(game.state, power, phase)?.model ?? 'unknown';

/** Labels of results where the offline model played or judged. */
export function offlineLabels(analysis: FinishedAnalysis): readonly string[] {
  const isPlayedOffline = POWERS.some((power) => modelOf(analysis, power) === 'offline');
  return [
    ...(isOffline(analysis.spec.judge)
      ? ['Judged by the offline model: rules of thumb, not a language model. It says nothing about anybody.']
      : []),
    ...(isPlayedOffline
      ? ['Played by the offline model: what its powers promise and break says nothing about language models.']
      : []),
  ];
}

/** Number of orders, by model, that were not understood or not allowed in the first reply. */
export function invalidMovesByModel({ game }: FinishedAnalysis): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { model, illegal } of game.state.orderTexts) if (model !== null) counts[model] = (counts[model] ?? 0) + illegal;
  return counts;
}
