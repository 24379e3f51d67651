import type { Illegality } from './illegality.js';
import type { Order } from './order.js';
import type { Power } from './power.js';
import type { Location, Province, Unit } from './unit.js';

/** What can become of an order. An outcome with none of them is a success. */
export const ORDER_RESULTS = ['void', 'no convoy', 'bounce', 'cut', 'disrupted', 'dislodged', 'disband'] as const;

/**
 * `void` not allowed, or support and convoy of what was not ordered; `no convoy` the army's route is missing or broken; `bounce` the move or
 * retreat failed; `cut` the support does not count; `disrupted` the convoys of this fleet failed by the paradox rule though it stands;
 * `dislodged` the unit lost its place; `disband` the unit left the board in a retreat phase.
 */
export type OrderResult = (typeof ORDER_RESULTS)[number];

/** A unit, and whose it is. */
export interface PowerUnit<P extends string = Power> {
  readonly power: P;
  readonly unit: Unit;
}

/** The strength of a unit where it counted: 1 for itself, and 1 for each support. */
export interface Strength {
  readonly total: number;
  /** The units whose support counted. */
  readonly supports: readonly Unit[];
  /** Units whose support was given but does not count: nobody helps to dislodge a unit of their own power. */
  readonly discounted?: readonly Unit[];
}

/** Somebody in the way, and how strong. */
export interface Opponent<P extends string = Power> extends PowerUnit<P> {
  readonly strength: Strength;
}

/** Why an order ended as it did. */
export type Reason<P extends string = Power> =
  /** Nobody told the unit what to do, so it held. */
  | { readonly kind: 'no-order' }
  /** The rules do not allow the order; the unit held. */
  | { readonly kind: 'illegal'; readonly illegality: Illegality }
  /** The supported unit, or the army to convoy, was ordered something else (`ordered`), or nothing (`null`). */
  | { readonly kind: 'unmatched'; readonly target: Unit; readonly ordered: Order | null }
  /** The move succeeded with this strength, against `opponents` where there were any. */
  | { readonly kind: 'advanced'; readonly attack: Strength; readonly opponents: readonly Opponent<P>[] }
  /** The move succeeded as one of a circle of units that all move on. */
  | { readonly kind: 'circular'; readonly units: readonly Unit[] }
  /** The move was made by convoy. */
  | { readonly kind: 'convoyed'; readonly fleets: readonly Unit[] }
  /** Others wanted the same place with at least the same strength. */
  | { readonly kind: 'standoff'; readonly attack: Strength; readonly rivals: readonly Opponent<P>[] }
  /** The unit in the destination stayed, or could not leave, and was at least as strong. */
  | { readonly kind: 'repelled'; readonly attack: Strength; readonly defender: Opponent<P> }
  /** The unit in the destination came the other way, at least as strong. */
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
  /** The unit was dislodged and has nowhere to go. */
  | { readonly kind: 'no-retreat' }
  /** Several units wanted to retreat to the same place; all disband. */
  | { readonly kind: 'retreat-conflict'; readonly rivals: readonly PowerUnit<P>[] }
  /** The power ordered too few removals, so the rules chose this unit (DATC 4.D.8). */
  | { readonly kind: 'civil-disorder'; readonly distance: number };

/** What became of one order, or of one unit that had none. */
export interface Outcome<P extends string = Power> {
  readonly power: P;
  /** The unit; `null` for a waived build. */
  readonly unit: Unit | null;
  /** The order as it was given; a hold, a disbandment or a removal where the rules filled in for one. */
  readonly order: Order;
  /** Empty for a success. */
  readonly results: readonly OrderResult[];
  /** Why, the decisive reason first. Empty where nothing happened that asks for a reason: an undisturbed hold or support. */
  readonly reasons: readonly Reason<P>[];
}

/** A unit that lost its place. */
export interface Dislodgement<P extends string = Power> extends PowerUnit<P> {
  readonly by: PowerUnit<P>;
  /** The province the attacker came from. */
  readonly from: Province;
  /** Where the unit may retreat to. */
  readonly retreats: readonly Location[];
}

/** A supply centre that changed hands after Fall. */
export interface Capture<P extends string = Power> {
  readonly center: Province;
  /** Who owned it before; `null` for a neutral centre. */
  readonly from: P | null;
  readonly to: P;
}
