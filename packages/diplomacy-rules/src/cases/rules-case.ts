import type { Phase } from '../values/phase.js';
import type { ByPower, Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Location, Province, Unit } from '../values/unit.js';

/** A value for each of some powers. Powers without one are left out. */
export type OfPowers<T> = { readonly [power in Power]?: T };

/** A unit expected to be dislodged. Missing keys are not compared. */
export interface ExpectedDislodgement {
  readonly power: Power;
  readonly unit: Unit;
  /** The province the attacker came from. */
  readonly by?: Province | undefined;
  readonly retreats?: readonly Location[] | undefined;
}

/** Expected outcome of one order, or of a unit without one. */
export interface ExpectedOutcome {
  readonly power: Power;
  /** Missing if the order names it. */
  readonly unit?: Unit | undefined;
  /** As written in `orders`; `null` for a unit without an order; missing if `unit` identifies it. */
  readonly order?: string | null | undefined;
  readonly results: readonly string[];
  /** The unit in its place afterwards. */
  readonly to?: Unit | undefined;
  /** The unit removed by the rules because its power ordered too few removals. Such an outcome has no order. */
  readonly civilDisorder?: Unit | undefined;
}

/** Expected result of a phase. Missing keys are not compared. */
export interface ExpectedPhase {
  /** Units on the board afterwards, without dislodged ones. */
  readonly units: OfPowers<readonly Unit[]>;
  readonly dislodged?: readonly ExpectedDislodgement[] | undefined;
  /** Whether the list of dislodged units may lack those without retreats, which some programs take off the board at once. */
  readonly mayOmitUnitsWithoutRetreats?: boolean | undefined;
  readonly contested?: readonly Province[] | undefined;
  readonly outcomes?: readonly ExpectedOutcome[] | undefined;
  readonly paradoxConvoys?: readonly Province[] | undefined;
}

/** Expected result of the retreats that follow. */
export interface ExpectedRetreats {
  readonly units: OfPowers<readonly Unit[]>;
  readonly retreated: readonly { readonly power: Power; readonly unit: Unit; readonly to: Location }[];
  readonly disbanded: readonly { readonly power: Power; readonly unit: Unit }[];
}

/** One entry of a file of cases, read: a board, orders and the expected result. */
export interface RulesCase {
  readonly id: string;
  readonly phase: Phase;
  readonly units: OfPowers<readonly Unit[]>;
  readonly centers: OfPowers<readonly Province[]>;
  readonly orders: OfPowers<readonly string[]>;
  readonly expected: ExpectedPhase;
  /** The convention that the case depends on, if it is not the one followed here. */
  readonly otherConvention?: string | undefined;
  /** Units afterwards under a rulebook that lets an army walk when its convoy fails. Missing if that makes no difference. */
  readonly unitsUnderLandFallback?: OfPowers<readonly Unit[]> | undefined;
  readonly retreat?:
    { readonly phase: Phase; readonly orders: OfPowers<readonly string[]>; readonly expected: ExpectedRetreats } | undefined;
}

/** Maps each of the seven powers to a value. */
export const byPower = <T>(valueOf: (power: Power) => T): ByPower<T> =>
  Object.fromEntries(POWERS.map((power) => [power, valueOf(power)])) as ByPower<T>;
