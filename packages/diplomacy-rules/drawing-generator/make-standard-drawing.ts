import { standardMap } from '../src/map/standard-map.js';
import type { MapDrawing, Spot } from '../src/drawing/map-drawing.js';
import { geography } from './geography.js';
import { bends, placements } from './placements.js';
import type { Stretch } from './plane-graph.js';
import { makePlaneGraph } from './plane-graph.js';
import type { Point } from './projection.js';
import { BOARD, project } from './projection.js';

/** Faces that are not provinces, by a point within them. */
const NEUTRAL_SEEDS = { SWI: '8.2,46.9', LIBYA: '20,28' };
/** Distance of a province's name below its unit. */
const NAME_BELOW = 43;
/** Colour and letter of each power, and the centre that gives its colour to the provinces round it. */
const POWER_STYLES = {
  AUSTRIA: { color: '#cf5420', mark: 'A' },
  ENGLAND: { color: '#1a47a8', mark: 'E' },
  FRANCE: { color: '#50b6f2', mark: 'F' },
  GERMANY: { color: '#44434b', mark: 'G' },
  ITALY: { color: '#2f8d60', mark: 'I' },
  RUSSIA: { color: '#a562a3', mark: 'R' },
  TURKEY: { color: '#f3cb25', mark: 'T' },
};
const HINTERLAND: Readonly<Record<string, string>> = {
  ...{ BOH: 'VIE', TYR: 'VIE', GAL: 'BUD', CLY: 'EDI', YOR: 'LON', WAL: 'LVP', PIC: 'PAR', BUR: 'PAR', GAS: 'BRE' },
  ...{ RUH: 'MUN', SIL: 'BER', PRU: 'BER', PIE: 'VEN', TUS: 'ROM', APU: 'NAP' },
  ...{ FIN: 'STP', LVN: 'STP', UKR: 'WAR', ARM: 'ANK', SYR: 'SMY' },
};

/** Computes the drawing of the standard map from the geography. Deterministic. */
export function makeStandardDrawing(): MapDrawing {
  const { faces, curves } = makePlaneGraph(geography);
  const outlineAround = (name: string, [x, y]: Point): string => {
    const around = faces.filter((face) => contains(face, x, y));
    if (around.length !== 1) throw new Error(`${name} lies in ${around.length} faces.`);
    return pathOf(around[0]!, true);
  };
  const place = (text: string): Point => {
    const [longitude, latitude] = text.split(',').map(Number) as [number, number];
    return project(longitude, latitude);
  };
  const spots: Record<string, Spot> = {};
  const provinces: Record<string, MapDrawing['provinces'][string]> = {};
  for (const [location, text] of Object.entries(placements)) {
    const [unit, ...rest] = text.split(' ') as [string, ...string[]];
    const [x, y] = place(unit);
    spots[location] = [x, y];
    if (location.includes('/')) continue;
    const moved = rest.find((word) => word.startsWith('name:'))?.slice(5);
    const [right, down] = moved?.split(',').map(Number) ?? [0, NAME_BELOW];
    const home = HINTERLAND[location];
    provinces[location] = {
      outline: outlineAround(location, [x, y]),
      name: [x + right!, y + down!],
      ...(home === undefined ? {} : { follows: home }),
    };
  }
  const neutral = Object.entries(NEUTRAL_SEEDS).map(([name, text]) => outlineAround(name, place(text)));
  return {
    map: standardMap.name,
    width: BOARD.width,
    height: BOARD.height,
    powers: POWER_STYLES,
    provinces,
    units: spots,
    bends: Object.fromEntries(Object.entries(bends).map(([ends, way]) => [ends, way.split(' ').map(place)])),
    neutral: [...neutral, ...curves.islands.map((ring) => pathOf(ring, true))].join(''),
    coastline: [...curves.coasts.map((coast) => pathOf(coast, false)), ...curves.islands.map((ring) => pathOf(ring, true))].join(
      '',
    ),
    lakes: curves.lakes.map((ring) => pathOf(ring, true)).join(''),
    straits: curves.straits.map((strait) => pathOf(strait, false)).join(''),
  };
}

/** A path of relative cubic curves, in whole numbers, so that a border is the same from both sides. */
function pathOf(stretches: readonly Stretch[], closed: boolean): string {
  const [start] = stretches as [Stretch];
  const curves = stretches.map(({ from, fromControl, toControl, to }) =>
    [fromControl, toControl, to]
      .flatMap((point) => [point[0] - from[0], point[1] - from[1]])
      .map((number, index) => (index > 0 && number >= 0 ? ` ${number}` : `${number}`))
      .join(''),
  );
  return `M${start.from.join(' ')}c${curves.join(' ').replaceAll(' -', '-')}${closed ? 'z' : ''}`;
}

/** Whether a point lies within a face, by counting how often a ray to the right meets its edge. */
function contains(face: readonly Stretch[], x: number, y: number): boolean {
  let inside = false;
  for (const { from, to } of face) {
    if (from[1] > y !== to[1] > y && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]) inside = !inside;
  }
  return inside;
}
