import type { GameMap, Location, ProvinceData } from '@entente/diplomacy-rules';
import { geographyOf, neighborsOf } from './geography.js';

/**
 * Describes a map independently of the position: every province with its name, terrain, centre or home, and the moves of armies and fleets.
 * The text is the same in every prompt of a game, so it belongs at the very beginning.
 */
export function describeMap(map: GameMap<string>): string {
  const homes = new Map(map.powers.flatMap(({ id, homes: own }) => own.map((home) => [home, id] as const)));
  const lines = map.provinces.map((province) => provinceLine(map, province, homes.get(province.id)));
  const impassable = map.impassable ?? [];
  return [
    'Provinces: id and name, terrain, then where an army (A) and a fleet (F) can move from there. Fleets move along the coast that is named.',
    ...lines,
    ...(impassable.length === 0 ? [] : [`Nobody can enter ${impassable.map(({ name }) => name).join(', ')}.`]),
  ].join('\n');
}

function provinceLine(map: GameMap<string>, province: ProvinceData, home: string | undefined): string {
  const { id, name, terrain, center, coasts } = province;
  const role = home !== undefined ? [`home centre of ${home}`] : center === true ? ['centre'] : [];
  const ports = coasts?.map((coast) => `${id}/${coast.id}`) ?? [id];
  const ways = [
    ...waysFrom(map, 'A', id, 'A'),
    ...ports.flatMap((port) => waysFrom(map, 'F', port, port === id ? 'F' : `F ${port.slice(id.length)}`)),
  ];
  return `${id} ${[name, terrain, ...role].join(', ')}. ${ways.join('; ')}`;
}

function waysFrom(map: GameMap<string>, type: 'A' | 'F', from: Location, title: string): readonly string[] {
  const tos = neighborsOf(geographyOf(map), `${type} ${from}`);
  return tos.length === 0 ? [] : [`${title}: ${tos.join(' ')}`];
}
