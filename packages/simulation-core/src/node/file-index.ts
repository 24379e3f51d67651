import type { FileHandle } from 'node:fs/promises';
import { JournalCorruptError } from '../errors/journal-errors.js';
import { UnknownRunError } from '../errors/run-errors.js';
import type { JournalEntry } from '../journal/entry.js';
import type { IndexedEntry, JournalIndex } from '../journal/journal-index.js';
import { parseEntry } from '../journal/parse-entry.js';
import { indexLine } from './index-line.js';
import { LineChain } from './line-chain.js';
import { openJournal, reading } from './open-journal.js';
import { readAt } from './tail-block.js';

const BLOCK_BYTES = 1 << 20;
const LINE_FEED = 0x0a;
/** Lines that lie closer together than this are read at once, with what is between them. */
const GAP_BYTES = 1 << 14;
const READ_BYTES = 1 << 20;

/**
 * Indexes a journal file: one pass over its bytes, in which every line is checked and none is parsed.
 * @throws UnknownRunError, JournalReadError; JournalCorruptError as `refresh` does
 */
export async function openFileIndex(file: string, runId: string): Promise<JournalIndex> {
  const handle = await openJournal(file, runId);
  if (!handle) throw new UnknownRunError(runId);
  const index = new FileIndex(handle, file, runId);
  try {
    await index.refresh();
  } catch (error) {
    await index.close();
    throw error;
  }
  return index;
}

class FileIndex implements JournalIndex {
  readonly entries: IndexedEntry[] = [];
  /** Offset of each line, and of the next one that will be written. */
  readonly #offsets: number[] = [0];
  readonly #chain: LineChain;
  #refreshing: Promise<number> | undefined;

  constructor(
    private readonly handle: FileHandle,
    private readonly file: string,
    private readonly runId: string,
  ) {
    this.#chain = new LineChain(runId);
  }

  async refresh(): Promise<number> {
    this.#refreshing ??= reading(this.file, this.runId, () => this.#readOn()).finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async texts(numbers: readonly number[]): Promise<readonly string[]> {
    return reading(this.file, this.runId, async () => {
      const texts: string[] = [];
      let buffer: Buffer | undefined;
      for (const span of this.#spans(numbers)) {
        const start = this.#at(span[0]!);
        const bytes = await readAt(this.handle, start, this.#at(span.at(-1)! + 1) - start, buffer);
        if (bytes.length > (buffer?.length ?? 0)) buffer = bytes;
        for (const number of span)
          texts.push(bytes.toString('utf8', this.#at(number) - start, this.#at(number + 1) - start - 1).replace(/\r$/, ''));
      }
      return texts;
    });
  }

  async read(numbers: readonly number[]): Promise<readonly JournalEntry[]> {
    const texts = await this.texts(numbers);
    return texts.map((text, index) => parseEntry(text, this.runId, numbers[index]! + 1));
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /** Numbers in groups whose lines lie close together. */
  #spans(numbers: readonly number[]): readonly (readonly number[])[] {
    const spans: number[][] = [];
    for (const number of numbers) {
      if (number >= this.entries.length)
        throw new RangeError(`${this.runId} has ${this.entries.length} entries; there is no entry ${number}`);
      const span = spans.at(-1);
      const isNear =
        span !== undefined &&
        this.#at(number) - this.#at(span.at(-1)! + 1) <= GAP_BYTES &&
        this.#at(number + 1) - this.#at(span[0]!) <= READ_BYTES;
      if (isNear) span.push(number);
      else spans.push([number]);
    }
    return spans;
  }

  #at(number: number): number {
    return this.#offsets[number]!;
  }

  /** Indexes all whole lines behind the last one. A torn line at the end is left for the next time. */
  async #readOn(): Promise<number> {
    const before = this.entries.length;
    let position = this.#offsets.at(-1)!;
    const { size } = await this.handle.stat();
    if (size < position)
      throw new JournalCorruptError(
        this.runId,
        this.entries.length,
        'the file has become shorter since it was opened; open it again',
      );
    let length = Math.min(BLOCK_BYTES, size - position);
    // By turns, since the last line of the block before is still looked at.
    const buffers = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)] as const;
    for (let turn = 0; length > 0; turn++) {
      const block = await readAt(this.handle, position, length, buffers[turn % 2]);
      const taken = this.#index(block, position);
      position += taken;
      // A line longer than the block is read in a larger one.
      if (taken === 0 && block.length < length) break;
      const rest = size - position;
      if (taken === 0 && rest <= length) break;
      length = Math.min(taken === 0 ? length * 4 : BLOCK_BYTES, rest);
    }
    return this.entries.length - before;
  }

  /** Indexes the whole lines of a block. @returns their bytes, line feeds included */
  #index(block: Buffer, position: number): number {
    let start = 0;
    for (let end = block.indexOf(LINE_FEED); end >= 0; end = block.indexOf(LINE_FEED, start)) {
      const line = block.subarray(start, end);
      this.#chain.check(line);
      this.entries.push(indexLine(line, this.runId, this.entries.length));
      start = end + 1;
      this.#offsets.push(position + start);
    }
    return start;
  }
}
