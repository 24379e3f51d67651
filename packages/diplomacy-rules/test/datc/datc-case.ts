import type { Location, Phase, Power, Province, Unit } from '../../src/index.js';
import type { Convention } from './conventions.js';

/** A value for each of the powers on the board. */
export type OfPowers<T> = { readonly [power in Power]?: T };

/** Dislodged units with attacker and retreats, or their names only. */
export type Dislodged =
  OfPowers<Readonly<Record<Unit, { readonly by: Province; readonly retreats: readonly Location[] }>>> | OfPowers<readonly Unit[]>;

/**
 * A row of the table. Orders are written as by `formatOrder`, with their result in brackets unless they succeeded: `A VIE - TYR (bounce)`.
 * A unit alone had no order; `(civil disorder)` marks a removal by the rules.
 */
export interface DatcCase {
  /**
   * Number in the DATC, with a letter after a slash if one number has several boards; `X.1` and so on for boards from other adjudicators.
   */
  readonly id: string;
  /** The situation and its result, in our own words. */
  readonly title: string;
  /** Adjudicator whose test file it is from, for boards that are not from the DATC. */
  readonly source?: string;
  /** Conventions that the result depends on, if rulebooks differ. */
  readonly conventions?: readonly Convention[];
  /** @default 'S1901M' */
  readonly phase?: Phase;
  readonly units: OfPowers<readonly Unit[]>;
  /** For an adjustment phase. */
  readonly centers?: OfPowers<readonly Province[]>;
  readonly orders: OfPowers<readonly string[]>;
  /** Units on the board afterwards, without dislodged ones. */
  readonly after: OfPowers<readonly Unit[]>;
  readonly dislodged?: Dislodged;
  /** Provinces left empty by a standoff. */
  readonly contested?: readonly Province[];
  /** Provinces of fleets whose convoys a paradox disrupted. */
  readonly paradoxConvoys?: readonly Province[];
  /** The retreats that follow in `S1901R`. */
  readonly retreat?: {
    readonly orders: OfPowers<readonly string[]>;
    readonly after: OfPowers<readonly Unit[]>;
    readonly retreated?: OfPowers<Readonly<Record<Unit, Location>>>;
    readonly disbanded?: OfPowers<readonly Unit[]>;
  };
}

/** Link to the case in the DATC; empty for other boards. */
export function linkOf({ id }: DatcCase): string | undefined {
  const [number = ''] = id.split('/');
  return number.startsWith('6.') ? `https://webdiplomacy.net/doc/DATC_v3_0.html#${number}` : undefined;
}
