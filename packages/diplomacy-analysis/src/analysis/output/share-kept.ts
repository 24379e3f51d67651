import type { PromiseCounts } from '../promises/count-promises.js';

/** The share of promises kept among those kept or broken, with its 95 % interval. */
export interface ShareKept {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Number of promises kept or broken. */
  readonly n: number;
}

/** Quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/**
 * Computes Wilson's score interval. It stays within 0 and 1, and holds for few promises too. It assumes that promises are independent, which
 * those of one game are not quite. Returns `null` where none was kept or broken.
 */
export function shareKept({ kept, broken }: Pick<PromiseCounts, 'kept' | 'broken'>): ShareKept | null {
  const n = kept + broken;
  if (n === 0) return null;
  const share = kept / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const middle = share + Z ** 2 / (2 * n);
  const scale = 1 + Z ** 2 / n;
  return { share, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale), n };
}
