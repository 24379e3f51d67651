import { quantile } from './quantile.js';

/** The middle value, or halfway between the middle two, in whatever order they come; NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}
