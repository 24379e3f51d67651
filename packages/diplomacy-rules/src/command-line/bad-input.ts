import { DiplomacyRulesError } from '../errors.js';
import type { FileValue } from '../node/read-values.js';
import { filesOf } from '../node/files-of.js';
import { readValues } from '../node/read-values.js';
import type { Streams } from './streams.js';
import { oneLine } from './one-line.js';
import { writeLine } from './streams.js';

/** Maximum number of bad values in a file before the rest of it is skipped. */
const MOST_COMPLAINTS = 20;

/**
 * Calls a function with each value of some files and folders. A value or file that cannot be read becomes a line on stderr, and the others
 * are still visited.
 * @returns Number of lines written.
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

/** Returns the message of an error about the input. Throws any other error again, because it is a bug. */
function messageOf(error: unknown): string {
  if (!DiplomacyRulesError.isInstance(error)) throw error;
  return error.message;
}
