import { forEveryPower } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import { formatModelSpec } from '@entente/llm-clients/contract';
import type { JudgementMissing } from '../analysis-facts.js';
import type { Dropped } from '../dropped.js';
import type { PhaseMaterial } from '../material/phase-material.js';
import { type Evidence, type Moment, MOMENT_CATEGORIES, type MomentCategory } from '../moments/moment.js';
import { countPromises } from '../promises/count-promises.js';
import type { Intention, JudgedPromise } from '../promises/press-promise.js';
import {
  droppedOf,
  type FinishedAnalysis,
  invalidMovesByModel,
  modelAt,
  modelOf,
  momentsOf,
  promisesOf,
} from './finished-analysis.js';
import { type ScoreDistribution, scoreDistribution } from './moments-in-words.js';

/** Names of the categories in the metadata. */
const CATEGORY_KEYS: Readonly<Record<MomentCategory, string>> = {
  BETRAYAL: 'betrayals',
  COLLABORATION: 'collaborations',
  PLAYING_BOTH_SIDES: 'playing_both_sides',
  BRILLIANT_STRATEGY: 'brilliant_strategies',
  STRATEGIC_BLUNDER: 'strategic_blunders',
};

/** The fields that others read; times are ISO 8601, scores from 1 to 10. */
export interface MomentsFile {
  readonly metadata: {
    readonly timestamp: string;
    readonly generated_at: string;
    readonly source_folder: string;
    readonly analysis_model: string;
    readonly total_moments: number;
    readonly moment_categories: Readonly<Record<string, number>>;
    readonly score_distribution: Readonly<Record<'scores_9_10' | 'scores_7_8' | 'scores_4_6' | 'scores_1_3', number>>;
    readonly game_results_folder: string;
    readonly analysis_timestamp: string;
    readonly model_used: string;
    /** The saved game, relative to the folder of runs. */
    readonly game_data_path: string;
    readonly power_to_model: Readonly<Record<string, string>>;
  };
  /** Moments and lies in the form that the viewer reads. */
  readonly analysis_results: {
    readonly moments: readonly SavedMoment[];
    readonly lies: readonly SavedLie[];
    readonly invalid_moves_by_model: Readonly<Record<string, number>>;
  };
  readonly summary: {
    readonly total_moments: number;
    readonly total_lies: number;
    readonly moments_by_category: Readonly<Record<MomentCategory, number>>;
    readonly lies_by_power: Readonly<Record<Power, number>>;
    /** These two and `lies_of_unknown_intention`, which is ours, add up to `total_lies`. */
    readonly intentional_lies: number;
    readonly unintentional_lies: number;
    readonly lies_of_unknown_intention: number;
    readonly score_distribution: ScoreDistribution;
  };
  /** The movement phases that were looked at, such as `S1901M`. */
  readonly phases_analyzed: readonly string[];
  readonly power_models: Readonly<Record<string, string>>;
  readonly invalid_moves_by_model: Readonly<Record<string, number>>;
  readonly lies_by_model: Readonly<
    Record<string, { readonly intentional: number; readonly unintentional: number; readonly unknown: number }>
  >;
  readonly moments: readonly SavedMoment[];
  readonly lies: readonly SavedLie[];
  readonly promises: readonly JudgedPromise[];
  readonly dropped: readonly Dropped[];
  readonly missing: readonly JudgementMissing[];
}

interface SavedMoment {
  readonly phase: string;
  readonly category: MomentCategory;
  readonly powers_involved: readonly Power[];
  readonly promise_agreement: string;
  readonly actual_action: string;
  readonly impact: string;
  readonly interest_score: number;
  readonly diary_context: Readonly<Record<string, string>>;
  readonly raw_messages: readonly Readonly<Record<'sender' | 'recipient' | 'phase' | 'message', string>>[];
  readonly raw_orders: Readonly<Record<string, readonly string[]>>;
  readonly evidence: readonly Evidence[];
}

interface SavedLie {
  readonly phase: string;
  readonly liar: Power;
  readonly recipient: Power | 'GLOBAL';
  readonly promise: string;
  readonly diary_intent: string;
  readonly actual_action: string;
  readonly intentional: boolean;
  readonly intention: Intention;
  readonly explanation: string;
}

/**
 * The analysis in the shapes that the Python harness and its viewer know. The viewer takes a file only whole: `metadata`, `analysis_results`,
 * `summary`, `phases_analyzed`, `power_models`, `moments`. The script that writes such files has the moments and lies at the top, beside
 * `lies_by_model` and `invalid_moves_by_model`. A lie there is a promise broken here, intentional where the diary proves it. `promises`,
 * `dropped` and `missing` at the end are ours.
 */
