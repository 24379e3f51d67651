import type { Clock } from '@entente/llm-clients';
import type { KnownSecrets } from './known-secrets.js';

/** Destination of text: a stream of the process, or a test's collector. */
export interface TextOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Current size of the terminal. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** Signals that stop a command: Ctrl-C, the request of another program, and the loss of the terminal, as when its window is closed. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type StopSignal = (typeof STOP_SIGNALS)[number];

/** Source of signals: the process. */
export interface SignalSource {
  on(signal: StopSignal, listener: () => void): unknown;
  off(signal: StopSignal, listener: () => void): unknown;
}

/** Everything outside the program that a command line uses, so that it can run inside a test. */
export interface ConsoleIo {
  /** Results; with `--json`, events and nothing else. */
  readonly stdout: TextOutput;
  /** Progress, notes, errors. */
  readonly stderr: TextOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths, `.env` and the config file are looked for in. */
  readonly cwd: string;
  readonly signals: SignalSource;
  /** @default the machine's */
  readonly clock?: Clock;
  /** Removed from everything that is printed; `runCommandLine` sets it, and code that reads keys adds to it. */
  readonly secrets?: KnownSecrets;
}

/** Whether colours may be used: on a terminal, unless NO_COLOR (https://no-color.org) or TERM=dumb forbid it. */
export function hasColors(output: TextOutput, env: ConsoleIo['env']): boolean {
  return output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
