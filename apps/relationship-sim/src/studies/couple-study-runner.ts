import {
  type Couple,
  RELATIONSHIP_SETTINGS,
  type RelationshipFact,
  type RelationshipSettings,
  type RelationshipState,
} from '@entente/relationship';
import { ConsoleError, UsageError } from '@entente/run-console';
import type { Session, StudyRunner } from '@entente/run-console/session';
import type { Settings, StudyRun } from '@entente/studies';
import { withGiven } from '@entente/studies/settings';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { describeCouple, type StudyScenes } from '../couple-runs/describe-couple.js';
import { type RunSpec, toJson } from '../couple-runs/run-spec.js';
import { SettingFault } from '../couple-runs/setting-fault.js';
import { chooseWords } from '../prompts/choose-words.js';
import { relationshipKind } from '../relationship-kind.js';
import { assertScenesFit } from './assert-scenes-fit.js';
import { assertModelsNamed } from './assert-models-named.js';
import { studyProgramOf } from './couple-study-program.js';
import { couplesOfStudy, noteOnPairsLeftOut } from './couples-of-study.js';
import { ESTIMATE_BASIS, estimateCouple } from './estimate-couple.js';
import { type GivenStudySettings, studyTable } from './study-settings.js';
import type { StudySource } from './study-source.js';

/** Folder of prompts that a study uses without being told. */
const PROMPTS = 'prompts';

/** A study's way from settings to runs. */
export interface CoupleStudyRunner extends StudyRunner<RunSpec, RelationshipState, RelationshipFact> {
  readonly multiply: (runs: readonly StudyRun[]) => readonly StudyRun[];
  /** Returns the spec of one run that `multiply` returned. @throws UsageError, SettingError */
  readonly specOf: (run: StudyRun, session: Session) => RunSpec;
}

/** Returns how the runs of a study become runs of single couples, each labelled with its couple. */
export function coupleStudyRunner(source: StudySource): CoupleStudyRunner {
  const schema = z.object(tableSchemas(source)).partial();
  const conditions = new WeakMap<Settings, Condition>();
  const coupleOfRun = new Map<string, Couple>();
  const fitting = new Set<string>();
  const conditionOf = ({ settings, condition }: StudyRun): Condition => {
    const known = conditions.get(settings);
    if (known) return known;
    const given = schema.parse(settings) as GivenStudySettings;
    const read = { given, couples: couplesOfStudy(given, source, condition), scenes: scenesOf(given, source) };
    conditions.set(settings, read);
    return read;
  };
  const specOf = (run: StudyRun, session: Session): RunSpec => {
    const couple = coupleOfRun.get(run.id);
    if (!couple) throw new Error(`Nobody lives through ${run.id}; multiply the runs before they are described.`);
    const { given, scenes } = conditionOf(run);
    const leftOut = noteOnPairsLeftOut(given, source);
    if (leftOut !== undefined) session.note(leftOut);
    const { couples: _, arc, ...settings } = given;
    const promptsDir = settings.promptsDir ?? promptsBeside(source, session);
    const inFolder = { ...session, cwd: source.folder };
    assertPromptsFound(inFolder, promptsDir);
    assertModelsNamed(settings, session);
    const described = describeCouple(couple, { ...settings, arc, promptsDir }, inFolder, scenes);
    const place = `${run.condition}\n${couple.id}`;
    if (!fitting.has(place)) {
      assertScenesFit(couple, withGiven(RELATIONSHIP_SETTINGS, 'settings', given) as RelationshipSettings, scenes);
      fitting.add(place);
    }
    return described.spec(run.seed, run.replicate);
  };
  return {
    kind: relationshipKind,
    program: studyProgramOf(source),
    multiply: (runs) =>
      runs.flatMap((run) => {
        const { couples } = conditionOf(run);
        return couples.map((couple): StudyRun => {
          const id = couples.length === 1 ? run.id : `${run.id}/${couple.id}`;
          coupleOfRun.set(id, couple);
          // A factor of the user's that is called couple stays what it is.
          return { ...run, id, labels: { couple: couple.id, ...run.labels } };
        });
      }),
    specOf,
    describe: async (runs, session) => new Map(runs.map((run) => [run.id, inCondition(run, () => specOf(run, session))])),
    toJson,
    estimate: (spec, costOf) => estimateCouple(spec, { costOf }),
    estimateBasis: ESTIMATE_BASIS,
  };
}

/** All that one condition decides about its runs. */
interface Condition {
  readonly given: GivenStudySettings;
  readonly couples: readonly Couple[];
  readonly scenes: StudyScenes;
}

function tableSchemas(source: StudySource): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(Object.entries(studyTable(source)).map(([name, { schema }]) => [name, schema]));
}

/** The study's own scenarios and arcs, whole, so that its runs need no folder; and the pool, by the names that scenarios have. */
function scenesOf({ scenarios: pool }: GivenStudySettings, { own, library }: StudySource): StudyScenes {
  const { scenarios, arcs } = own;
  const nameOf = (name: string): string => library.turningPoints.find(({ id }) => id === name)?.name ?? name;
  return {
    material: scenarios.length + arcs.length > 0 ? { scenarios, arcs } : undefined,
    pool: pool?.map(nameOf),
  };
}

function promptsBeside({ folder, file }: StudySource, session: Session): string | undefined {
  if (!existsSync(join(folder, PROMPTS))) return undefined;
  session.note(`The folder ${PROMPTS} beside ${file} gives the prompts.`);
  return PROMPTS;
}

/** Tells of a folder of prompts that cannot be read as a fault of its setting. */
function assertPromptsFound(session: Session, promptsDir: string | undefined): void {
  try {
    chooseWords(session, promptsDir);
  } catch (cause) {
    if (!ConsoleError.isInstance(cause)) throw cause;
    throw new SettingFault('promptsDir', cause.message);
  }
}

/** Names the condition in whose settings something is wrong. */
function inCondition({ condition }: StudyRun, describe: () => RunSpec): RunSpec {
  try {
    return describe();
  } catch (cause) {
    if (!UsageError.isInstance(cause)) throw cause;
    throw new UsageError(`In the condition "${condition}": ${cause.message}`, { cause });
  }
}
