/** The seven great powers of the standard map, in the sequence of every list. */
export const POWERS = ['AUSTRIA', 'ENGLAND', 'FRANCE', 'GERMANY', 'ITALY', 'RUSSIA', 'TURKEY'] as const;

/** A power of the standard map. Functions that take a map infer the powers of a variant from it. */
export type Power = (typeof POWERS)[number];

/** One value for each power. Every power is a key, eliminated ones too. */
export type ByPower<T, P extends string = Power> = Readonly<Record<P, T>>;
