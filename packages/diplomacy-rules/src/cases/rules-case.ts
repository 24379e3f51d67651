import type { Phase } from '../values/phase.js';
import type { ByPower, Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Location, Province, Unit } from '../values/unit.js';

/** Something for each of some powers; a power without is left out. */
export type OfPowers<T> = { readonly [power in Power]?: T };

/** A unit that should have lost its place. What is left out is not compared. */
export interface ExpectedDislodgement {
  readonly power: Power;
  readonly unit: Unit;
  /** The province the attacker came from. */
  readonly by?: Province;
  readonly retreats?: readonly Location[];
}

/** What should become of one order, or of a unit that had none. */
export interface ExpectedOutcome {
  readonly power: Power;
  /** Left out where the order names it. */
  readonly unit?: Unit;
  /** As it is written in `orders`; `null` for a unit without an order; left out where the unit says which is meant. */
  readonly order?: string | null;
  readonly results: readonly string[];
  /** Where the unit is afterwards. */
  readonly to?: Unit;
  /** The unit that the rules remove for a power that ordered too few removals; there is no order then. */
  readonly civilDisorder?: Unit;
}

/** What should become of a phase. What is left out is not compared. */
export interface ExpectedPhase {
  /** The units on the board afterwards, dislodged ones aside. */
  readonly units: OfPowers<readonly Unit[]>;
  readonly dislodged?: readonly ExpectedDislodgement[];
  /** Whether units may be dislodged that are not listed, if they have nowhere to go: some programs take them off the board at once. */
  readonly mayOmitUnitsWithoutRetreats?: boolean;
  readonly contested?: readonly Province[];
  readonly outcomes?: readonly ExpectedOutcome[];
  readonly paradoxConvoys?: readonly Province[];
}

/** What should become of the retreats that follow. */
export interface ExpectedRetreats {
  readonly units: OfPowers<readonly Unit[]>;
  readonly retreated: readonly { readonly power: Power; readonly unit: Unit; readonly to: Location }[];
  readonly disbanded: readonly { readonly power: Power; readonly unit: Unit }[];
}

/** A board, orders, and what should become of them: one entry of a file of cases, read. */
export interface RulesCase {
  readonly id: string;
  readonly phase: Phase;
  readonly units: OfPowers<readonly Unit[]>;
  readonly centers: OfPowers<readonly Province[]>;
  readonly orders: OfPowers<readonly string[]>;
  readonly expected: ExpectedPhase;
  /** The convention under which alone the case holds, where the entry says that ours is another. */
  readonly otherConvention?: string;
  /** The units afterwards under a rulebook that lets an army walk when its convoy fails. Left out where that makes no difference. */
  readonly unitsUnderLandFallback?: OfPowers<readonly Unit[]>;
  readonly retreat?: { readonly phase: Phase; readonly orders: OfPowers<readonly string[]>; readonly expected: ExpectedRetreats };
}

/** What the function gives for each of the seven powers. */
export const byPower = <T>(valueOf: (power: Power) => T): ByPower<T> =>
  Object.fromEntries(POWERS.map((power) => [power, valueOf(power)])) as ByPower<T>;
