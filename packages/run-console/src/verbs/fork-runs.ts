import { nearestName } from '@entente/llm-clients';
import { type Addresses, canonicalJson, foldFacts, readForkPoint, UnknownStepError } from '@entente/simulation-core';
import { type Column, countOf } from '@entente/studies/tables';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import { explainError } from '../cli/explain-error.js';
import type { VerbCall } from '../cli/verb.js';
import { reportBatch } from '../journals/batch-report.js';
import { carryOut } from '../journals/carry-out.js';
import { checkReplies, shapesOfStep } from '../journals/check-replies.js';
import { assertKind, findRun, type FoundRun, readHeader } from '../journals/find-run.js';
import { describeEdit, NO_EDIT, planForks } from '../journals/plan-forks.js';
import {
  assertKnownKeys,
  type ForkStart,
  joinEdits,
  type KeyedEdit,
  type RunEdit,
  withoutModelKey,
} from '../journals/run-edits.js';
import type { RunKind } from '../journals/run-kind.js';
import { modelsOnRecord } from '../session/model-source.js';
import { planMoves, settingsLeftBehind } from '../session/plan-moves.js';
import { openBudget, openSession, type Session } from '../session/session.js';
import type { ForkOptions } from './journal-options.js';

type Call = VerbCall<ForkOptions>;
type FurtherEdits<State> = (start: ForkStart<State>) => Promise<RunEdit>;

/** Forks a run and carries the forks out; returns the exit code. */
export async function forkRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  call: Call,
  furtherEdits: FurtherEdits<State>,
): Promise<number> {
  const { words, io, options } = call;
  const { runsDir, durability, at: step, times, json, quiet } = options;
  const parent = await findRun(words[0]!, { cwd: io.cwd, runsDir, durability });
  assertKind(await readHeader(parent.runId, parent.store), kind.kind);
  if (step === undefined) throw new UsageError(`Say with --at before which step to fork; show ${parent.runId} lists the steps.`);

  const session = await openSession(io, { ...options, responders: kind.responders, modelIds: options.model ?? [] });
  try {
    const { models, clock } = session;
    const start = await startAt(kind, parent, step, session);
    const shapes = await shapesOf(kind, parent, start, options.editReplies);
    const edit = await readEdit(kind, start, call, { furtherEdits, shapes, session });
    const blueprint = { ...start.header, spec: (edit.spec ?? start.spec) as typeof start.header.spec };
    const { moves, notes } = planMoves(
      options.model,
      [{ runId: parent.runId, models: kind.modelsOf(blueprint), addresses: start.addresses }],
      models,
    );
    for (const line of [...notes, ...settingsLeftBehind(session.config, moves.values())]) session.note(line);
    assertPlayable(kind, blueprint, session, options);
    await checkReplies(edit.replies ?? {}, {
      ...parent,
      step,
      program: kind.buildProgram(blueprint, modelsOnRecord),
      facts: edit.facts,
      lost: kind.edits?.lost,
    });
    const { redraw } = options;
    if (redraw && describeEdit(edit) !== NO_EDIT)
      throw new UsageError('--redraw is for a control, which changes nothing; leave it out, or leave out the edits.');
    const plans = await planForks({ kind, models, clock, ...parent, step, edit, times, redraw, moves: moves.get(parent.runId) });
    if (!json && !quiet)
      session.note(
        `${countOf(times, 'fork')} of ${parent.runId} at ${step}: ${describeEdit(edit) === NO_EDIT ? (redraw ? 'nothing is changed, and that step is drawn anew' : 'nothing is changed') : describeEdit(edit)}.`,
      );
    const { store, folder } = parent;
    const shown = withFutures(kind, new Map(plans.map(({ blueprint }, future) => [blueprint.seed, future])));
    const carriedOut = await carryOut({ io, kind: shown, session, store, folder, plans, options });
    return reportBatch({
      io,
      kind: shown,
      plans,
      carriedOut,
      folder,
      runsDirFlag: parent.runsDir,
      json,
      further: 'a greater --times draws further futures',
    });
  } finally {
    session.close();
  }
}

async function startAt<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { runId, store }: FoundRun,
  step: string,
  session: Pick<Session, 'models' | 'note' | 'cwd'>,
): Promise<ForkStart<State> & { readonly addresses: Addresses }> {
  const { header, past, answers, damage, addresses } = await readForkPoint(runId, store, step).catch(wrongStep(step));
  if (damage)
    session.note(
      `${explainError(damage)}. The fork takes what is sound before that line; calls that were answered behind it are asked anew.`,
    );
  const state = foldFacts(kind.buildProgram(header, modelsOnRecord), past.facts);
  return { runId, header, step, state, answers, spec: header.spec, models: session.models, cwd: session.cwd, addresses };
}

/** @throws UsageError for a step that was mistyped, and everything else as it is */
function wrongStep(step: string): (cause: unknown) => never {
  return (cause) => {
    throw UnknownStepError.isInstance(cause) ? new UsageError(`--at cannot be "${step}": ${cause.message}`, { cause }) : cause;
  };
}

type Shapes = Awaited<ReturnType<typeof shapesOfStep>>;

/** Schemas of the step's calls, where replies are to be edited. */
async function shapesOf<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { runId, store }: FoundRun,
  { header, step }: ForkStart<State>,
  editReplies: string | undefined,
): Promise<Shapes> {
  if (editReplies === undefined) return new Map();
  return shapesOfStep({ program: kind.buildProgram(header, modelsOnRecord), runId, store, step });
}

