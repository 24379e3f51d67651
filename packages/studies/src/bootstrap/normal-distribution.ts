/** Number of standard deviations beyond which a tail is less than 10⁻¹⁵. */
const farTail = 8;

/**
 * Share of the standard normal distribution below `z`, to about 15 decimal places.
 * The Taylor series about 0 with the density taken out: Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …) (Marsaglia, J. Stat. Software 11(4), 2004).
 */
export function normalShareBelow(z: number): number {
  if (z <= -farTail) return 0;
  if (z >= farTail) return 1;
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > Number.EPSILON * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-(z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Value `z` below which `share` (0 to 1) of the standard normal distribution lies, found by bisection; never beyond ±8. */
export function normalQuantile(share: number): number {
  let low = -farTail;
  let high = farTail;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalShareBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
