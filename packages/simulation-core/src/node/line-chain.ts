import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { JournalCorruptError, NEWER_VERSION } from '../errors/journal-errors.js';
import { NOT_JSON, parseEntry } from '../journal/parse-entry.js';

/** A line as it is read: its text, and whether a check says that it is as it was written. */
export interface FollowedLine {
  readonly text: string;
  readonly checked: boolean;
}

const CHECK = /^,"c":"[0-9a-f]{8}"\}$/;
const CHECK_LENGTH = ',"c":"00000000"}'.length;
const FACT = '{"type":"fact-recorded"';

/**
 * Chains the lines of a journal: every line that is written ends with a check, `"c"`, the CRC-32 of all lines up to this one without their
 * checks. A line that was changed, lost, doubled, moved or put in gives the first check that is wrong. The check of a fact is over
 * facts alone, so that runs with equal facts have equal lines of facts; the next other line covers both.
 * Journals of older versions have no checks; once a line has one, all that follow must.
 */
export class LineChain {
  readonly #runId: string;
  /** Over all lines so far; undefined until the first check in a journal that is followed from its middle on. */
  #all: number | undefined;
  #facts: number | undefined;
  #checked = false;
  #lines = 0;
  /** The last line whose check covers all before it. */
  #sound = 0;
  #previous: Buffer | undefined;

  /** @param from where in the journal the first line stands that is sealed or followed */
  constructor(runId: string, from: 'start' | 'middle' = 'start') {
    this.#runId = runId;
    this.#all = from === 'start' ? 0 : undefined;
    this.#facts = this.#all;
  }

  /** Lines sealed or followed so far. */
  get lines(): number {
    return this.#lines;
  }

  /** Whether the next line can be sealed: in a journal that is followed from its middle on, a line and a fact with their checks must have come first. */
  get canGoOn(): boolean {
    return this.#all !== undefined && this.#facts !== undefined;
  }

  /** The next line to write, without its line feed. @param json an object with at least one key */
  seal(json: string): string {
    const open = json.slice(0, -1);
    this.#lines++;
    this.#checked = true;
    const check = this.#advance(open, json.startsWith(FACT));
    if (check === undefined) throw new Error('a line was to be sealed before any check was known; follow more lines first');
    return `${open},"c":"${hex(check)}"}`;
  }

  /**
   * Takes the next line that is read, without its line feed.
   * @throws JournalCorruptError with the line's number
   */
  follow(bytes: Buffer): FollowedLine {
    this.#lines++;
    if (!isUtf8(bytes)) throw new JournalCorruptError(this.#runId, this.#lines, 'bytes that are no UTF-8');
    const line = withoutReturn(bytes);
    const text = line.toString('utf8');
    const isFact = text.startsWith(FACT);
    const { check, expected } = this.#take(line, isFact);
    if (check === undefined && this.#checked) throw this.#damaged(text, 'it lacks the check that lines before it have');
    if (check !== undefined) {
      if (expected !== undefined && hex(expected) !== check) throw this.#damaged(text, this.#problem(line));
      this.#checked = true;
      if (!isFact) this.#sound = this.#lines;
    }
    this.#previous = line;
    return { text, checked: check !== undefined };
  }

  /** Takes a line as it is, to go on behind it; whoever reads the journal holds it against its check. */
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

  /** The check that a line has here; undefined where it is not known what came before. */
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

  /** A line that is not even JSON, or that a newer version wrote, says so itself. */
  #damaged(text: string, problem: string): JournalCorruptError {
    try {
      parseEntry(text, this.#runId, this.#lines);
    } catch (error) {
      if (error instanceof JournalCorruptError && [NOT_JSON, NEWER_VERSION].some((start) => error.problem.startsWith(start)))
        return error;
    }
    return new JournalCorruptError(this.#runId, this.#lines, problem);
  }
}

const hex = (crc: number): string => crc.toString(16).padStart(8, '0');

/** A file that went through an editor of another system may have lines that end with CR LF. */
function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
}

function checkOf(line: Buffer): string | undefined {
  if (line.length <= CHECK_LENGTH) return undefined;
  const end = line.toString('latin1', line.length - CHECK_LENGTH);
  return CHECK.test(end) ? end.slice(6, 14) : undefined;
}
