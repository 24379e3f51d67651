import type { IndexedEntry, JournalEntry, JournalIndex } from '@entente/simulation-core/journal';

/** Number of entries that are read at once, so that a long journal leaves the server free to answer others in between. */
const AT_ONCE = 500;

/** Takes the entries of a growing journal once each, whoever asks first. */
export class EntryCursor {
  #next = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly index: JournalIndex,
    private readonly isWanted: (entry: IndexedEntry) => boolean,
  ) {}

  /** Reads wanted entries that were added since the last time. */
  async take(add: (entry: JournalEntry, number: number) => void): Promise<void> {
    const reading = this.#reading.then(() => this.#readOn(add));
    this.#reading = reading.catch(() => {});
    return reading;
  }

  async #readOn(add: (entry: JournalEntry, number: number) => void): Promise<void> {
    const { entries } = this.index;
    while (this.#next < entries.length) {
      const numbers: number[] = [];
      let number = this.#next;
      for (; number < entries.length && numbers.length < AT_ONCE; number++) {
        const entry = entries[number];
        if (entry !== undefined && this.isWanted(entry)) numbers.push(number);
      }
      const read = await this.index.read(numbers);
      read.forEach((entry, at) => add(entry, numbers[at] ?? 0));
      this.#next = number;
    }
  }
}
