import { seatAt } from '@entente/diplomacy-game';
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
  /** When it was begun, in milliseconds since 1970; files carry this time, so that they come out the same whenever they are written. */
  readonly at: number;
}

export const momentsOf = ({ state }: FinishedAnalysis): readonly Moment[] => state.judged.flatMap(({ moments }) => moments ?? []);

export const promisesOf = ({ state }: FinishedAnalysis): readonly JudgedPromise[] =>
  state.judged.flatMap(({ promises }) => promises);

/** Everything the judge said that was not kept. */
export const droppedOf = ({ state }: FinishedAnalysis): readonly Dropped[] =>
  [...state.found, ...state.judged].flatMap(({ dropped }) => dropped);

/** The id of the model that plays a power; in a fork the one that has played it since. */
export const modelOf = ({ game }: FinishedAnalysis, power: Power): string => game.state.seats?.[power].model ?? 'unknown';

/** The id of the model that played a power in a phase, which in a fork may be another one than plays it now. */
export const modelAt = ({ game }: FinishedAnalysis, power: Power, phase: string): string =>
  seatAt(game.state, power, phase)?.model ?? 'unknown';

/** What has to be said where a game was played, or judged, by rules of thumb. */
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
