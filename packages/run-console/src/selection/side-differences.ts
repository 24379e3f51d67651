import { compareNaturally } from '@entente/studies';

/** Properties, beside the seed, in which runs may differ, by name: `{ model: 'offline', 'settings.steps': '3' }`. */
export type Facets = Readonly<Record<string, string>>;

/**
 * In what the runs of two sides differ, and how: `model (oak | elm)`. Runs of one side may differ among themselves as long as those of the
 * other do so in the same shares; else the sides differ in shares. The thing that is compared is among them, and so is all that could explain
 * a difference as well. Parts of a whole that differs are left out: of two personas that differ, the ages (`persona.age`).
 */
export function sideDifferences(a: readonly Facets[], b: readonly Facets[]): readonly string[] {
  const names = [...new Set([...a, ...b].flatMap((facets) => Object.keys(facets)))];
  const differences = new Map(names.map((name) => [name, differenceIn(name, a, b)]));
  const isPartOfOneThatDiffers = (name: string): boolean =>
    names.some((whole) => name.startsWith(`${whole}.`) && differences.get(whole) !== undefined);
  return names.flatMap((name) => (isPartOfOneThatDiffers(name) ? [] : (differences.get(name) ?? [])));
}

function differenceIn(name: string, a: readonly Facets[], b: readonly Facets[]): string | undefined {
  const [first, second] = [sharesOf(a, name), sharesOf(b, name)];
  const values = [...new Set([...first.keys(), ...second.keys()])];
  const isAlike = (value: string): boolean => Math.abs((first.get(value) ?? 0) - (second.get(value) ?? 0)) < 1e-9;
  if (values.every(isAlike)) return undefined;
  const hasSameValues = first.size === second.size && values.every((value) => first.has(value) && second.has(value));
  return hasSameValues ? `${name} (the same, in other shares)` : `${name} (${listed(first)} | ${listed(second)})`;
}

const MOST_LISTED = 4;

function sharesOf(side: readonly Facets[], name: string): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const facets of side) {
    const value = facets[name] ?? '–';
    shares.set(value, (shares.get(value) ?? 0) + 1 / side.length);
  }
  return shares;
}

function listed(values: ReadonlyMap<string, number>): string {
  const names = [...values.keys()].toSorted(compareNaturally);
  return names.length <= MOST_LISTED
    ? names.join(', ')
    : `${names.slice(0, MOST_LISTED).join(', ')} and ${names.length - MOST_LISTED} more`;
}
