import { DiplomacyRulesError } from '../errors.js';
import type { FileValue } from '../node/read-values.js';
import { filesOf } from '../node/files-of.js';
import { readValues } from '../node/read-values.js';
import type { Streams } from './streams.js';
import { oneLine } from './one-line.js';
import { writeLine } from './streams.js';

/** So many values of a file may be wrong before the rest of it is not worth reading. */
const MOST_COMPLAINTS = 20;

/**
 * Does something with each value of some files, or of those in some folders. A value or a file that cannot be read becomes a line on stderr,
 * and the others are gone through all the same.
 * @returns how many lines were written.
 */
export async function forEachValue(
  paths: readonly string[],
  { stderr }: Streams,
  visit: (value: unknown, place: string, files: readonly string[]) => Promise<void>,
): Promise<number> {
  const files = filesOf(paths);
  let complaints = 0;
  const complain = async (line: string) => {
    complaints++;
    await writeLine(stderr, `diplomacy-rules: ${oneLine(line)}`);
  };
  for (const file of files) {
    const before = complaints;
    try {
      for await (const value of readValues(file)) {
        await visitValue(value, (...found) => visit(...found, files), complain);
        if (complaints - before < MOST_COMPLAINTS) continue;
        await complain(`${file}: too much of this file is wrong; the rest is not read.`);
        break;
      }
    } catch (error) {
      await complain(messageOf(error));
    }
  }
  return complaints;
}

async function visitValue(
  { place, value, problem }: FileValue,
  visit: (value: unknown, place: string) => Promise<void>,
  complain: (line: string) => Promise<void>,
): Promise<void> {
  if (problem !== undefined) return complain(`${place}: ${problem}`);
  try {
    await visit(value, place);
  } catch (error) {
    await complain(`${place}: ${messageOf(error)}`);
  }
}

/** The message of an error that is about the input; any other is thrown again, for it is one of ours. */
function messageOf(error: unknown): string {
  if (!DiplomacyRulesError.isInstance(error)) throw error;
  return error.message;
}
