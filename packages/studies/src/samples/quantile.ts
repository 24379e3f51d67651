/**
 * The value below which `share` (0 to 1) of ascending values lie, interpolated between neighbours (Hyndman and Fan's type 7, which
 * R and NumPy use unless told otherwise); NaN of nothing.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const position = share * (ascending.length - 1);
  const below = ascending[Math.floor(position)] ?? NaN;
  const above = ascending[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}
