import type { WorkDeferred } from '../program.js';
import { JournalCorruptError } from '../errors/journal-errors.js';
import type { FactPlace } from '../errors/run-errors.js';
import { DEFERRED, deferredPath, isCallWithin, isDeferredPath } from '../scope/call-path.js';
import { type Addresses, addressesSince } from './addresses.js';
import type { EntryOf, JournalEntry, RunTotals } from './entry.js';
import { addToTotals, NO_TOTALS } from './run-totals.js';
import { SeedSchedule, type Seeds } from './seed-schedule.js';

export type RecordedFact = { readonly type: string } & Readonly<Record<string, unknown>>;
export type Answer = EntryOf<'answer-recorded'>;

/** Work that was started and not yet joined when the last finished step ended. */
export interface PendingWork extends WorkDeferred {
  /** In force where it was started. */
  readonly seeds: Seeds;
  /** Number of facts on record before it. A fold over these gives the state in which it was started. */
  readonly factsBefore: number;
}

const places = new WeakMap<RecordedFact, FactPlace>();

/** Place of a fact on record; undefined for a fact that was not read from a journal. */
export function placeOfFact(fact: RecordedFact): FactPlace | undefined {
  return places.get(fact);
}

/** A journal, read into the form that resuming, replaying and folding need. */
export interface RunRecord {
  readonly header: EntryOf<'run-started'>;
  /** Facts up to the last finished step, in order; work facts included. */
  readonly facts: readonly RecordedFact[];
  /** Later facts: of joins before the open step, and of the open step itself. */
  readonly openFacts: readonly RecordedFact[];
  /** Steps that have ended, in order. */
  readonly finishedSteps: readonly string[];
  /** Answers that still count, by call path. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Vectors by text digest, in base64. */
  readonly vectors: ReadonlyMap<string, string>;
  readonly partHashes: ReadonlySet<string>;
  readonly pending: ReadonlyMap<string, PendingWork>;
  /** Keys of the structure on record since the last finished step, so that it is not written twice. */
  readonly openStructure: ReadonlySet<string>;
  /** As of the last finished step. */
  readonly schedule: SeedSchedule;
  /** Facts that a fork's edits put at the boundary before a step. */
  readonly edits: ReadonlyMap<string, readonly RecordedFact[]>;
  /** Whether the inherited part of a fork is complete; false after a crash while it was written. */
  readonly isWhole: boolean;
  /** The open step, when its start is on record. */
  readonly openStep: string | undefined;
  readonly totals: RunTotals;
  /** Models that have moved; empty where none has. */
  readonly addresses: Addresses;
  readonly ended: boolean;
  readonly entries: number;
}

export const STRUCTURE_TYPES = ['step-started', 'branches-opened', 'later-started', 'later-joined', 'work-joined'] as const;
type StructureEntry = EntryOf<(typeof STRUCTURE_TYPES)[number]>;

export function isStructure(entry: JournalEntry): entry is StructureEntry {
  return (STRUCTURE_TYPES as readonly string[]).includes(entry.type);
}

/** Key of a structure entry: equal keys mean the same structure. */
export function structureKey(entry: StructureEntry): string {
  switch (entry.type) {
    case 'step-started':
      return `step ${entry.step}`;
    case 'branches-opened':
      return `branches ${entry.path} ${entry.keys.join('|')}`;
    case 'later-started':
    case 'later-joined':
      return `${entry.type} ${entry.path} ${entry.name}`;
    case 'work-joined':
      return `work ${entry.key}`;
    default:
      return entry satisfies never;
  }
}

/** Structure of deferred work stays on record beyond the step that started it. */
export function outlivesStep(key: string): boolean {
  return key.includes(` ${DEFERRED}/`);
}

/**
 * Part of a record that stays in memory beside the facts: `all` answers; those that resuming the run may still need
 * (`unfinished`); or neither answers nor vectors (`facts`). They take most of the memory.
 */
export type RecordKeeping = 'all' | 'unfinished' | 'facts';

/**
 * @param keep which answers are kept
 * @throws JournalCorruptError when the journal does not begin with its header
 */
export async function readRecord(
  runId: string,
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
  { keep = 'all' }: { readonly keep?: RecordKeeping } = {},
): Promise<RunRecord> {
  let fold: RecordFold | undefined;
  for await (const entry of entries) {
    if (fold) fold.add(entry);
    else if (entry.type === 'run-started') fold = new RecordFold(entry, keep);
    else throw new JournalCorruptError(runId, 1, 'the first entry is not run-started');
  }
  if (!fold) throw new JournalCorruptError(runId, 1, 'the journal is empty');
  return fold;
}

