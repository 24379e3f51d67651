import type { Json, RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { estimateStudy, expandStudy, type RunEstimate, type Study, type StudyProgram, type StudyRun } from '@entente/studies';
import type { ConsoleIo } from '../cli/console-io.js';
import { quoteForShell, reportBatch } from '../journals/batch-report.js';
import { carryOut, type CarryOutOptions } from '../journals/carry-out.js';
import { listKnown } from '../journals/list-known.js';
import type { Plan } from '../journals/plan-run.js';
import type { RunKind } from '../journals/run-kind.js';
import type { CostOf } from '../session/run-prices.js';
import { STUDY_LABELS } from '../selection/study-of-run.js';
import { runsFolder } from '../session/runs-folder.js';
import { openSession, type Session, keylessSession } from '../session/session.js';
import { noteSharedRuns, planStudy } from './plan-study.js';
import { readStudy } from './read-study.js';
import { reportEstimate } from './report-estimate.js';
import { measuresLabel, type StudyVersion, studyVersion, versionLabels } from './study-version.js';

/** How an app runs study files: what may be in them, and what each run of one is. */
export interface StudyRunner<Spec, State, Fact extends { readonly type: string }> {
  readonly kind: RunKind<State, Fact>;
  readonly program: StudyProgram;
  /** Turns the runs of a study into more, such as one for each member of a group. @default no more */
  readonly multiply?: (runs: readonly StudyRun[]) => readonly StudyRun[];
  /** Returns the spec of each run by its id. The session prints the same note only once. @throws UsageError, SettingError */
  readonly describe: (runs: readonly StudyRun[], session: Session) => Promise<ReadonlyMap<string, Spec>>;
  readonly toJson: (spec: Spec) => Json;
  readonly estimate: (spec: Spec, costOf: CostOf) => RunEstimate;
  /** How estimates come about, and what they leave out: a sentence. */
  readonly estimateBasis: string;
}

export interface StudyCommand {
  readonly io: ConsoleIo;
  readonly options: CarryOutOptions & { readonly dryRun: boolean };
  /** For every run, beside those of the study. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Carries out the runs of a study file, or estimates their usage; returns the exit code. */
export async function runStudy<Spec, State, Fact extends { readonly type: string }>(
  runner: StudyRunner<Spec, State, Fact>,
  { io, options, labels = {} }: StudyCommand,
  file: string,
): Promise<number> {
  const { kind, program } = runner;
  const { noun } = kind.words;
  const study = await readStudy(file, { cwd: io.cwd, program });
  const expanded = expandStudy(study, program);
  const runs = runner.multiply?.(expanded) ?? expanded;
  const session = notingOnce(await openSession(io, { ...options, responders: kind.responders }));
  try {
    if (options.dryRun) {
      const specs = await runner.describe(runs, keylessSession(session));
      const estimate = estimateStudy(runs, ({ id }) =>
        runner.estimate(specOf(specs, id), (model, usage) => session.clients.costOf(model, usage)),
      );
      const { name, budget } = study;
      reportEstimate({ io, study: name, estimate, budget, noun, basis: runner.estimateBasis, json: options.json });
      return 0;
    }
    const described = await runner.describe(runs, session);
    const specs = new Map([...described].map(([id, spec]) => [id, runner.toJson(spec)]));
    const folder = runsFolder(io.cwd, options.runsDir);
    const store = createFileStore({ folder, durability: options.durability });
    const version = versionLabels(await versionOf(study, runner, session));
    const measures = measuresLabel(study, program);
    const known = (await listKnown(store, session)).runs;
    const { plans, shared } = planStudy(kind, runs, {
      models: session.models,
      specs,
      known,
      labels: { ...labels, ...version, ...measures },
    });
    noteMeasures(session, { study, plans, known });
    const same = noteSharedRuns(shared, noun);
    if (same !== undefined) session.note(same);
    const { dollars, tokens, wallTimeMs } = study.budget;
    const withBudget = {
      ...options,
      maxCost: options.maxCost ?? dollars,
      maxTokens: options.maxTokens ?? tokens,
      maxWallTime: options.maxWallTime ?? wallTimeMs,
    };
    const carriedOut = await carryOut({ io, kind, session, store, folder, plans, options: withBudget });
    const exitCode = reportBatch({
      io,
      kind,
      plans,
      carriedOut,
      folder,
      runsDirFlag: options.runsDir,
      json: options.json,
      further: 'replicates: 2 in the file plays each twice',
    });
    if (!options.json && exitCode === 0)
      io.stdout.write(nextCommands(study, { command: kind.command, runsDir: options.runsDir }));
    return exitCode;
  } finally {
    session.close();
  }
}

/** The version of a study, from its first seed alone: the hash must not know how many there are. */
async function versionOf<Spec, State, Fact extends { readonly type: string }>(
  study: Study,
  runner: StudyRunner<Spec, State, Fact>,
  session: Session,
): Promise<StudyVersion> {
  const expanded = expandStudy({ ...study, seeds: ['1'], replicates: 1 }, runner.program);
  const runs = runner.multiply?.(expanded) ?? expanded;
  const described = await runner.describe(runs, session);
  return studyVersion(study, runs, new Map([...described].map(([id, spec]) => [id, runner.toJson(spec)])));
}

/** Notes measures that come too late: reports use those of the most recent run, and no further run will be begun. */
function noteMeasures(
  session: Session,
  {
    study,
    plans,
    known,
  }: {
    readonly study: Study;
    readonly plans: readonly Pick<Plan<never, never>, 'runId' | 'labels'>[];
    readonly known: readonly RunSummary[];
  },
): void {
  const recorded = new Map(known.map(({ runId, header }) => [runId, header.labels[STUDY_LABELS.measures]]));
  const isLate = plans.every(
    ({ runId, labels }) => recorded.has(runId) && recorded.get(runId) !== labels?.[STUDY_LABELS.measures],
  );
  if (!isLate) return;
  session.note(
    `measures: every run of ${study.name} was begun under other measures, and reports show those; report --compare ... --measures ${study.measures.join(',')} shows these`,
  );
}

/** Returns a session that prints every note once, however many runs it is about. */
function notingOnce(session: Session): Session {
  const told = new Set<string>();
  return {
    ...session,
    note: (message) => {
      if (!told.has(message)) session.note(message);
      told.add(message);
    },
  };
}

function specOf<Spec>(specs: ReadonlyMap<string, Spec>, id: string): Spec {
  const spec = specs.get(id);
  if (spec === undefined) throw new Error(`Nobody described the run ${id}; describe every run that is estimated.`);
  return spec;
}

/** How to go on: each comparison that the study is about. */
function nextCommands(
  { name, compare }: Study,
  { command, runsDir }: { readonly command: string; readonly runsDir: string },
): string {
  const flags = ` --study ${name}${runsDir === 'runs' ? '' : ` --runs-dir ${quoteForShell(runsDir)}`}`;
  const lines = compare.map(([a, b]) => `  ${command} report --compare ${quoteForShell(a)} ${quoteForShell(b)}${flags}`);
  return lines.length === 0 ? '' : `\nTo compare:\n${lines.join('\n')}\n`;
}
