import type { ProcessLoad } from './process-load.js';

/** Time as the packages see it, so that tests and replays need not wait. */
export interface Clock {
  /** Milliseconds since the Unix epoch. Whoever sets the machine's clock moves it. */
  now(): number;
  /** Milliseconds since some moment that nobody can move: for differences. See `elapsedNow`. @default `now` */
  elapsed?(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** How busy this process is. @default not known, as with clocks whose time does not pass while the process works */
  readonly load?: ProcessLoad | undefined;
}

/** Milliseconds for differences: those of `elapsed` where the clock has it, else those of `now`. */
export function elapsedNow(clock: Pick<Clock, 'now' | 'elapsed'>): number {
  return clock.elapsed?.() ?? clock.now();
}
