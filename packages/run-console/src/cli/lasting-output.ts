import type { TextOutput } from './console-io.js';

/** A stream of the process, as far as text goes. */
export interface OutputStream extends TextOutput {
  write(text: string, done?: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** How an output was lost: its reader has had enough, or what is written can be kept nowhere. */
export type LostOutput = { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly error: Error };

/** An output that outlasts its stream: once that is lost, text goes nowhere, and whoever writes goes on. */
export interface LastingOutput extends TextOutput {
  /** Waits until the stream has taken everything, or was lost. */
  settled(): Promise<LostOutput | undefined>;
}

/** Errors of a stream that nobody reads any more: a closed pipe, a connection or a terminal that is gone. */
const CLOSED: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** @param onLost is told once, when the stream is lost */
export function lastingOutput(stream: OutputStream, onLost: (lost: LostOutput) => void = () => {}): LastingOutput {
  let lost: LostOutput | undefined;
  const lose = (error: Error): void => {
    if (lost) return;
    const { code } = error as NodeJS.ErrnoException;
    // A terminal whose window was closed answers with an input/output error.
    const isClosed = CLOSED.has(code) || (code === 'EIO' && stream.isTTY === true);
    lost = isClosed ? { kind: 'closed' } : { kind: 'failed', error };
    onLost(lost);
  };
  stream.on('error', lose);
  const write = (text: string, done?: (error?: Error | null) => void): void => {
    try {
      stream.write(text, done);
    } catch (error) {
      lose(error as Error);
      done?.();
    }
  };
  return {
    write: (text) => {
      if (!lost) write(text);
    },
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns!;
    },
    get rows() {
      return stream.rows!;
    },
    settled: async () => {
      if (!lost)
        await new Promise<void>((resolve) => {
          write('', (error) => {
            if (error) lose(error);
            resolve();
          });
        });
      return lost;
    },
  };
}
