import type { GameMap, MapOptions, Position, Province, ProvinceData, Unit } from '@entente/diplomacy-rules';
import { locationOfUnit, provinceOf, provinceOfUnit, standardMap } from '@entente/diplomacy-rules';
import type { Geography } from './geography.js';
import { geographyOf, inMapOrder } from './geography.js';

/** A unit on the board and its owner. */
export interface Occupant<P extends string> {
  readonly power: P;
  readonly unit: Unit;
}

/** A position by province: occupants and owners. Two equal positions read alike, however they list their content. */
export interface Situation<P extends string> {
  readonly position: Position<P>;
  readonly map: GameMap<P>;
  readonly geography: Geography;
  /** In map order, without dislodged units. */
  readonly occupants: ReadonlyMap<Province, Occupant<P>>;
  /** Owners of supply centres, without neutral ones. */
  readonly owners: ReadonlyMap<Province, P>;
}

/** Reads a position. */
export function situationOf<P extends string>(position: Position<P>, options: MapOptions<P>): Situation<P> {
  const map = options.map ?? (standardMap as unknown as GameMap<P>);
  const geography = geographyOf(map);
  const standing = map.powers.flatMap(({ id: power }) => position.units[power].map((unit) => ({ power, unit })));
  const owners = new Map<Province, P>();
  for (const { id } of map.powers) for (const center of position.centers[id]) owners.set(center, id);
  return {
    position,
    map,
    geography,
    occupants: new Map(inMapOrder(geography, standing, placeOf).map((occupant) => [provinceOfUnit(occupant.unit), occupant])),
    owners,
  };
}

const placeOf = ({ unit }: { readonly unit: Unit }): string => locationOfUnit(unit);

/** Data of a province that must be on the map. */
export const provinceData = ({ geography }: Situation<string>, location: string): ProvinceData =>
  geography.provinces.get(provinceOf(location))!;

/** `your supply centre`, `supply centre of ITALY` or `NEUTRAL supply centre`, as `power` sees it; nothing for any other province. */
export function centerStatus<P extends string>(situation: Situation<P>, province: Province, power: P): string | undefined {
  if (provinceData(situation, province).center !== true) return undefined;
  const owner = situation.owners.get(province);
  if (owner === undefined) return 'NEUTRAL supply centre';
  return owner === power ? 'your supply centre' : `supply centre of ${owner}`;
}

/** `your A PAR` or `A MUN of GERMANY`, as `power` sees it. */
export const occupantName = <P extends string>(occupant: Occupant<P>, power: P): string =>
  occupant.power === power ? `your ${occupant.unit}` : `${occupant.unit} of ${occupant.power}`;
