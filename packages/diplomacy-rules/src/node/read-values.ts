import { InvalidFileError } from '../errors.js';
import type { Line } from './read-lines.js';
import { readLines } from './read-lines.js';

/** A JSON value of a file, and its place in it. */
export interface FileValue {
  /** The file, or the file and the line: `games.jsonl:12`. */
  readonly place: string;
  /** The value; missing if the text there is not JSON. */
  readonly value?: unknown;
  /** Why there is no value. */
  readonly problem?: string;
}

/**
 * Yields the values of a file: one for each line if the first non-empty line is a whole value, otherwise one for the whole file. Files with
 * a value in each line may be of any size. A line that is not JSON is reported, and reading goes on.
 * @throws {InvalidFileError} If the file cannot be read or is empty.
 */
export async function* readValues(file: string): AsyncGenerator<FileValue> {
  const lines = written(readLines(file));
  const first = await lines.next();
  if (first.done === true) throw new InvalidFileError(`${file}: the file is empty.`, { place: file });
  const second = await lines.next();
  const isByLine = 'value' in parse(first.value.text) || (second.done !== true && isWholeObject(second.value.text));
  const head = second.done === true ? [first.value] : [first.value, second.value];
  if (!isByLine) {
    const texts = head.map(({ text }) => text);
    for await (const { text } of lines) texts.push(text);
    yield { place: file, ...parse(texts.join('\n')) };
    return;
  }
  const isOnly = second.done === true;
  const at = ({ number, text }: Line): FileValue => ({ place: isOnly ? file : `${file}:${number}`, ...parse(text) });
  yield* head.map(at);
  for await (const line of lines) yield at(line);
}

/** Yields the lines that are not empty. */
async function* written(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (line.text.trim() !== '') yield line;
}

/** The first line of a value that takes several lines is not a whole object. */
const isWholeObject = (text: string): boolean => text.startsWith('{') && 'value' in parse(text);

function parse(text: string): Pick<FileValue, 'value' | 'problem'> {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: `this is not JSON: ${(error as Error).message.replaceAll(/\s+/g, ' ').slice(0, 160)}` };
  }
}
