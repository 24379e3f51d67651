import { type SignalSource, STOP_SIGNALS } from '../cli/console-io.js';

/** Resolves at the first signal that stops a command; a further one has its usual effect. */
export function untilStopped(signals: SignalSource): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of STOP_SIGNALS) signals.off(signal, stop);
      resolve();
    };
    for (const signal of STOP_SIGNALS) signals.on(signal, stop);
  });
}
