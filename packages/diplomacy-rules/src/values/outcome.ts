import type { Illegality } from './illegality.js';
import type { Order } from './order.js';
import type { Power } from './power.js';
import type { Location, Province, Unit } from './unit.js';

/** Results of an order. An outcome without any is a success. */
export const ORDER_RESULTS = ['void', 'no convoy', 'bounce', 'cut', 'disrupted', 'dislodged', 'disband'] as const;

/**
 * `void`: illegal, or a support or convoy that matches no order. `no convoy`: the army has no convoy path. `bounce`: the move or retreat
 * failed. `cut`: the support does not count. `disrupted`: a paradox disrupted the convoy of this fleet, which was not dislodged.
 * `dislodged`: the unit was dislodged. `disband`: the unit left the board in a retreat phase.
 */
export type OrderResult = (typeof ORDER_RESULTS)[number];

/** A unit and its power. */
export interface PowerUnit<P extends string = Power> {
  readonly power: P;
  readonly unit: Unit;
}

/** Strength of a unit in one respect: 1 for itself, and 1 for each support. */
export interface Strength {
  readonly total: number;
  /** Units whose support counted. */
  readonly supports: readonly Unit[];
  /** Units whose support was given but did not count, because it would have helped to dislodge a unit of their own power. */
  readonly discounted?: readonly Unit[];
}

/** A unit in the way, and its strength. */
export interface Opponent<P extends string = Power> extends PowerUnit<P> {
  readonly strength: Strength;
}

/** Reason of an outcome. */
export type Reason<P extends string = Power> =
  /** The unit had no order, so it held. */
  | { readonly kind: 'no-order' }
  /** The rules do not allow the order; the unit held. */
  | { readonly kind: 'illegal'; readonly illegality: Illegality }
  /** The supported unit, or the army to convoy, had another order (`ordered`), or none (`null`). */
  | { readonly kind: 'unmatched'; readonly target: Unit; readonly ordered: Order | null }
  /** The move succeeded with this strength, against `opponents` if any. */
  | { readonly kind: 'advanced'; readonly attack: Strength; readonly opponents: readonly Opponent<P>[] }
  /** The move succeeded as one of a circle of units that all move on. */
  | { readonly kind: 'circular'; readonly units: readonly Unit[] }
  /** The move was made by convoy. */
  | { readonly kind: 'convoyed'; readonly fleets: readonly Unit[] }
  /** Other units moved to the same place with at least the same strength. */
  | { readonly kind: 'standoff'; readonly attack: Strength; readonly rivals: readonly Opponent<P>[] }
  /** The unit in the destination did not leave and was at least as strong. */
  | { readonly kind: 'repelled'; readonly attack: Strength; readonly defender: Opponent<P> }
  /** The unit in the destination moved the other way and was at least as strong. */
  | { readonly kind: 'head-to-head'; readonly attack: Strength; readonly defender: Opponent<P> }
  /** A power does not dislodge its own unit. */
  | { readonly kind: 'own-unit'; readonly unit: Unit }
  /** The support was cut by this attack. */
  | { readonly kind: 'cut-by'; readonly attacker: PowerUnit<P> }
  /** The unit was dislodged by this attack. */
  | { readonly kind: 'dislodged-by'; readonly attacker: PowerUnit<P>; readonly attack: Strength; readonly defence: Strength }
  /** No fleets were ordered to carry the army all the way. */
  | { readonly kind: 'no-route' }
  /** The route was broken: these convoying fleets were dislodged. */
  | { readonly kind: 'route-broken'; readonly dislodged: readonly { readonly fleet: Unit; readonly by: PowerUnit<P> }[] }
  /** A convoy paradox: the fate of these convoying fleets hung on itself, so their convoys fail (Szykman's rule, DATC 4.A.2). */
  | { readonly kind: 'paradox'; readonly rule: 'szykman'; readonly fleets: readonly Unit[] }
  /** The convoy was broken, and the army went by land (rulebook `landFallback`). */
  | { readonly kind: 'went-by-land' }
  /** The unit was dislodged and has no retreat. */
  | { readonly kind: 'no-retreat' }
  /** Several units retreated to the same place, so all disband. */
  | { readonly kind: 'retreat-conflict'; readonly rivals: readonly PowerUnit<P>[] }
  /** The power ordered too few removals, so the rules chose this unit (DATC 4.D.8). */
  | { readonly kind: 'civil-disorder'; readonly distance: number };

/** Outcome of one order, or of one unit without one. */
export interface Outcome<P extends string = Power> {
  readonly power: P;
  /** The unit; `null` for a waived build. */
  readonly unit: Unit | null;
  /** The order as given, or the hold, disbandment or removal that replaces a missing one. */
  readonly order: Order;
  /** Empty for a success. */
  readonly results: readonly OrderResult[];
  /** Reasons, the decisive one first. Empty if nothing needs a reason, as for an undisturbed hold or support. */
  readonly reasons: readonly Reason<P>[];
}

/** A dislodged unit. */
export interface Dislodgement<P extends string = Power> extends PowerUnit<P> {
  readonly by: PowerUnit<P>;
  /** Province that the attacker came from. */
  readonly from: Province;
  /** Places the unit may retreat to. */
  readonly retreats: readonly Location[];
}

/** A supply centre that changed hands after Fall. */
export interface Capture<P extends string = Power> {
  readonly center: Province;
  /** Previous owner; `null` for a neutral centre. */
  readonly from: P | null;
  readonly to: P;
}
