import type { Clock } from '@entente/llm-clients';
import { SimulationError } from '../errors/simulation-error.js';
import { canonicalJson } from '../hash/canonical-json.js';
import { digest } from '../hash/digest.js';
import type { Json } from '../json.js';
import { type EntryOf, JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { readRecord } from '../journal/record.js';

export interface ForkOptions {
  readonly store: JournalStore;
  readonly clock: Clock;
  readonly packageVersion: string;
  /** The first step the fork plays itself; it inherits every step before it. */
  readonly at: string;
  /** Which of the possible futures to draw: equal numbers draw alike, whatever was edited. @default 0 */
  readonly future?: number;
  /** The fork's own spec, where settings or models are changed. @default the parent's */
  readonly spec?: Json;
  /** Facts put on record at the boundary, before the step. @default [] */
  readonly facts?: readonly ({ readonly type: string } & Readonly<Record<string, Json>>)[];
  /** Replies to put in the place of recorded ones, by call path within the step. @default {} */
  readonly replies?: Readonly<Record<string, string>>;
  /** @default a name made of the parent's, the step and the fork's identity */
  readonly runId?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Starts a new journal that shares the parent's past up to a step. Nothing is asked yet: carry it on with `resumeRun`.
 * In its first step a recorded answer is used where path and request are the same, all others are asked anew.
 * @returns the fork's run id
 * @throws SimulationError when the step or an edited path is not on record; RunExistsError; UnknownRunError
 */
export async function forkRun(parentId: string, options: ForkOptions): Promise<string> {
  const { store, clock, at, future = 0, facts = [], replies = {} } = options;
  const { header, prefix, open } = await split(parentId, store, at);
  const past = await readRecord(parentId, [header, ...prefix]);
  const seed = digest(`${past.schedule.at(at).calls}\n${at}\n${future}`);
  const spec = (options.spec ?? header.spec) as EntryOf<'run-started'>['spec'];
  const identity = digest(canonicalJson([header.identity, at, future, spec, facts, replies]));
  const runId = options.runId ?? `${parentId.slice(0, 80)}~${at}-${identity.slice(0, 8)}`;
  const known = new Set(open.map((entry) => (entry.type === 'answer-recorded' ? entry.path : '')));
  const unknown = Object.keys(replies).find((path) => !known.has(path));
  if (unknown !== undefined)
    throw new SimulationError(
      `there is no answer at "${unknown}" in step ${at} of ${parentId} to replace; "show" lists the paths`,
    );

  const writer = await store.openWriter(runId, 'create');
  try {
    writer.append({
      ...header,
      runId,
      identity,
      spec,
      seed,
      packageVersion: options.packageVersion,
      labels: { ...header.labels, ...options.labels },
      at: clock.now(),
      forkedFrom: {
        runId: parentId,
        step: at,
        future,
        seeds: [...past.schedule.forkedAt(at)],
      },
    });
    for (const entry of prefix) writer.append(entry);
    for (const entry of open) writer.append(inherit(entry, replies));
    for (const fact of facts) writer.append({ type: 'fact-recorded', v: JOURNAL_VERSION, step: at, fact });
    writer.append({ type: 'run-forked', v: JOURNAL_VERSION, step: at, at: clock.now() });
    await writer.flush();
  } finally {
    await writer.close();
  }
  return runId;
}

/** The journal up to the last step that ended before `at`, and what later entries may serve the fork's first step. */
async function split(
  runId: string,
  store: JournalStore,
  at: string,
): Promise<{ header: EntryOf<'run-started'>; prefix: readonly JournalEntry[]; open: readonly JournalEntry[] }> {
  let header: EntryOf<'run-started'> | undefined;
  const entries: JournalEntry[] = [];
  const steps: string[] = [];
  let prefixEnd = 0;
  let reached = false;
  let passed = false;
  const open: JournalEntry[] = [];
  for await (const entry of store.read(runId)) {
    if (entry.type === 'run-started') {
      header = entry;
      continue;
    }
    if (passed) {
      if (isReusable(entry, at)) open.push(entry);
      continue;
    }
    entries.push(entry);
    if (entry.type === 'step-started') {
      steps.push(entry.step);
      reached ||= entry.step === at;
    }
    if ((entry.type === 'step-ended' || entry.type === 'run-forked') && !reached) prefixEnd = entries.length;
    if (entry.type === 'step-ended' && entry.step === at) passed = true;
  }
  if (!header) throw new SimulationError(`the journal of ${runId} is empty; there is nothing to fork`);
  if (!reached) throw new SimulationError(`run ${runId} has no step "${at}" on record; it has ${steps.join(', ') || 'none'}`);
  const segment = entries.slice(prefixEnd).filter((entry) => isReusable(entry, at));
  return { header, prefix: entries.slice(0, prefixEnd).filter((entry) => !isSessionMark(entry)), open: [...segment, ...open] };
}

/** Stops and resumptions of the parent say nothing about the fork. */
function isSessionMark(entry: JournalEntry): boolean {
  return entry.type === 'run-resumed' || entry.type === 'run-interrupted' || entry.type === 'call-failed';
}

/** Answers of the step itself and of deferred work, with the texts and vectors they need. */
function isReusable(entry: JournalEntry, step: string): boolean {
  if (entry.type === 'part-recorded') return true;
  if (entry.type === 'embeddings-recorded') return isWithin(entry.path, step) || entry.path.startsWith('deferred/');
  return entry.type === 'answer-recorded' && (isWithin(entry.path, step) || entry.path.startsWith('deferred/'));
}

const isWithin = (path: string, step: string): boolean => path.startsWith(`${step}/`) || path.startsWith(`${step}#`);

function inherit(entry: JournalEntry, replies: Readonly<Record<string, string>>): JournalEntry {
  if (entry.type === 'embeddings-recorded') return { ...entry, inherited: true };
  if (entry.type !== 'answer-recorded') return entry;
  const text = replies[entry.path];
  return { ...entry, inherited: true, ...(text !== undefined && { edited: true, result: { ...entry.result, text } }) };
}
