import type { LegalOrder } from '../values/order.js';
import type { Location, Unit } from '../values/unit.js';

/** A unit to which orders can be given in this phase, or a home centre where a unit can be built, and all that the rules allow there. */
export interface OrderableUnit {
  /** Absent for a home centre where a unit can be built. */
  readonly unit?: Unit;
  /** Where the unit stands; the province of a build. */
  readonly location: Location;
  /** Never empty. The orders are frozen, and the same object whenever the order is the same. */
  readonly orders: readonly LegalOrder[];
}
