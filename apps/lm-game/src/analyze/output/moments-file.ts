import { type Power, POWERS } from '@entente/diplomacy-rules';
import { formatModelSpec } from '@entente/run-console/session';
import type { JudgementMissing } from '../analysis-facts.js';
import type { Dropped } from '../dropped.js';
import type { PhaseMaterial } from '../material/phase-material.js';
import type { Evidence, Moment, MomentCategory } from '../moments/moment.js';
import { countPromises } from '../promises/count-promises.js';
import type { Intention, JudgedPromise } from '../promises/press-promise.js';
import { droppedOf, type FinishedAnalysis, modelOf, momentsOf, promisesOf } from './finished-analysis.js';
import { invalidMovesByModel } from './invalid-moves-by-model.js';
import { scoreDistribution } from './score-distribution.js';

/** Under which name the metadata count a category. */
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
    readonly score_distribution: ReturnType<typeof scoreDistribution>;
  };
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
 * The analysis in the shape that the Python harness writes and its viewer reads: `metadata`, `power_models`, `invalid_moves_by_model`,
 * `lies_by_model`, `moments`, `lies`. A lie there is a promise broken here, intentional where the diary says so. `promises`, `dropped` and
 * `missing` at the end are ours.
 */
export function momentsFile(analysis: FinishedAnalysis): MomentsFile {
  const { spec, at, game, state } = analysis;
  const moments = momentsOf(analysis);
  const promises = promisesOf(analysis);
  const time = new Date(at).toISOString();
  const materials = new Map(game.phases.map((material) => [material.phase, material]));
  return {
    metadata: {
      timestamp: time.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_'),
      generated_at: time,
      source_folder: spec.game,
      analysis_model: formatModelSpec(spec.judge),
      total_moments: moments.length,
      moment_categories: Object.fromEntries(
        Object.entries(CATEGORY_KEYS).map(([category, key]) => [
          key,
          moments.filter((moment) => moment.category === category).length,
        ]),
      ),
      score_distribution: scoreDistribution(moments),
    },
    power_models: Object.fromEntries(POWERS.map((power) => [power, modelOf(analysis, power)])),
    invalid_moves_by_model: invalidMovesByModel(analysis),
    lies_by_model: liesByModel(analysis),
    moments: moments.map((moment) => savedMoment(moment, materials.get(moment.phase))),
    lies: promises.filter(({ verdict }) => verdict === 'broken').map(savedLie),
    promises,
    dropped: droppedOf(analysis),
    missing: state.missing,
  };
}

/** Every model has its row, also one that broke nothing. */
function liesByModel(analysis: FinishedAnalysis): MomentsFile['lies_by_model'] {
  const promises = promisesOf(analysis);
  const models = [...new Set(POWERS.map((power) => modelOf(analysis, power)))];
  return Object.fromEntries(
    models.map((model) => {
      const { deliberate, accidental, unknown } = countPromises(
        promises.filter(({ promiser }) => modelOf(analysis, promiser) === model),
      );
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
