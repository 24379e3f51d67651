import type { Clock } from '@entente/llm-clients';
import type { JournalEntry, RunTotals } from '../journal/entry.js';
import type { JournalWriter } from '../journal/journal-store.js';
import { addToTotals } from '../journal/run-totals.js';
import type { EntrySink } from './run-recorder.js';

/** Hands entries to the journal's writer, if there is one, and keeps the running totals. */
export class CountingSink implements EntrySink {
  readonly #writer: JournalWriter | undefined;
  readonly #clock: Clock;
  readonly #onEntry: ((entry: JournalEntry) => void) | undefined;
  totals: RunTotals;

  constructor(writer: JournalWriter | undefined, clock: Clock, totals: RunTotals, onEntry?: (entry: JournalEntry) => void) {
    this.#writer = writer;
    this.#clock = clock;
    this.totals = totals;
    this.#onEntry = onEntry;
  }

  now(): number {
    return this.#clock.now();
  }

  append(entry: JournalEntry): void {
    this.#writer?.append(entry);
    this.totals = addToTotals(this.totals, entry);
    this.#onEntry?.(entry);
  }

  async flush(): Promise<void> {
    await this.#writer?.flush();
  }
}
