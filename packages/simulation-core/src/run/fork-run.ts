import { type Clock, nearestName } from '@entente/llm-clients';
import { RunExistsError } from '../errors/run-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { canonicalJson, type Json } from '../hash/canonical-json.js';
import type { Addresses } from '../journal/addresses.js';
import { type EntryOf, JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import { assertReadable } from '../journal/assert-readable.js';
import type { JournalStore, JournalWriter } from '../journal/journal-store.js';
import { deferredPath, isCallWithin } from '../scope/call-path.js';
import { forkIdentity, forkSeed } from './fork-identity.js';
import { type ForkPoint, readForkPoint } from './fork-point.js';

/** A fact as plain data. */
export type ForkFact = { readonly type: string } & Readonly<Record<string, Json>>;

export interface ForkOptions {
  /** Store of the parent. */
  readonly store: JournalStore;
  /** Store of the fork. @default the parent's store */
  readonly into?: JournalStore;
  readonly clock: Clock;
  readonly packageVersion: string;
  /** First step that the fork plays itself. It inherits every earlier step. */
  readonly at: string;
  /** Number of the future to draw. Equal numbers draw alike, whatever was edited. @default 0 */
  readonly future?: number;
  /**
   * Spec of the fork, if settings or models change. A replay of such a fork begins at the step, as earlier steps were played by
   * the parent's spec; the parent's replay covers them. @default the parent's
   */
  readonly spec?: Json | undefined;
  /** Facts to record at the boundary, before the step. @default [] */
  readonly facts?: readonly ForkFact[];
  /** Replies that replace recorded ones, by call path within the step. @default {} */
  readonly replies?: Readonly<Record<string, string>>;
  /**
   * Whether the first step uses none of the parent's answers, so that each future draws it anew. Without edits only.
   * @default false: answers with the same path and request are used
   */
  readonly redraw?: boolean | undefined;
  /** @default a name made of the parent's, the step and the fork's identity */
  readonly runId?: string;
  /** Addresses of all models that have moved since the parent began. @default those of the parent */
  readonly addresses?: Addresses | undefined;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Starts a new journal that shares the parent's past up to a step. Asks nothing yet: continue it with `resumeRun`. In the first
 * step, recorded answers with the same path and request are used, and all others are asked anew. Completes a fork that a crash
 * left half-written.
 * @returns the fork's run id
 * @throws SimulationError when the step or an edited path is not on record; RunExistsError with the fork's run id;
 *   UnknownRunError
 */
export async function forkRun(parentId: string, options: ForkOptions): Promise<string> {
  const { store, into = store, at, replies = {} } = options;
  const point = await readForkPoint(parentId, store, at);
  const unknown = Object.keys(replies).find((path) => !point.answers.has(path));
  if (unknown !== undefined) {
    const near = nearestName(unknown, [...point.answers.keys()]);
    throw new SimulationError(
      `there is no answer at "${unknown}" in step ${at} of ${parentId} to replace${near === undefined ? '' : ` (did you mean ${near}?)`}; "show" lists the paths`,
    );
  }
  const entries = entriesOf(point, options);
  for (const entry of entries) assertReadable(entry);
  const { writer, written } = await openFork(entries, into);
  try {
    for (const entry of entries.slice(written)) writer.append(entry);
    await writer.flush();
  } finally {
    await writer.close();
  }
  return entries[0].runId;
}

/** Takes the journal of the fork, and returns the number of entries that were written before a crash. @throws RunExistsError */
async function openFork(
  [header, ...rest]: ForkEntries,
  store: JournalStore,
): Promise<{ readonly writer: JournalWriter; readonly written: number }> {
  const { runId } = header;
  try {
    return { writer: await store.openWriter(runId, 'create'), written: 0 };
  } catch (error) {
    if (!(error instanceof RunExistsError)) throw error;
    let written = 0;
    let boundaries = rest.filter(({ type }) => type === 'run-forked').length;
    for await (const entry of store.read(runId)) {
      written++;
      if (entry.type === 'run-forked') boundaries--;
    }
    if (boundaries <= 0) throw error;
    return { writer: await store.openWriter(runId, 'continue'), written };
  }
}

type ForkEntries = readonly [EntryOf<'run-started'>, ...JournalEntry[]];

/** Entries of the whole journal of a fork that has not begun to play. */
function entriesOf({ header, past, prefix, reusable, addresses: parentAddresses }: ForkPoint, options: ForkOptions): ForkEntries {
  const { clock, at, future = 0, facts = [], replies = {}, redraw = false, addresses = parentAddresses } = options;
  const seed = forkSeed(past.schedule.at(at).calls, { step: at, future });
  const spec = (options.spec ?? header.spec) as EntryOf<'run-started'>['spec'];
  const identity = forkIdentity({ parentIdentity: header.identity, at, future, spec, redrawn: redraw }, { facts, replies });
  const hasMoved = Object.keys(addresses).length > 0 || Object.keys(past.addresses).length > 0;
  const specSince = specHoldsSince(header, past.finishedSteps, spec, at);
  return [
    {
      ...header,
      runId: options.runId ?? `${header.runId.slice(0, 80)}~${at}-${identity.slice(0, 8)}`,
      identity,
      spec,
      seed,
      packageVersion: options.packageVersion,
      labels: { ...header.labels, ...options.labels },
      at: clock.now(),
      forkedFrom: {
        runId: header.runId,
        step: at,
        future,
        seeds: [...past.schedule.forkedAt(at)],
        parentIdentity: header.identity,
        editedPaths: Object.keys(replies).sort(),
        redrawn: redraw || undefined,
        specSince,
      },
    },
    ...prefix.map((entry) => (isOfPendingWork(entry, past) ? inherit(entry, {}) : entry)),
    ...reusable.filter((entry) => !redraw || !isAnswerWithin(entry, at)).map((entry) => inherit(entry, replies)),
    ...facts.map((fact): JournalEntry => ({ type: 'fact-recorded', v: JOURNAL_VERSION, step: at, fact })),
    {
      type: 'run-forked',
      v: JOURNAL_VERSION,
      step: at,
      addresses: hasMoved ? addresses : undefined,
      at: clock.now(),
    },
  ];
}

function isAnswerWithin(entry: JournalEntry, step: string): boolean {
  return entry.type === 'answer-recorded' && isCallWithin(entry.path, step);
}

/** Step since which the spec of the fork holds; undefined if it has always held. */
function specHoldsSince(
  { spec: parentSpec, forkedFrom }: EntryOf<'run-started'>,
  finishedSteps: readonly string[],
  spec: Json,
  at: string,
): string | undefined {
  if (canonicalJson(parentSpec) !== canonicalJson(spec)) return at;
  const since = forkedFrom?.specSince;
  return since === undefined || finishedSteps.includes(since) ? since : at;
}

/** Whether an entry answers work that the fork must still join, under its own spec, which may ask something different. */
function isOfPendingWork(entry: JournalEntry, { pending }: ForkPoint['past']): boolean {
  if (entry.type !== 'answer-recorded') return false;
  return [...pending.keys()].some((key) => isCallWithin(entry.path, deferredPath(key)));
}

/** Marks an entry as inherited. An edited reply counts as complete, even where the recorded one was a refusal. */
function inherit(entry: JournalEntry, replies: Readonly<Record<string, string>>): JournalEntry {
  if (entry.type === 'embeddings-recorded') return { ...entry, inherited: true };
  if (entry.type !== 'answer-recorded') return entry;
  const text = replies[entry.path];
  if (text === undefined) return { ...entry, inherited: true };
  return { ...entry, inherited: true, edited: true, result: { ...entry.result, text, finishReason: 'stop' } };
}
