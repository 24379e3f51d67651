import type { GameMap, ProvinceData } from '../map/game-map.js';
import type { Position } from '../values/position.js';
import type { Province } from '../values/unit.js';
import { provinceOfUnit } from '../values/unit.js';
import { FONTS, INK, legibleOn, mix } from './ink.js';
import type { MapDrawing } from './map-drawing.js';
import { element, escapeText } from './svg-element.js';

/** How much of a power's colour a province shows: a centre of its own, a province its unit stands in, one that follows a centre. */
const TINTS = { center: 0.62, unit: 0.42, follows: 0.42 } as const;

/** What the ground is drawn from. */
export interface Ground<P extends string> {
  readonly map: GameMap<P>;
  readonly drawing: MapDrawing<P>;
  readonly position: Position<P>;
}

/** Sea, land in the colours of its owners, coasts. */
export function drawGround<P extends string>({ map, drawing, position }: Ground<P>): string {
  const owners = ownersOf(map, position);
  const occupiers = occupiersOf(map, position);
  const tint = (province: ProvinceData): string => {
    const { follows } = drawing.provinces[province.id] ?? {};
    const [power, share] = owners.has(province.id)
      ? ([owners.get(province.id), TINTS.center] as const)
      : occupiers.has(province.id)
        ? ([occupiers.get(province.id), TINTS.unit] as const)
        : ([follows === undefined ? undefined : owners.get(follows), TINTS.follows] as const);
    return power === undefined ? INK.land : mix(INK.land, drawing.powers[power].color, share);
  };
  const shape = (province: ProvinceData, fill?: string) =>
    element(
      'path',
      { d: drawing.provinces[province.id]?.outline ?? '', 'data-province': province.id, fill },
      element('title', {}, escapeText(titleOf(map, province, owners.get(province.id)))),
    );
  const seas = map.provinces.filter(({ terrain }) => terrain === 'sea');
  const lands = map.provinces.filter(({ terrain }) => terrain !== 'sea');
  const line = { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  const { width, height, coastline = '', neutral = '', lakes = '', straits = '' } = drawing;
  return [
    element('rect', { width, height, fill: INK.sea }),
    element('g', { fill: INK.sea, stroke: INK.seaBorder, 'stroke-width': 2.5 }, ...seas.map((sea) => shape(sea))),
    element('path', { d: coastline, ...line, stroke: INK.shallows, 'stroke-width': 22, 'stroke-opacity': 0.75 }),
    element('path', { d: neutral, fill: INK.neutral, stroke: INK.landBorder, 'stroke-width': 1.5 }),
    element('g', { stroke: INK.landBorder, 'stroke-width': 2.2 }, ...lands.map((land) => shape(land, tint(land)))),
    element('path', { d: lakes, fill: INK.sea, stroke: INK.coast, 'stroke-width': 2 }),
    element('path', { d: coastline, ...line, stroke: INK.coast, 'stroke-width': 3 }),
    element('path', { d: straits, fill: 'none', stroke: INK.coast, 'stroke-width': 12 }),
    element('path', { d: straits, fill: 'none', stroke: INK.sea, 'stroke-width': 7, 'stroke-linecap': 'square' }),
  ].join('');
}

/** Short names, each with the mark of the supply centre before it where there is one. */
export function drawNames<P extends string>({ map, drawing, position }: Ground<P>, names: boolean): string {
  const owners = ownersOf(map, position);
  return element(
    'g',
    { 'font-family': FONTS.serif, 'font-size': 25, 'text-anchor': 'middle', 'letter-spacing': 0.5 },
    ...map.provinces.map((province) => {
      const [x, y] = drawing.provinces[province.id]?.name ?? [0, 0];
      const isCenter = province.center === true;
      const width = names ? 15.5 * province.id.length : 0;
      const left = isCenter ? x - (width + 29) / 2 : x - width / 2;
      const owner = owners.get(province.id);
      return [
        isCenter ? drawCenter(left + 12, y, owner === undefined ? undefined : drawing.powers[owner]) : '',
        names
          ? element(
              'text',
              {
                x: left + width / 2 + (isCenter ? 29 : 0),
                y: y + 8.5,
                fill: province.terrain === 'sea' ? INK.seaName : INK.landName,
                'font-style': province.terrain === 'sea' ? 'italic' : undefined,
              },
              escapeText(province.id),
            )
          : '',
      ].join('');
    }),
  );
}

function drawCenter(x: number, y: number, owner: { readonly color: string; readonly mark: string } | undefined): string {
  const ring = { cx: x, cy: y, r: 11, stroke: INK.line, 'stroke-width': 2 };
  if (owner === undefined) {
    return element('circle', { ...ring, fill: INK.paper }) + element('circle', { cx: x, cy: y, r: 4, fill: INK.line });
  }
  return (
    element('circle', { ...ring, fill: owner.color }) +
    element(
      'text',
      { x, y: y + 5.5, fill: legibleOn(owner.color), 'font-family': FONTS.sans, 'font-size': 15, 'font-weight': 700, 'letter-spacing': 0 },
      escapeText(owner.mark.slice(0, 1)),
    )
  );
}

function ownersOf<P extends string>(map: GameMap<P>, { centers }: Position<P>): ReadonlyMap<Province, P> {
  return new Map(map.powers.flatMap(({ id }) => (centers[id] as readonly Province[] | undefined ?? []).map((center) => [center, id] as const)));
}

function occupiersOf<P extends string>(map: GameMap<P>, { units }: Position<P>): ReadonlyMap<Province, P> {
  return new Map(map.powers.flatMap(({ id }) => units[id].map((unit) => [provinceOfUnit(unit), id] as const)));
}

function titleOf<P extends string>(map: GameMap<P>, { id, name }: ProvinceData, owner: P | undefined): string {
  const power = map.powers.find((one) => one.id === owner);
  return power === undefined ? `${name} (${id})` : `${name} (${id}), ${power.name}`;
}
