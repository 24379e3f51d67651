import { type IndexedEntry, type JournalIndex, type RunMeasures, RunMeasuring } from '@entente/simulation-core/journal';
import { EntryCursor } from '../entry-cursor.js';

/** Measures of a run that may still go on. Entries are read once; the texts of prompts and of most facts never. */
export class RunTiming {
  readonly #measuring = new RunMeasuring();
  readonly #cursor: EntryCursor;
  #measured: RunMeasures | undefined;

  constructor(index: JournalIndex) {
    this.#cursor = new EntryCursor(index, isMeasured);
  }

  /** Measures of all entries that the index knows. */
  async measures(): Promise<RunMeasures> {
    await this.#cursor.take((entry) => {
      this.#measuring.add(entry);
      this.#measured = undefined;
    });
    this.#measured ??= this.#measuring.result();
    return this.#measured;
  }
}

function isMeasured({ type, fact }: IndexedEntry): boolean {
  return type !== 'part-recorded' && (type !== 'fact-recorded' || fact === 'work-deferred');
}