/** Takes entries in order; the record so far can be read at any time. */
class RecordFold implements RunRecord {
  readonly facts: RecordedFact[] = [];
  openFacts: RecordedFact[] = [];
  readonly finishedSteps: string[] = [];
  readonly answers = new Map<string, Answer>();
  readonly vectors = new Map<string, string>();
  readonly partHashes = new Set<string>();
  readonly pending = new Map<string, PendingWork>();
  readonly edits = new Map<string, readonly RecordedFact[]>();
  openStructure = new Set<string>();
  openStep: string | undefined;
  readonly schedule: SeedSchedule;
  totals = NO_TOTALS;
  addresses: Addresses = {};
  ended = false;
  entries = 1;
  #boundaries = 0;
  #openAnswers: string[] = [];
  #joined: string[] = [];

  constructor(
    readonly header: EntryOf<'run-started'>,
    readonly keep: RecordKeeping,
  ) {
    this.schedule = new SeedSchedule(header);
  }

  get isWhole(): boolean {
    return this.#boundaries >= (this.header.forkedFrom?.seeds.length ?? 0);
  }

  add(entry: JournalEntry): void {
    this.entries++;
    this.totals = addToTotals(this.totals, entry);
    this.addresses = addressesSince(entry) ?? this.addresses;
    if (isStructure(entry)) this.openStructure.add(structureKey(entry));
    switch (entry.type) {
      case 'part-recorded':
        if (this.keep !== 'facts') this.partHashes.add(entry.hash);
        break;
      case 'answer-recorded':
        if (this.keep === 'facts') break;
        this.answers.set(entry.path, entry);
        if (!isDeferredPath(entry.path)) this.#openAnswers.push(entry.path);
        break;
      case 'embeddings-recorded':
        if (this.keep === 'facts') break;
        for (const { hash, vector } of entry.vectors) this.vectors.set(hash, vector);
        break;
      case 'fact-recorded':
        places.set(entry.fact, { runId: this.header.runId, line: this.entries, step: entry.step });
        this.openFacts.push(entry.fact);
        break;
      case 'step-started':
        this.openStep = entry.step;
        break;
      case 'work-joined':
        this.#joined.push(entry.key);
        break;
      case 'step-ended':
        this.finishedSteps.push(entry.step);
        if (this.keep === 'unfinished') this.#forgetAnswers(entry.step);
        this.#commit(entry.step);
        this.schedule.pass(entry.step);
        break;
      case 'run-forked':
        this.#boundaries++;
        this.edits.set(entry.step, [...(this.edits.get(entry.step) ?? []), ...this.openFacts]);
        this.#commit(entry.step);
        // The parent paid for the entries before.
        this.totals = NO_TOTALS;
        break;
      case 'step-reasked':
        for (const path of this.#openAnswers) this.answers.delete(path);
        this.#closeSegment();
        break;
      case 'run-ended':
        this.#commit('end');
        this.ended = true;
        break;
      default:
        break;
    }
  }

  /** Ends a step: its open facts become history. */
  #commit(step: string): void {
    for (const fact of this.openFacts) {
      if (isWorkDeferred(fact))
        this.pending.set(fact.key, { ...fact, seeds: this.schedule.at(step), factsBefore: this.facts.length });
      this.facts.push(fact);
    }
    for (const key of this.#joined) this.pending.delete(key);
    this.#closeSegment();
  }

  /** Drops the answers of a step, and of work that was joined before it. */
  #forgetAnswers(step: string): void {
    const done = [step, ...this.#joined.map((key) => deferredPath(key))];
    for (const path of this.answers.keys()) if (done.some((scope) => isCallWithin(path, scope))) this.answers.delete(path);
  }

  #closeSegment(): void {
    this.openFacts = [];
    this.openStructure = new Set([...this.openStructure].filter(outlivesStep));
    this.#openAnswers = [];
    this.#joined = [];
    this.openStep = undefined;
  }
}

export function isWorkDeferred(fact: { readonly type: string }): fact is WorkDeferred {
  return fact.type === 'work-deferred' && 'key' in fact && 'kind' in fact;
}
