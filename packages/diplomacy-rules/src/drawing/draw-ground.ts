import { powerName } from '../map/full-names.js';
import type { GameMap, ProvinceData } from '../map/game-map.js';
import type { Position } from '../values/position.js';
import type { Province } from '../values/unit.js';
import { provinceOfUnit } from '../values/unit.js';
import { FONTS, INK, legibleOn, mix } from './ink.js';
import type { PowerStyle, Spot } from './map-drawing.js';
import type { Board } from './order-scene.js';
import { element, escapeText } from './svg-element.js';

/** Keeps names legible on dark ground and over lines. */
const HALO = {
  'paint-order': 'stroke',
  stroke: INK.paper,
  'stroke-width': 5,
  'stroke-opacity': 0.5,
  'stroke-linejoin': 'round',
} as const;
/** Share of a power's colour in a province: in its own centre, under its unit, and in a province that follows a centre. */
const TINTS = { center: 0.58, unit: 0.36, follows: 0.36 } as const;

/** Draws the sea, land in the colours of its owners, and coasts. */
export function drawGround<P extends string>({ map, drawing, position }: Board<P>): string {
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
    element('path', { d: straits, fill: 'none', stroke: INK.coast, 'stroke-width': 11 }),
    element('path', { d: straits, fill: 'none', stroke: INK.sea, 'stroke-width': 6, 'stroke-linecap': 'square' }),
  ].join('');
}

/** Draws short names, with the mark of a supply centre before those of centres. */
export function drawNames<P extends string>({ map, drawing, position }: Board<P>, labels: boolean): string {
  const owners = ownersOf(map, position);
  const marks: string[] = [];
  const names: string[] = [];
  for (const { id, center = false, terrain } of map.provinces) {
    const [x, y] = drawing.provinces[id]?.name ?? [0, 0];
    // The centre's mark and the name together are in the middle, as wide as most fonts make them.
    const left = x - (labels ? 16 * id.length + 28 : 22) / 2;
    const owner = owners.get(id);
    if (center) marks.push(drawCenter([left + 11, y], owner === undefined ? undefined : drawing.powers[owner]));
    if (!labels) continue;
    const sea = terrain === 'sea';
    names.push(
      element(
        'text',
        {
          x: center ? left + 28 : x,
          y: y + 8.5,
          'text-anchor': center ? undefined : 'middle',
          fill: sea ? INK.seaName : undefined,
          'font-style': sea ? 'italic' : undefined,
        },
        escapeText(id),
      ),
    );
  }
  const style = { 'font-size': 25, 'letter-spacing': 0.5, fill: INK.landName };
  return marks.join('') + (labels ? element('g', { ...style, ...HALO }, ...names) : '');
}

/** Draws the mark of a supply centre in its owner's colour. */
export function drawCenter([x, y]: Spot, owner: PowerStyle | undefined): string {
  const ring = { cx: x, cy: y, r: 11, stroke: INK.line, 'stroke-width': 2 };
  if (owner === undefined) {
    return element('circle', { ...ring, fill: INK.paper }) + element('circle', { cx: x, cy: y, r: 4, fill: INK.line });
  }
  const style = { 'font-family': FONTS.sans, 'font-size': 15, 'font-weight': 700, 'text-anchor': 'middle' };
  return (
    element('circle', { ...ring, fill: owner.color }) +
    element('text', { x, y: y + 5.5, fill: legibleOn(owner.color), ...style }, escapeText(owner.mark.slice(0, 1)))
  );
}

function ownersOf<P extends string>(map: GameMap<P>, { centers }: Position<P>): ReadonlyMap<Province, P> {
  return new Map(
    map.powers.flatMap(({ id }) =>
      ((centers[id] as readonly Province[] | undefined) ?? []).map((center) => [center, id] as const),
    ),
  );
}

function occupiersOf<P extends string>(map: GameMap<P>, { units }: Position<P>): ReadonlyMap<Province, P> {
  return new Map(map.powers.flatMap(({ id }) => units[id].map((unit) => [provinceOfUnit(unit), id] as const)));
}

function titleOf(map: GameMap<string>, { id, name }: ProvinceData, owner: string | undefined): string {
  return owner === undefined ? `${name} (${id})` : `${name} (${id}), ${powerName(map, owner)}`;
}
