import type { JournalEntry } from './entry.js';

/** An entry as far as its first bytes tell. */
export interface IndexedEntry {
  readonly type: JournalEntry['type'];
  /** Call path of an answer, of embeddings and of a failed call; hash of a part; step of a fact and of the ends of a step. */
  readonly key: string | undefined;
  /** Type of a fact. */
  readonly fact: string | undefined;
}

/**
 * A journal that can be read at any place, for readers that show a small part of it. Nothing is parsed before it is asked for. Entries
 * are numbered from 0.
 */
export interface JournalIndex {
  /** Every entry as of the last `refresh`, in order. */
  readonly entries: readonly IndexedEntry[];
  /**
   * Takes in the entries that were appended since.
   * @returns the number of new entries
   * @throws JournalCorruptError with the line that was changed, lost, doubled or moved; entries before it can still be read
   */
  refresh(): Promise<number>;
  /**
   * Reads entries as the JSON texts on record, in the order of the numbers.
   * @param numbers ascending; each below `entries.length`
   */
  texts(numbers: readonly number[]): Promise<readonly string[]>;
  /** Reads entries, in the order of the numbers. @param numbers ascending; each below `entries.length` */
  read(numbers: readonly number[]): Promise<readonly JournalEntry[]>;
  /** Releases what it holds open. */
  close(): Promise<void>;
}

/** The index entry of an entry that was parsed. */
export function indexEntry(entry: JournalEntry): IndexedEntry {
  const key =
    'path' in entry
      ? entry.path
      : 'hash' in entry
        ? entry.hash
        : 'step' in entry
          ? entry.step
          : 'key' in entry
            ? entry.key
            : undefined;
  return { type: entry.type, key, fact: entry.type === 'fact-recorded' ? entry.fact.type : undefined };
}
