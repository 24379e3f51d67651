import { type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import { runStudy, type Session } from '@entente/run-console/session';
import type { Settings, StudyRun } from '@entente/studies';
import { z } from 'zod';
import type { batchOptions } from './couple-options.js';
import { chooseCouple } from '../couple-runs/choose-couples.js';
import { coupleSpec, describeModels, relationshipSettingsOf } from '../couple-runs/describe-couple.js';
import type { GivenCoupleSettings } from '../couple-runs/couple-settings.js';
import { relationshipKind } from '../relationship-kind.js';
import { type RunSpec, toJson } from '../couple-runs/run-spec.js';
import { coupleStudyProgram } from '../studies/couple-study-program.js';
import { ESTIMATE_BASIS, estimateCouple } from '../studies/estimate-couple.js';
import { runsByCouple } from '../studies/runs-by-couple.js';

type StudyCall = VerbCall<OptionValues<typeof batchOptions>>;

/** Plays the couples of a study file, or estimates them; returns the exit code. */
export async function runCoupleStudy({ io, options }: Pick<StudyCall, 'io' | 'options'>, file: string): Promise<number> {
  return runStudy(
    {
      kind: relationshipKind,
      program: coupleStudyProgram,
      multiply: runsByCouple,
      describe: async (runs, session) => describeStudyCouples(runs, session),
      toJson,
      estimate: (spec, costOf) => estimateCouple(spec, { costOf }),
      estimateBasis: ESTIMATE_BASIS,
    },
    { io, options },
    file,
  );
}

const settingsSchema = z.object(coupleStudyProgram.settings).partial();

/** Spec of each run by its id, as `batch` would have it with the same settings. */
function describeStudyCouples(runs: readonly StudyRun[], session: Session): ReadonlyMap<string, RunSpec> {
  return new Map(
    runs.map(({ id, condition, settings }) => {
      const couple = chooseCouple(z.string().parse(settings['couples']));
      const given = settingsSchema.parse(settings) as GivenCoupleSettings;
      const models = describeModels(session, given);
      assertMemoriesAreSought(settings, { condition, hasEmbeddings: models.embedding !== null });
      return [id, coupleSpec(couple, models, relationshipSettingsOf(given))];
    }),
  );
}

/** Refuses a weight of meaning where nothing is found by meaning. @throws UsageError */
function assertMemoriesAreSought(
  settings: Settings,
  { condition, hasEmbeddings }: { readonly condition: string; readonly hasEmbeddings: boolean },
): void {
  const { semanticWeight } = settings;
  if (typeof semanticWeight !== 'number' || semanticWeight === 0) return;
  const because =
    settings['recalledMemories'] === 0
      ? 'recalledMemories: 0 lets no memory come to mind'
      : hasEmbeddings
        ? null
        : 'no embedding model plays, so memories are found by feeling alone; add embeddingModel under settings';
  if (because !== null) throw new UsageError(`semanticWeight has no effect in the condition "${condition}": ${because}.`);
}
