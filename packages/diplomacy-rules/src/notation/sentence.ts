import type { UnitType } from '../values/unit.js';
import type { PlaceItem } from './items.js';

/** A unit as somebody wrote it: the type may be missing, the coast missing or wrong. */
export interface WrittenUnit {
  readonly type?: UnitType;
  readonly place: PlaceItem;
}

/** An order as somebody wrote it, understood but not yet completed by what the map and the position say. */
export type Sentence =
  | { readonly kind: 'waive' }
  | { readonly kind: 'hold' | 'disband' | 'build'; readonly unit: WrittenUnit }
  | { readonly kind: 'move'; readonly unit: WrittenUnit; readonly to: PlaceItem; readonly viaConvoy: boolean }
  | { readonly kind: 'retreat'; readonly unit: WrittenUnit; readonly to: PlaceItem }
  | { readonly kind: 'support-hold'; readonly unit: WrittenUnit; readonly target: WrittenUnit }
  | { readonly kind: 'support-move'; readonly unit: WrittenUnit; readonly target: WrittenUnit; readonly to: PlaceItem }
  | { readonly kind: 'convoy'; readonly unit: WrittenUnit; readonly army: WrittenUnit; readonly to: PlaceItem };
