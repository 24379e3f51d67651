import { type Fields, textOf } from './report-table';

/** Partners whose scores count: the mean of both, or one of them by their place in the couple's file. */
export type WhosePlace = 'both' | 'first' | 'second';

/** Values of one condition over scenes or years: one for each run. */
export interface Trajectory {
  readonly condition: string;
  readonly points: readonly { readonly at: number; readonly values: readonly number[] }[];
}

/** A value of a run at a scene or a year; null for one that is missing. */
interface Measured {
  readonly row: Fields;
  readonly at: unknown;
  readonly value: unknown;
}

/** Commitment by condition and scene. @param scores rows of the table `commitment` */
export function commitmentTrajectories(scores: readonly Fields[], whose: WhosePlace): readonly Trajectory[] {
  const counted = scores.filter(({ place }) => whose === 'both' || place === whose);
  return trajectoriesOf(counted.map((row) => ({ row, at: row['scene'], value: row['score'] })));
}

/** Centres of a power by condition and year. @param centres rows of the table `centers-by-game` */
export function centreTrajectories(centres: readonly Fields[], power: string): readonly Trajectory[] {
  const counted = centres.filter((row) => row['power'] === power);
  return trajectoriesOf(counted.map((row) => ({ row, at: row['year'], value: row['centers'] })));
}

/**
 * Values by condition and scene or year. A run counts once in each: the partners of a couple are no two independent values.
 * A run of which a value is missing is left out there. Forks are left out: they share their past with their parents.
 */
function trajectoriesOf(measured: readonly Measured[]): readonly Trajectory[] {
  const conditions = new Map<string, Map<number, Map<string, (number | null)[]>>>();
  for (const { row, at: place, value } of measured) {
    if (typeof place !== 'number' || (row['forkedFrom'] ?? null) !== null) continue;
    const places = at(conditions, textOf(row['condition']), () => new Map<number, Map<string, (number | null)[]>>());
    const runs = at(places, place, () => new Map<string, (number | null)[]>());
    at(runs, textOf(row['run']), () => []).push(typeof value === 'number' ? value : null);
  }
  return [...conditions].sort(byName).map(([condition, places]) => ({
    condition,
    points: [...places]
      .sort(([one], [other]) => one - other)
      .map(([place, runs]) => ({ at: place, values: [...runs.values()].flatMap(meanOfAll) })),
  }));
}

/** Mean of the values of one run; nothing where one of them is missing. */
function meanOfAll(values: readonly (number | null)[]): readonly number[] {
  const known = values.filter((value) => value !== null);
  return known.length < values.length || known.length === 0 ? [] : [known.reduce((sum, value) => sum + value, 0) / known.length];
}

function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);
