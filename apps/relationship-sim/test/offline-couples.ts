import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { createMemoryStore, startRun } from '@entente/simulation-core';
import {
  type BONDS,
  byPartner,
  type Couple,
  DEFAULT_RELATIONSHIP_SETTINGS,
  outcomeOf,
  PARTNERS,
  type RELATIONSHIP_OUTCOMES,
  type RelationshipSettings,
  type RelationshipState,
} from '@entente/relationship';
import { mainTone, readTone } from '@entente/relationship/offline';
import { shippedLibrary } from '@entente/relationship/node';
import { bootstrapInterval, type Estimate } from '@entente/studies';
import { offlineResponders } from '../src/offline-responders.js';
import { coupleProgram } from '../src/relationship-program.js';

/** One partner of a finished run. */
export interface PlayedPartner {
  readonly name: string;
  /** Scales of attachment, 1 to 7. */
  readonly anxiety: number;
  readonly avoidance: number;
  /** Mean fear over the run, 0 to 1. */
  readonly fear: number;
  /** Commitment after each scene, 0 to 10, and whether the other one was contemptuous in it. */
  readonly scenes: readonly { readonly score: number; readonly metContempt: boolean }[];
  /** Commitment after the last scene. */
  readonly final: number;
}

/** A finished run: all that the effects are computed from. */
export interface PlayedRun {
  readonly couple: string;
  /** Bond at the end. */
  readonly bond: (typeof BONDS)[number];
  readonly partners: readonly [PlayedPartner, PlayedPartner];
  readonly outcome: (typeof RELATIONSHIP_OUTCOMES)[number] | 'unknown';
  /** Share of thoughts that were thought before in the same run, 0 to 1. */
  readonly repeated: number;
  /** Everything that came out unusable: replies that are missing, openings told as the scenario has them. */
  readonly unusable: readonly string[];
}

/** Settings that leave out the calls that no effect needs: they take half the time of a run. */
export const BRIEF = { reflection: 'off', closing: false, recalledMemories: 0 } as const satisfies Partial<RelationshipSettings>;

/** Plays shipped couples, each as often as there are seeds, in memory. Roles change from seed to seed. */
export async function playCouples(
  settings: Partial<RelationshipSettings>,
  seeds: number,
  couples: readonly Couple[] = shippedLibrary().couples,
): Promise<readonly PlayedRun[]> {
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const runs: PlayedRun[] = [];
  for (const couple of couples)
    for (let seed = 1; seed <= seeds; seed++) {
      const roles = seed % 2 === 0 ? ({ A: 0, B: 1 } as const) : ({ A: 1, B: 0 } as const);
      const whole = { ...DEFAULT_RELATIONSHIP_SETTINGS, ...settings };
      const program = coupleProgram({ couple, roles, models: { actor: model, director: model }, settings: whole });
      const { status, state, ...rest } = await startRun(program, {
        store: createMemoryStore(),
        clock: nodeClock,
        packageVersion: 'test',
        runId: 'run',
        description: { spec: { couple: couple.id, order: whole.order, scenes: whole.scenes }, seed: String(seed), replicate: 0 },
      });
      if (status !== 'completed') throw new Error(`${couple.id} with seed ${seed} is ${status}`, { cause: rest });
      runs.push(playedRun(couple, state));
    }
  return runs;
}

/**
 * Statistic of all runs with its 95 % interval; couples are drawn, each with all its runs. Undefined statistics of a draw are counted as
 * those of all runs.
 */
export function estimateOf(runs: readonly PlayedRun[], statistic: (runs: readonly PlayedRun[]) => number): Estimate {
  const couples = [...new Set(runs.map(({ couple }) => couple))].sort();
  const whole = statistic(runs);
  const runsOf = couples.map((name) => runs.filter(({ couple }) => couple === name));
  return bootstrapInterval(
    couples.map((_, at) => at),
    {
      seed: 'effects',
      resamples: 2000,
      statistic: (drawn) => {
        const found = statistic(drawn.flatMap((at) => runsOf[at] ?? []));
        return Number.isFinite(found) ? found : whole;
      },
    },
  );
}

/** Correlation of two variables over pairs. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + of(x - a, y - b), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

function playedRun(couple: Couple, state: RelationshipState): PlayedRun {
  const beats = state.scenes.flatMap((scene) => scene.beats);
  const thoughts = beats.flatMap(({ appraisals }) => PARTNERS.flatMap((partner) => appraisals[partner]?.thought ?? []));
  const of = byPartner((partner): PlayedPartner => {
    const { attachment } = couple.partners[state.roles[partner]];
    const fears = beats.flatMap(({ appraisals }) => appraisals[partner]?.emotions.fear ?? []);
    const scores = state.commitments
      .filter((row) => row.partner === partner)
      .flatMap(({ scene, score }) => (score === null ? [] : [{ scene, score }]));
    const inOrder = scores.toSorted((one, other) => one.scene - other.scene);
    return {
      name: state.partners?.[partner].name ?? partner,
      anxiety: attachment?.anxiety ?? NaN,
      avoidance: attachment?.avoidance ?? NaN,
      fear: fears.reduce((sum, fear) => sum + fear, 0) / fears.length,
      scenes: inOrder.map(({ scene, score }) => ({
        score,
        metContempt: (state.scenes[scene - 1]?.beats ?? []).some(({ actor, choice }) => actor !== partner && isContempt(choice)),
      })),
      final: inOrder.at(-1)?.score ?? NaN,
    };
  });
  return {
    couple: couple.id,
    bond: state.couple.bond,
    partners: [of.A, of.B],
    outcome: outcomeOf(state).outcome,
    repeated: 1 - new Set(thoughts).size / thoughts.length,
    unusable: [
      ...state.missing.map((missing) => JSON.stringify(missing)),
      ...state.scenes.flatMap(({ opening: { defaulted } }) => (defaulted === undefined ? [] : [JSON.stringify(defaulted)])),
    ],
  };
}

function isContempt(choice: RelationshipState['scenes'][number]['beats'][number]['choice']): boolean {
  if (choice === null || choice === 'missing') return false;
  const text = `${choice.deed}. ${choice.words}`;
  return mainTone(text) === 'contempt' && readTone(text).contempt > 0;
}
