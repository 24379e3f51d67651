import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Lines of an input, one at a time, and only while somebody waits for them. */
export interface LineReader {
  /** The next line; `null` once the input has ended. Rejects with the signal's reason. */
  next(signal: AbortSignal): Promise<string | null>;
  /** Lets the process end while nobody waits. */
  rest(): void;
}

/** @param open the input, looked at when the first line is wanted */
export function createLineReader(open: () => Readable): LineReader {
  const lines: string[] = [];
  let ended = false;
  let wake = (): void => {};
  let reader: Interface | undefined;

  const start = (): Interface => {
    // Not in terminal mode: the terminal itself edits the line, and Ctrl-C reaches the process.
    const started = createInterface({ input: open(), terminal: false });
    started.on('line', (line) => {
      lines.push(line);
      wake();
    });
    started.on('close', () => {
      ended = true;
      wake();
    });
    return started;
  };

  return {
    async next(signal) {
      reader ??= start();
      if (!ended) reader.resume();
      while (lines.length === 0 && !ended) {
        signal.throwIfAborted();
        await new Promise<void>((resolve) => {
          wake = () => {
            signal.removeEventListener('abort', wake);
            resolve();
          };
          signal.addEventListener('abort', wake);
        });
      }
      signal.throwIfAborted();
      return lines.shift() ?? null;
    },
    rest: () => {
      if (!ended) reader?.pause();
    },
  };
}
