import { nearestName } from '@entente/llm-clients';
import { JournalCorruptError } from '../errors/journal-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { UnknownStepError } from '../errors/unknown-step-error.js';
import { type Addresses, addressesSince } from '../journal/addresses.js';
import type { EntryOf, JournalEntry } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { type Answer, readRecord, type RunRecord } from '../journal/record.js';
import { isCallWithin, isDeferredPath } from '../scope/call-path.js';

/** A run as it was before a step, with the later entries that a fork at the step may reuse. */
export interface ForkPoint {
  readonly header: EntryOf<'run-started'>;
  /** Record up to the step; none of its facts is open. */
  readonly past: RunRecord;
  /** Answers of the step itself, and of work that was deferred, by call path. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Beginning of a fork's journal after its header: the finished steps before this one. */
  readonly prefix: readonly JournalEntry[];
  /** Entries for the first step of a fork: those answers, and the texts and vectors that they need. */
  readonly reusable: readonly JournalEntry[];
  /** Damage after the beginning of the step. Answers from there on cannot be reused, and are asked anew. */
  readonly damage: JournalCorruptError | undefined;
  /** Models that have moved since the run began, as of the end of its record, as moves hold for forks too. */
  readonly addresses: Addresses;
}

/**
 * Reads a journal for a fork at this step. Damage after the beginning of the step is tolerated.
 * @throws UnknownStepError if the step is not on record; UnknownRunError, JournalCorruptError
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
  if (!reached) throw new UnknownStepError(`run ${runId} has no step "${step}" on record${hint(step, steps)}`);

  const prefix = entries.slice(0, prefixEnd).filter((entry) => !isSessionMark(entry));
  const reusable = [...entries.slice(prefixEnd).filter((entry) => isReusable(entry, step)), ...later];
  const answers = new Map<string, Answer>();
  for (const entry of reusable) if (entry.type === 'answer-recorded') answers.set(entry.path, entry);
  return { header, past: await readRecord(runId, [header, ...prefix]), answers, prefix, reusable, damage, addresses };
}

/** @param accept whether to stop at the damage instead of throwing it */
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
  const near = lastBefore(step, steps) ?? nearestName(step, steps);
  const shown = steps.length > MOST_STEPS_NAMED ? [...steps.slice(0, 3), '...', ...steps.slice(-3)] : steps;
  return `${near === undefined ? '' : ` (did you mean ${near}?)`}; it has ${shown.join(', ') || 'none'}`;
}

/** The last step of the run where a numbered one beyond it was named: `scene-4` for `scene-5`. */
function lastBefore(step: string, steps: readonly string[]): string | undefined {
  const last = steps.at(-1);
  const [stem, number] = splitNumber(step);
  const [lastStem, lastNumber] = splitNumber(last ?? '');
  return stem === lastStem && number > lastNumber ? last : undefined;
}

function splitNumber(step: string): readonly [stem: string, number: number] {
  const [, stem = step, digits = ''] = /^(.*?)(\d+)$/.exec(step) ?? [];
  return [stem, digits === '' ? NaN : Number(digits)];
}

/** Whether an entry marks a stop or resumption of the parent, which is no part of the fork. */
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