export function momentsFile(analysis: FinishedAnalysis): MomentsFile {
  const { game, state, spec } = analysis;
  const promises = promisesOf(analysis);
  const materials = new Map(game.phases.map((material) => [material.phase, material]));
  const moments = momentsOf(analysis).map((moment) => savedMoment(moment, materials.get(moment.phase)));
  const lies = promises.filter(({ verdict }) => verdict === 'broken').map(savedLie);
  const powerModels = Object.fromEntries(POWERS.map((power) => [power, modelOf(analysis, power)]));
  const invalidMoves = invalidMovesByModel(analysis);
  return {
    metadata: metadataOf(analysis, powerModels),
    analysis_results: { moments, lies, invalid_moves_by_model: invalidMoves },
    summary: summaryOf(analysis, lies),
    phases_analyzed: spec.phases,
    power_models: powerModels,
    invalid_moves_by_model: invalidMoves,
    lies_by_model: liesByModel(analysis),
    moments,
    lies,
    promises,
    dropped: droppedOf(analysis),
    missing: state.missing,
  };
}

function metadataOf(analysis: FinishedAnalysis, powerModels: MomentsFile['power_models']): MomentsFile['metadata'] {
  const { spec, at } = analysis;
  const moments = momentsOf(analysis);
  const time = new Date(at).toISOString();
  const timestamp = time.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_');
  const judge = formatModelSpec(spec.judge);
  const counts = categoryCounts(moments);
  const scores = scoreDistribution(moments);
  return {
    timestamp,
    generated_at: time,
    source_folder: spec.game,
    analysis_model: judge,
    total_moments: moments.length,
    moment_categories: Object.fromEntries(MOMENT_CATEGORIES.map((category) => [CATEGORY_KEYS[category], counts[category]])),
    score_distribution: {
      scores_9_10: scores['9-10'],
      scores_7_8: scores['7-8'],
      scores_4_6: scores['4-6'],
      scores_1_3: scores['1-3'],
    },
    game_results_folder: spec.game,
    analysis_timestamp: time,
    model_used: judge,
    game_data_path: `${spec.game}/lmvsgame.json`,
    power_to_model: powerModels,
  };
}

function summaryOf(analysis: FinishedAnalysis, lies: readonly SavedLie[]): MomentsFile['summary'] {
  const moments = momentsOf(analysis);
  const ofIntention = (intention: Intention): number => lies.filter((lie) => lie.intention === intention).length;
  return {
    total_moments: moments.length,
    total_lies: lies.length,
    moments_by_category: categoryCounts(moments),
    lies_by_power: forEveryPower((power) => lies.filter(({ liar }) => liar === power).length),
    intentional_lies: ofIntention('deliberate'),
    unintentional_lies: ofIntention('accidental'),
    lies_of_unknown_intention: ofIntention('unknown'),
    score_distribution: scoreDistribution(moments),
  };
}

const categoryCounts = (moments: readonly Moment[]): Readonly<Record<MomentCategory, number>> =>
  Object.fromEntries(
    MOMENT_CATEGORIES.map((category) => [category, moments.filter((moment) => moment.category === category).length]),
  ) as Readonly<Record<MomentCategory, number>>;

/** Counts lies by model. Every model has a row. A broken promise counts for the model that played the promiser then. */
function liesByModel(analysis: FinishedAnalysis): MomentsFile['lies_by_model'] {
  const promises = promisesOf(analysis);
  const speakerOf = ({ promiser, phase }: JudgedPromise): string => modelAt(analysis, promiser, phase);
  const models = [...new Set([...POWERS.map((power) => modelOf(analysis, power)), ...promises.map(speakerOf)])];
  return Object.fromEntries(
    models.map((model) => {
      const { deliberate, accidental, unknown } = countPromises(promises.filter((promise) => speakerOf(promise) === model));
      return [model, { intentional: deliberate, unintentional: accidental, unknown }];
    }),
  );
}

function savedMoment(moment: Moment, material: PhaseMaterial | undefined): SavedMoment {
  const { phase, category, powers, agreement, action, impact, interest, evidence } = moment;
  return {
    phase,
    category,
    powers_involved: powers,
    promise_agreement: agreement,
    actual_action: action,
    impact,
    interest_score: interest,
    diary_context: Object.fromEntries(powers.map((power) => [power, diaryOf(power, material)])),
    raw_messages: (material?.press ?? [])
      .filter(({ sender, recipient }) => powers.includes(sender) && (recipient === 'GLOBAL' || powers.includes(recipient)))
      .map(({ sender, recipient, text }) => ({ sender, recipient, phase, message: text })),
    raw_orders: Object.fromEntries(
      powers.map((power) => [power, (material?.orders ?? []).filter((order) => order.power === power).map(({ text }) => text)]),
    ),
    evidence,
  };
}

const diaryOf = (power: Power, material: PhaseMaterial | undefined): string =>
  (material?.diaries ?? [])
    .filter((entry) => entry.power === power)
    .map(({ text }) => text)
    .join('\n');

function savedLie(promise: JudgedPromise): SavedLie {
  const { phase, promiser, promisee, quote, evidence, actual, intention, text, explanation } = promise;
  return {
    phase,
    liar: promiser,
    recipient: promisee,
    promise: quote,
    diary_intent: intention === 'unknown' ? '' : (evidence ?? ''),
    actual_action: actual.join('; '),
    intentional: intention === 'deliberate',
    intention,
    explanation: `${text} ${explanation}`,
  };
}
