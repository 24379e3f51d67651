import type { GameMap } from '../map/game-map.js';
import type { Position } from '../values/position.js';
import type { Location, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit } from '../values/unit.js';
import type { DrawnOrder } from './drawn-order.js';
import type { MapDrawing, Spot } from './map-drawing.js';

/** Spots of everything that orders refer to, on a drawn map. */
export interface Board<P extends string> {
  readonly map: GameMap<P>;
  readonly drawing: MapDrawing<P>;
  readonly position: Position<P>;
}

/** Units that orders refer to. */
export interface OrderScene<P extends string> extends Board<P> {
  readonly orders: readonly DrawnOrder<P>[];
  /** Spot of a unit; `undefined` for a place that is not on the map. */
  readonly spotOf: (unit: Unit, retreating?: boolean) => Spot | undefined;
  /** Spot of a location; `undefined` for a place that is not on the map. */
  readonly spotAt: (location: Location) => Spot | undefined;
  /** Whether a unit is drawn there. Lines end before it. */
  readonly isTaken: (location: Location) => boolean;
}

/** Spot of a dislodged unit, beside its place. */
const BESIDE: Spot = [-46, -36];

/** Returns the spot beside another, for a unit that has to leave it. */
export const beside = ([x, y]: Spot): Spot => [x + BESIDE[0], y + BESIDE[1]];

/** Creates the scene of a position. */
export function sceneOf<P extends string>({ map, drawing, position }: Board<P>, orders: readonly DrawnOrder<P>[]): OrderScene<P> {
  const spots = new Map(Object.entries(drawing.units));
  const spotAt = (location: Location) => spots.get(location) ?? spots.get(provinceOf(location));
  const unitIn = new Map(map.powers.flatMap(({ id }) => position.units[id].map((unit) => [provinceOfUnit(unit), unit] as const)));
  const dislodged = new Set(map.powers.flatMap(({ id }) => Object.keys(position.retreats[id])));
  return {
    map,
    drawing,
    position,
    orders,
    spotAt,
    spotOf: (unit, retreating = false) => {
      // If an order names no coast or a wrong one, the unit in the province decides.
      const spot = spotAt(locationOfUnit(unitIn.get(provinceOfUnit(unit)) ?? unit));
      return retreating && spot !== undefined && dislodged.has(unit) ? beside(spotAt(locationOfUnit(unit)) ?? spot) : spot;
    },
    isTaken: (location) => unitIn.has(provinceOf(location)),
  };
}
