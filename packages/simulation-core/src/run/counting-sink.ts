import type { Clock } from '@entente/llm-clients';
import { FactsChecksum } from '../checks/facts-checksum.js';
import type { Addresses } from '../journal/addresses.js';
import type { FactsOnRecord, JournalEntry, RunTotals } from '../journal/entry.js';
import type { JournalWriter } from '../journal/journal-store.js';
import { addToTotals, NO_TOTALS } from '../journal/run-totals.js';

/** State of a run's record when a sink takes over. */
export interface CountedSoFar {
  readonly totals: RunTotals;
  /** All facts that count, including those of the open step. */
  readonly facts: Iterable<unknown>;
  /** Models that have moved. @default none */
  readonly addresses?: Addresses;
}

/** Passes entries to the writer of the journal, if there is one, and keeps the running totals and the checksum of facts. */
export class CountingSink {
  readonly #writer: JournalWriter | undefined;
  readonly #clock: Clock;
  readonly #onEntry: ((entry: JournalEntry) => void) | undefined;
  readonly #facts: FactsChecksum;
  /** Models that have moved, repeated at the ends of steps and of the run; undefined if none has. */
  readonly addresses: Addresses | undefined;
  totals: RunTotals;

  constructor(writer: JournalWriter | undefined, clock: Clock, soFar: CountedSoFar, onEntry?: (entry: JournalEntry) => void) {
    this.#writer = writer;
    this.#clock = clock;
    this.totals = soFar.totals;
    this.#facts = new FactsChecksum(soFar.facts);
    this.addresses = soFar.addresses && Object.keys(soFar.addresses).length > 0 ? soFar.addresses : undefined;
    this.#onEntry = onEntry;
  }

  /** A sink for replays: writes nothing, and its clock stands still. */
  static silent(): CountingSink {
    return new CountingSink(undefined, { now: () => 0, sleep: async () => {} }, { totals: NO_TOTALS, facts: [] });
  }

  /** Milliseconds since the Unix epoch. */
  now(): number {
    return this.#clock.now();
  }

  /** Number and checksum of the facts on record so far. */
  get facts(): FactsOnRecord {
    return this.#facts.value;
  }

  append(entry: JournalEntry): void {
    this.#writer?.append(entry);
    if (entry.type === 'fact-recorded') this.#facts.add(entry.fact);
    this.totals = addToTotals(this.totals, entry);
    this.#onEntry?.(entry);
  }

  async flush(): Promise<void> {
    await this.#writer?.flush();
  }
}
