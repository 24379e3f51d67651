import { type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import { runStudy, type Session } from '@entente/run-console/session';
import type { StudyRun } from '@entente/studies';
import { z } from 'zod';
import { chooseCouple } from '../couple-runs/choose-couples.js';
import type { GivenCoupleSettings } from '../couple-runs/couple-settings.js';
import { describeCouple } from '../couple-runs/describe-couple.js';
import { type RunSpec, toJson } from '../couple-runs/run-spec.js';
import { relationshipKind } from '../relationship-kind.js';
import { coupleStudyProgram } from '../studies/couple-study-program.js';
import { ESTIMATE_BASIS, estimateCouple } from '../studies/estimate-couple.js';
import { runsByCouple } from '../studies/runs-by-couple.js';
import type { batchOptions } from './couple-options.js';

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
    runs.map((run) => {
      const couple = chooseCouple(z.string().parse(run.settings['couples']));
      const given = settingsSchema.parse(run.settings) as GivenCoupleSettings;
      return [run.id, specInCondition(run, () => describeCouple(couple, given, session).spec(run.seed, run.replicate))];
    }),
  );
}

/** Names the condition in whose settings something is wrong. */
function specInCondition({ condition }: StudyRun, describe: () => RunSpec): RunSpec {
  try {
    return describe();
  } catch (cause) {
    if (!UsageError.isInstance(cause)) throw cause;
    throw new UsageError(`In the condition "${condition}": ${cause.message}`, { cause });
  }
}
