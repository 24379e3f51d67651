/** Picks an item of a non-empty list, each with equal probability. */
export const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.min(list.length - 1, Math.floor(random() * list.length))] as T;

/** Picks an item of a list by weight; `undefined` if nothing has weight. */
export function pickByWeight<T>(list: readonly T[], weightOf: (item: T) => number, random: () => number): T | undefined {
  let rest = random() * list.reduce((sum, item) => sum + weightOf(item), 0);
  return list.find((item) => weightOf(item) > 0 && (rest -= weightOf(item)) < 0);
}
