/** Times of runs, in milliseconds. */
export interface TimesOfWork {
  /** The calls one after another: the sum of the times the model took. */
  readonly sequentialMs: number;
  readonly wallMs: number;
}

/**
 * How many times longer one call at a time would have taken; `null` where nothing was gained: calls that went one at a time take as long
 * as they take, what comes on top is our own work and no loss of speed, and offline calls may take no time at all.
 */
export function speedUp({ sequentialMs, wallMs }: TimesOfWork): number | null {
  return wallMs > 0 && sequentialMs > wallMs ? sequentialMs / wallMs : null;
}

/** Wall time beyond that of the calls one after another, in milliseconds; `null` where calls took no time, or there is a speed-up. */
export function ownOverheadMs({ sequentialMs, wallMs }: TimesOfWork): number | null {
  return sequentialMs > 0 && sequentialMs <= wallMs ? wallMs - sequentialMs : null;
}
