import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { JournalCorruptError, NEWER_VERSION } from '../errors/journal-errors.js';
import { NOT_JSON, parseEntry } from '../journal/parse-entry.js';

/** A line that was read: its text, and whether a check confirms that it is unchanged. */
export interface FollowedLine {
  readonly text: string;
  readonly checked: boolean;
}

const CHECK = /^,"c":"[0-9a-f]{8}"\}$/;
const CHECK_LENGTH = ',"c":"00000000"}'.length;
const FACT = '{"type":"fact-recorded"';

/**
 * Chains the lines of a journal: every line ends with a check, `"c"`, the CRC-32 of all lines up to this one without their
 * checks. The first wrong check shows a line that was changed, lost, doubled, moved or inserted. The check of a fact covers facts
 * alone, so runs with equal facts have equal lines of facts; the next other line covers both. Journals of older versions have no
 * checks; after the first line with a check, every line must have one.
 */
export class LineChain {
  readonly #runId: string;
  /** Check over all lines so far; undefined until the first check in a journal that is read from its middle on. */
  #all: number | undefined;
  #facts: number | undefined;
  #checked = false;
  #lines = 0;
  /** Number of the last line whose check covers all lines before it. */
  #sound = 0;
  #previous: Buffer | undefined;

  /** @param from number of lines in the journal before the first one that is sealed or followed */
  constructor(runId: string, from: 'start' | 'middle' = 'start') {
    this.#runId = runId;
    this.#all = from === 'start' ? 0 : undefined;
    this.#facts = this.#all;
  }

  /** Number of lines sealed or followed so far. */
  get lines(): number {
    return this.#lines;
  }

  /**
   * Whether the next line can be sealed. In a journal that is read from its middle on, a line and a fact with checks must come
   * first.
   */
  get canGoOn(): boolean {
    return this.#all !== undefined && this.#facts !== undefined;
  }

  /** Seals the next line to write, without its line feed. @param json an object with at least one key */
  seal(json: string): string {
    const open = json.slice(0, -1);
    this.#lines++;
    this.#checked = true;
    const check = this.#advance(open, json.startsWith(FACT));
    if (check === undefined) throw new Error('a line was to be sealed before any check was known; follow more lines first');
    return `${open},"c":"${hex(check)}"}`;
  }

  /**
   * Follows the next line that was read, without its line feed.
   * @throws JournalCorruptError with the line's number
   */
  follow(bytes: Buffer): FollowedLine {
    const checked = this.check(bytes);
    return { text: withoutReturn(bytes).toString('utf8'), checked };
  }

  /**
   * The same for a line whose text is not wanted.
   * @returns whether a check confirms that the line is unchanged
   * @throws JournalCorruptError with the line's number
   */
  check(bytes: Buffer): boolean {
    this.#lines++;
    if (!isUtf8(bytes)) throw new JournalCorruptError(this.#runId, this.#lines, 'bytes that are no UTF-8');
    const line = withoutReturn(bytes);
    const isFact = line.toString('latin1', 0, FACT.length) === FACT;
    const { check, expected } = this.#take(line, isFact);
    if (check === undefined && this.#checked) throw this.#damaged(line, 'it lacks the check that lines before it have');
    if (check !== undefined) {
      if (expected !== undefined && hex(expected) !== check) throw this.#damaged(line, this.#problem(line));
      this.#checked = true;
      if (!isFact) this.#sound = this.#lines;
    }
    this.#previous = line;
    return check !== undefined;
  }

  /** Takes a line unchecked, to append behind it. Readers of the journal check it later. */
  pass(bytes: Buffer): void {
    const line = withoutReturn(bytes);
    this.#lines++;
    this.#take(line, line.toString('latin1', 0, FACT.length) === FACT);
  }

  #take(line: Buffer, isFact: boolean): { readonly check: string | undefined; readonly expected: number | undefined } {
    const check = checkOf(line);
    const expected = this.#advance(check === undefined ? line : line.subarray(0, -CHECK_LENGTH), isFact);
    if (check !== undefined && expected === undefined) {
      if (isFact) this.#facts = Number.parseInt(check, 16);
      else this.#all = Number.parseInt(check, 16);
    }
    return { check, expected };
  }

  /** Check of a line at this place; undefined where earlier lines are unknown. */
  #advance(open: Buffer | string, isFact: boolean): number | undefined {
    if (this.#all !== undefined) this.#all = crc32(open, this.#all);
    if (isFact && this.#facts !== undefined) this.#facts = crc32(open, this.#facts);
    return isFact ? this.#facts : this.#all;
  }

  #problem(line: Buffer): string {
    if (this.#previous?.equals(line)) return 'the line before it once more';
    if (!this.#checked && this.#lines > 1)
      return 'it, or one of the lines before it that have no check, was changed, lost, doubled or moved';
    const since = this.#lines - this.#sound > 2 ? `a line behind line ${this.#sound}` : 'a line before it';
    return `it was changed after it was written, or ${since} was lost, doubled or moved`;
  }

  /** Lines that are no JSON, or that a newer version wrote, have their own message. */
  #damaged(line: Buffer, problem: string): JournalCorruptError {
    try {
      parseEntry(line.toString('utf8'), this.#runId, this.#lines);
    } catch (error) {
      if (error instanceof JournalCorruptError && [NOT_JSON, NEWER_VERSION].some((start) => error.problem.startsWith(start)))
        return error;
    }
    return new JournalCorruptError(this.#runId, this.#lines, problem);
  }
}

const hex = (crc: number): string => crc.toString(16).padStart(8, '0');

/** An editor of another system may have ended lines with CR LF. */
function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
}

function checkOf(line: Buffer): string | undefined {
  if (line.length <= CHECK_LENGTH) return undefined;
  const end = line.toString('latin1', line.length - CHECK_LENGTH);
  return CHECK.test(end) ? end.slice(6, 14) : undefined;
}