/** Returns the edit without replies that equal those on record, with a note about each. */
function withoutRepeats(edit: RunEdit, { answers, runId }: ForkStart<unknown>, session: Session): RunEdit {
  const replies = Object.entries(edit.replies ?? {});
  const others = replies.filter(([path, text]) => answers.get(path)?.result.text !== text);
  if (others.length === replies.length) return edit;
  for (const [path, text] of replies)
    if (answers.get(path)?.result.text === text)
      session.note(`The edited reply at ${path} is the one on record in ${runId}: no edit.`);
  return { ...edit, replies: Object.fromEntries(others), summary: others.length === 0 ? '' : edit.summary };
}

interface EditSources<State> {
  readonly furtherEdits: FurtherEdits<State>;
  readonly shapes: Shapes;
  readonly session: Session;
}

/** Puts together what `--set`, `--edit-replies` and the program's own options change. */
async function readEdit<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  start: ForkStart<State>,
  { io, options }: Call,
  { furtherEdits, shapes, session }: EditSources<State>,
): Promise<RunEdit> {
  const { set: given, editReplies } = options;
  assertKnownKeys(given, kind.edits?.keys(start.header) ?? []);
  const sets = await setsThatChange(kind, given, start, session);
  const applied = (await kind.edits?.apply(sets, start)) ?? {};
  const asSet = { ...applied, summary: sets.map(({ key, value }) => `${key}=${withoutModelKey(value)}`).join(' ') };
  const replaced = editReplies === undefined ? {} : await readReplies(resolve(io.cwd, editReplies), start, shapes);
  const further = await furtherEdits({ ...start, spec: applied.spec ?? start.spec });
  return joinEdits(joinEdits(asSet, withoutRepeats(replaced, start, session)), withoutRepeats(further, start, session));
}

/** Those edits without which the others would come to another spec; a note tells of the rest. */
async function setsThatChange<State, Fact extends { readonly type: string }>(
  { edits }: RunKind<State, Fact>,
  sets: readonly KeyedEdit[],
  start: ForkStart<State>,
  session: Session,
): Promise<readonly KeyedEdit[]> {
  const specWith = async (some: readonly KeyedEdit[]): Promise<string> =>
    canonicalJson((await edits?.apply(some, start))?.spec ?? start.spec);
  let changing = sets;
  for (const set of sets) {
    const others = changing.filter((each) => each !== set);
    if ((await specWith(changing)) !== (await specWith(others))) continue;
    session.note(`--set ${set.key}=${withoutModelKey(set.value)} is how ${start.runId} goes on anyway: no edit.`);
    changing = others;
  }
  return changing;
}

const repliesSchema = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.json()), z.array(z.json())]));

/** A reply that is not text is what a model would have written as JSON. */
async function readReplies(file: string, { step, runId, answers }: ForkStart<unknown>, shapes: Shapes): Promise<RunEdit> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConsoleError(`The edited replies cannot be read: ${explainError(cause)}`, { cause });
  });
  const parsed = repliesSchema.safeParse(parseJson(text));
  if (!parsed.success || Object.keys(parsed.data).length === 0)
    throw new UsageError(
      `${file} holds no edited replies; write a JSON object of call paths and replies, {"${[...answers.keys()][0] ?? `${step}/...#0`}": "..."}.`,
    );
  const unknown = Object.keys(parsed.data).find((path) => !answers.has(path));
  if (unknown !== undefined) {
    const near = nearestName(unknown, [...answers.keys()]);
    throw new UsageError(
      `${runId} has no answer at "${unknown}" in ${step}${near === undefined ? '' : ` (did you mean ${near}?)`}; show ${runId} ${step} lists them.`,
    );
  }
  const wrong = Object.keys(parsed.data).find((path) => typeof parsed.data[path] !== 'string' && shapes.get(path) === null);
  if (wrong !== undefined)
    throw new UsageError(
      `The edited reply at ${wrong} cannot be a JSON value: text is asked for there; write it as a string, "...".`,
    );
  const replies = Object.fromEntries(
    Object.entries(parsed.data).map(([path, reply]) => [path, typeof reply === 'string' ? reply : JSON.stringify(reply)]),
  );
  return { replies, summary: `replies of ${basename(file)}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Everything that could keep the forks from being played is met before the first of them is written. */
function assertPlayable<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  blueprint: ForkStart<State>['header'],
  { clients, models }: Session,
  limits: Parameters<typeof openBudget>[2],
): void {
  kind.buildProgram(blueprint, models);
  openBudget(clients, kind.modelsOf(blueprint), limits);
}

const FUTURE_COLUMN: Column = {
  key: 'future',
  title: 'future',
  meaning: 'Number of the future; the same number draws alike under every edit.',
  unit: 'number, from 0',
  align: 'right',
};

/** The kind with the number of the future in the place of the seed, which for a fork is a long hash. */
function withFutures<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  futures: ReadonlyMap<string, number>,
): RunKind<State, Fact> {
  const { columns, note, remarks } = kind.results;
  return {
    ...kind,
    results: {
      columns: [FUTURE_COLUMN, ...columns.filter(({ key }) => key !== 'seed')],
      row: (state, blueprint) => ({ ...kind.results.row(state, blueprint), future: futures.get(blueprint.seed) ?? null }),
      note,
      remarks,
    },
  };
}
