/** Something wrong in a file of material. */
export interface MaterialFault {
  /** Path within the folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The fault, and the nearest right name or the way to write it. */
  readonly message: string;
}

/** A written value, and how to say that something is wrong at a path in it. */
export interface Entry<Value = unknown> {
  readonly value: Value;
  readonly fault: (path: readonly PropertyKey[], message: string) => MaterialFault;
}

/** Results and faults that gather while files are read. */
export interface Outcome<Value> {
  readonly values: readonly Value[];
  readonly faults: readonly MaterialFault[];
}

/** Applies a reader to each item, and joins the results in order. */
export function gather<Item, Value>(items: readonly Item[], read: (item: Item) => Outcome<Value>): Outcome<Value> {
  const outcomes = items.map(read);
  return { values: outcomes.flatMap(({ values }) => values), faults: outcomes.flatMap(({ faults }) => faults) };
}

/** Reads on from each result; faults of both readers are kept. */
export function readOn<Item, Value>({ values, faults }: Outcome<Item>, read: (item: Item) => Outcome<Value>): Outcome<Value> {
  const further = gather(values, read);
  return { values: further.values, faults: [...faults, ...further.faults] };
}

/** A single result without a fault. */
export function one<Value>(value: Value): Outcome<Value> {
  return { values: [value], faults: [] };
}

/** The part of an entry at a path, as an entry of its own. */
export function partOf<Value>(entry: Entry, path: readonly PropertyKey[], value: Value): Entry<Value> {
  return { value, fault: (inner, message) => entry.fault([...path, ...inner], message) };
}
