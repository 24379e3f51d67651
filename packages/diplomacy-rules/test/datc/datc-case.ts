import type { Location, Phase, Power, Province, Unit } from '../../src/index.js';
import type { Convention } from './conventions.js';

/** Something for each of the powers on the board. */
export type OfPowers<T> = { readonly [power in Power]?: T };

/** Dislodged units: how each came to it and where it may go; or no more than which they are. */
export type Dislodged =
  OfPowers<Readonly<Record<Unit, { readonly by: Province; readonly retreats: readonly Location[] }>>> | OfPowers<readonly Unit[]>;

/**
 * A row of the table. Orders are written as `formatOrder` would, and behind them in brackets what became of them unless they succeeded:
 * `A VIE - TYR (bounce)`. A unit alone had no order; `(civil disorder)` marks a removal that nobody ordered.
 */
export interface DatcCase {
  /** Its number in the DATC, with a letter behind a slash where one number has several boards; `X.1` and so on for boards from elsewhere. */
  readonly id: string;
  /** The situation and what becomes of it, in our own words. */
  readonly title: string;
  /** Whose test file it is from, for boards from elsewhere. */
  readonly source?: string;
  /** Where rulebooks differ: the conventions of ours that settle it. */
  readonly conventions?: readonly Convention[];
  /** @default 'S1901M' */
  readonly phase?: Phase;
  readonly units: OfPowers<readonly Unit[]>;
  /** Of a phase of adjustments. */
  readonly centers?: OfPowers<readonly Province[]>;
  readonly orders: OfPowers<readonly string[]>;
  /** The units on the board afterwards, dislodged ones aside. */
  readonly after: OfPowers<readonly Unit[]>;
  readonly dislodged?: Dislodged;
  /** Provinces left empty by a standoff. */
  readonly contested?: readonly Province[];
  /** Where fleets stood whose convoys failed under the paradox rule. */
  readonly paradoxConvoys?: readonly Province[];
  /** The retreats that follow in `S1901R`. */
  readonly retreat?: {
    readonly orders: OfPowers<readonly string[]>;
    readonly after: OfPowers<readonly Unit[]>;
    readonly retreated?: OfPowers<Readonly<Record<Unit, Location>>>;
    readonly disbanded?: OfPowers<readonly Unit[]>;
  };
}

/** Where the DATC tells the case; nothing for boards from elsewhere. */
export function linkOf({ id }: DatcCase): string | undefined {
  const [number = ''] = id.split('/');
  return number.startsWith('6.') ? `https://webdiplomacy.net/doc/DATC_v3_0.html#${number}` : undefined;
}
