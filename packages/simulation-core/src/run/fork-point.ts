import { nearestName } from '@entente/llm-clients';
import { JournalCorruptError } from '../errors/journal-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { type Addresses, addressesSince } from '../journal/addresses.js';
import type { EntryOf, JournalEntry } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { type Answer, readRecord, type RunRecord } from '../journal/record.js';
import { isCallWithin, isDeferredPath } from '../scope/call-path.js';

/** A run as it was when a step was about to begin, and what a fork there may take over from what followed. */
export interface ForkPoint {
  readonly header: EntryOf<'run-started'>;
  /** The record up to the step: all its facts are history, none is open. */
  readonly past: RunRecord;
  /** Answers of the step itself, and of work that was deferred, by call path. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** What a fork's journal begins with, behind its header: the finished steps before this one. */
  readonly prefix: readonly JournalEntry[];
  /** What serves a fork's first step: those answers, and the texts and vectors that they need. */
  readonly reusable: readonly JournalEntry[];
  /** Damage behind the beginning of the step: answers that stood from there on are not reusable, and are asked anew. */
  readonly damage: JournalCorruptError | undefined;
  /** Models that have moved since the run began, as of the end of its record: moves are no part of what is forked. */
  readonly addresses: Addresses;
}

/**
 * Reads a journal as a fork at this step sees it. A journal that is damaged from some line of the step on is sound enough.
 * @throws SimulationError when the step is not on record; UnknownRunError, JournalCorruptError
 */
export async function readForkPoint(runId: string, store: Pick<JournalStore, 'read'>, step: string): Promise<ForkPoint> {
  let header: EntryOf<'run-started'> | undefined;
  const entries: JournalEntry[] = [];
  const steps: string[] = [];
  let prefixEnd = 0;
  let reached = false;
  let passed = false;
  const later: JournalEntry[] = [];
  let damage: JournalCorruptError | undefined;
  let addresses: Addresses = {};
  for await (const entry of upToDamage(store.read(runId), (error) => reached && (damage = error))) {
    addresses = addressesSince(entry) ?? addresses;
    if (entry.type === 'run-started') {
      header = entry;
      continue;
    }
    if (passed) {
      if (isReusable(entry, step)) later.push(entry);
      continue;
    }
    entries.push(entry);
    if (entry.type === 'step-started') {
      steps.push(entry.step);
      reached ||= entry.step === step;
    }
    if ((entry.type === 'step-ended' || entry.type === 'run-forked') && !reached) prefixEnd = entries.length;
    if (entry.type === 'step-ended' && entry.step === step) passed = true;
  }
  if (!header) throw new SimulationError(`the journal of ${runId} is empty; there is nothing to fork`);
  if (!reached) throw new SimulationError(`run ${runId} has no step "${step}" on record${hint(step, steps)}`);

  const prefix = entries.slice(0, prefixEnd).filter((entry) => !isSessionMark(entry));
  const reusable = [...entries.slice(prefixEnd).filter((entry) => isReusable(entry, step)), ...later];
  const answers = new Map<string, Answer>();
  for (const entry of reusable) if (entry.type === 'answer-recorded') answers.set(entry.path, entry);
  return { header, past: await readRecord(runId, [header, ...prefix]), answers, prefix, reusable, damage, addresses };
}

/** @param accept whether the damage may be met by stopping there */
async function* upToDamage(
  entries: AsyncIterable<JournalEntry>,
  accept: (damage: JournalCorruptError) => unknown,
): AsyncGenerator<JournalEntry> {
  try {
    yield* entries;
  } catch (error) {
    if (!(error instanceof JournalCorruptError && accept(error))) throw error;
  }
}

const MOST_STEPS_NAMED = 12;

function hint(step: string, steps: readonly string[]): string {
  const near = nearestName(step, steps);
  const shown = steps.length > MOST_STEPS_NAMED ? [...steps.slice(0, 3), '...', ...steps.slice(-3)] : steps;
  return `${near === undefined ? '' : ` (did you mean ${near}?)`}; it has ${shown.join(', ') || 'none'}`;
}

/** Stops and resumptions of the parent say nothing about the fork. */
function isSessionMark(entry: JournalEntry): boolean {
  return entry.type === 'run-resumed' || entry.type === 'run-interrupted' || entry.type === 'call-failed';
}

/** Answers of the step itself and of deferred work, with the texts and vectors they need. */
function isReusable(entry: JournalEntry, step: string): boolean {
  if (entry.type === 'part-recorded') return true;
  if (entry.type === 'embeddings-recorded' || entry.type === 'answer-recorded')
    return isCallWithin(entry.path, step) || isDeferredPath(entry.path);
  return false;
}
