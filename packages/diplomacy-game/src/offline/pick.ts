/** One of a list that has something in it, each as likely as any other. */
export const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.min(list.length - 1, Math.floor(random() * list.length))] as T;

/** One of a list, the likelier the more it weighs; `undefined` where nothing weighs anything. */
export function pickByWeight<T>(list: readonly T[], weightOf: (item: T) => number, random: () => number): T | undefined {
  let rest = random() * list.reduce((sum, item) => sum + weightOf(item), 0);
  return list.find((item) => weightOf(item) > 0 && (rest -= weightOf(item)) < 0);
}
