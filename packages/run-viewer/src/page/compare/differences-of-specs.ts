/** A setting of which two runs have different values; undefined where a run does not have it. */
export interface SpecDifference {
  /** Keys down to it: `settings.choices`. */
  readonly path: string;
  readonly first: string | undefined;
  readonly second: string | undefined;
}

/** Lists the leaves in which two specs differ, in the order of the first one, then those that only the second one has. */
export function differencesOfSpecs(first: unknown, second: unknown): readonly SpecDifference[] {
  const [one, other] = [new Map(leavesOf(first, '')), new Map(leavesOf(second, ''))];
  const paths = [...new Set([...one.keys(), ...other.keys()])];
  return paths.flatMap((path) =>
    one.get(path) === other.get(path) ? [] : [{ path, first: one.get(path), second: other.get(path) }],
  );
}

/** Keys down to a setting as words: `settings.interactionsPerScene` as `interactions per scene`. */
export function settingInWords(path: string): string {
  return path
    .replace(/^settings\./, '')
    .replaceAll('.', ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/ +/g, ' ');
}

function leavesOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? [] : [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
  const join = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.length === 0 ? [] : [[path, value.join(' · ')]];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, join(Array.isArray(value) ? String(Number(key) + 1) : key)),
  );
}
