import type { PromiseCounts } from '../promises/count-promises.js';

/** The share of promises kept among those kept or broken, with its 95 % interval. */
export interface ShareKept {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How many were kept or broken. */
  readonly n: number;
}

/** Of the normal distribution, for 95 %. */
const Z = 1.959964;

/**
 * Wilson's score interval, which stays within 0 and 1 and says something for few promises too; it takes promises as independent of each
 * other, which those of one game are not quite. `null` where none was kept or broken.
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
