import type { Clock } from '@entente/llm-clients';
import { BudgetExhaustedError } from '@entente/simulation-core';
import { formatDuration } from '@entente/studies/tables';
import { ConsoleError } from '../cli/console-error.js';
import { type SignalSource, STOP_SIGNALS, type StopSignal } from '../cli/console-io.js';

export interface StopHandlingOptions {
  readonly signals: SignalSource;
  readonly clock: Clock;
  readonly graceMs: number;
  readonly maxWallTimeMs?: number | undefined;
  /** Tells the user what a signal has brought about. */
  readonly onStop: (message: string) => void;
}

/** The two ends of a session: `stop` lets no new call start, `abort` cuts those in flight. */
export interface StopHandling {
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
  /** The signal that stopped the session, if one did. */
  stoppedBy(): StopSignal | undefined;
  /** Stops listening; a further signal has its usual effect. */
  release(): void;
}

/** Reason of the interruption, as it goes on record. */
const STOP_MESSAGES: Readonly<Record<StopSignal, string>> = {
  SIGINT: 'stopped by Ctrl-C',
  SIGTERM: 'stopped by SIGTERM',
  SIGHUP: 'stopped by SIGHUP, as its terminal was closed',
};

/**
 * The first Ctrl-C, SIGTERM or SIGHUP stops: calls in flight land on record. The second cuts. After that the session lets
 * go of the signals, so that a third ends the process as it would any other. Closing a terminal delivers SIGHUP twice, once
 * from the shell and once from the system, so a repeated SIGHUP is ignored.
 */
export function handleStops(options: StopHandlingOptions): StopHandling {
  const { signals, clock, graceMs, maxWallTimeMs, onStop } = options;
  const stop = new AbortController();
  const abort = new AbortController();
  const over = new AbortController();
  let stoppedBy: StopSignal | undefined;

  const listeners = STOP_SIGNALS.map((signal) => ({
    signal,
    listener: (): void => {
      if (stoppedBy === undefined) {
        stoppedBy = signal;
        stop.abort(new ConsoleError(STOP_MESSAGES[signal]));
        onStop(
          `Stopping: no new call starts, calls in flight have ${formatDuration(graceMs)} to land on record. Ctrl-C again cuts them.`,
        );
      } else if (signal !== 'SIGHUP' || stoppedBy !== 'SIGHUP') {
        abort.abort(new ConsoleError(STOP_MESSAGES[signal]));
        letGo();
        onStop('Cutting the calls in flight.');
      }
    },
  }));
  const letGo = (): void => {
    for (const { signal, listener } of listeners) signals.off(signal, listener);
  };
  for (const { signal, listener } of listeners) signals.on(signal, listener);

  if (maxWallTimeMs !== undefined) {
    clock.sleep(maxWallTimeMs, over.signal).then(
      () => {
        stop.abort(new BudgetExhaustedError('wall-time', `the time budget of ${formatDuration(maxWallTimeMs)} is used up`));
        onStop(
          `The time budget of ${formatDuration(maxWallTimeMs)} is used up: no new call starts, those in flight land on record.`,
        );
      },
      () => {},
    );
  }
  return {
    stop: stop.signal,
    abort: abort.signal,
    stoppedBy: () => stoppedBy,
    release: () => {
      letGo();
      over.abort();
    },
  };
}

/** Exit codes that shells expect after each signal. */
export const EXIT_CODES: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
