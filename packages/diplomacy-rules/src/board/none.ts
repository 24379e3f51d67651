/** Stands for no unit, no power or no place wherever these are numbers. */
export const NONE = -1;

/** The empty list. Shared, because most outcomes of an adjudication hold one. */
export const EMPTY: readonly never[] = Object.freeze([]);
