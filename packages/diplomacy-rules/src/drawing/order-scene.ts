import type { GameMap } from '../map/game-map.js';
import type { Position } from '../values/position.js';
import type { Location, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit } from '../values/unit.js';
import type { DrawnOrder } from './drawn-order.js';
import type { MapDrawing, Spot } from './map-drawing.js';

/** A position on a drawn map. */
export interface Board<P extends string> {
  readonly map: GameMap<P>;
  readonly drawing: MapDrawing<P>;
  readonly position: Position<P>;
}

/** Where the units are that orders speak of. */
export interface OrderScene<P extends string> extends Board<P> {
  readonly orders: readonly DrawnOrder<P>[];
  /** Where a unit is drawn; `undefined` for a place that is not on the map. */
  readonly spotOf: (unit: Unit, retreating?: boolean) => Spot | undefined;
  /** Where a location is; `undefined` for a place that is not on the map. */
  readonly spotAt: (location: Location) => Spot | undefined;
  /** Whether a unit is drawn there, so that lines end before it. */
  readonly isTaken: (location: Location) => boolean;
}

/** Where a unit that lost its place is drawn, beside the one that took it. */
const BESIDE: Spot = [-46, -36];

/** The spot beside another, for a unit that has to leave it. */
export const beside = ([x, y]: Spot): Spot => [x + BESIDE[0], y + BESIDE[1]];

/** Works out where everything is. */
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
      // Where an order names no coast, or a wrong one, the unit that is there counts.
      const spot = spotAt(locationOfUnit(unitIn.get(provinceOfUnit(unit)) ?? unit));
      return retreating && spot !== undefined && dislodged.has(unit) ? beside(spotAt(locationOfUnit(unit)) ?? spot) : spot;
    },
    isTaken: (location) => unitIn.has(provinceOf(location)),
  };
}
