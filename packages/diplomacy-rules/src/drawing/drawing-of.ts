import { InvalidMapError } from '../errors.js';
import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import type { MapDrawing, PowerStyle } from './map-drawing.js';
import { standardDrawing } from './standard-drawing.js';

/**
 * Returns the drawing to use for a map.
 * @throws {InvalidMapError} If it has none, or one without one of its provinces, locations or powers.
 */
export function drawingOf<P extends string>(map: GameMap<P>, drawing?: MapDrawing<P>): MapDrawing<P> {
  if (drawing === undefined) {
    if ((map as GameMap<string>) === standardMap) return standardDrawing as unknown as MapDrawing<P>;
    throw new InvalidMapError(`There is no drawing of the map ${map.name} here: pass one as \`drawing\`.`, { place: 'drawing' });
  }
  const fail = (place: string): never => {
    throw new InvalidMapError(`The drawing of the map ${map.name} lacks ${place}.`, { place: `drawing.${place}` });
  };
  for (const { id, coasts = [] } of map.provinces) {
    if (drawing.provinces[id] === undefined) fail(`provinces.${id}`);
    for (const location of [id, ...coasts.map((coast) => `${id}/${coast.id}`)]) {
      if (drawing.units[location] === undefined) fail(`units.${location}`);
    }
  }
  for (const { id } of map.powers) {
    if ((drawing.powers as Partial<Record<P, PowerStyle>>)[id] === undefined) fail(`powers.${id}`);
  }
  return drawing;
}
