import type { Clock } from '@entente/llm-clients';
import type { KnownSecrets } from './known-secrets.js';

/** Where text goes: a stream of the process, or a test's collector. */
export interface TextOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Of the terminal, as of now. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** Ctrl-C; what other programs end this one with; a terminal that is gone, as when its window is closed. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type StopSignal = (typeof STOP_SIGNALS)[number];

/** Where Ctrl-C comes from: the process. */
export interface SignalSource {
  on(signal: StopSignal, listener: () => void): unknown;
  off(signal: StopSignal, listener: () => void): unknown;
}

/** All a command line touches of the world, so that it can be run inside a test. */
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
  /** Taken out of all that is printed; `runCommandLine` sets it, and whoever reads keys adds to it. */
  readonly secrets?: KnownSecrets;
}

/** Whether colours may be used: on a terminal, unless NO_COLOR (https://no-color.org) or TERM=dumb say otherwise. */
export function hasColors(output: TextOutput, env: ConsoleIo['env']): boolean {
  return output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
