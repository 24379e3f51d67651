import type { LegalOrder, Location, Province, Unit } from '@entente/diplomacy-rules';
import { locationName, locationOfUnit, provinceOf, provinceOfUnit } from '@entente/diplomacy-rules';
import { ownConvoyRoutes } from './convoy-routes.js';
import { inMapOrder, neighborsOf } from './geography.js';
import { nearestCenters } from './nearest-centers.js';
import type { Situation } from './situation.js';
import { centerStatus, occupantName, provinceData } from './situation.js';
import type { ForeignUnit } from './threats.js';
import { threatsTo } from './threats.js';

/** A situation seen by one power. */
export interface Outlook<P extends string> {
  readonly situation: Situation<P>;
  readonly power: P;
  readonly foreign: readonly ForeignUnit<P>[];
}

/**
 * Describes a unit in a movement phase, or one that may be removed: its place, its moves, the units it can support, and the units that can
 * come.
 */
export function describeUnit<P extends string>(
  outlook: Outlook<P>,
  unit: Unit,
  orders: readonly LegalOrder[],
): readonly string[] {
  const { situation, power, foreign } = outlook;
  return [
    `${unit}: ${placeName(outlook, locationOfUnit(unit))}`,
    ...neighborLines(outlook, provinceOfUnit(unit), neighborsOf(situation.geography, unit), 'Can enter', 'Borders, cannot enter'),
    ...convoyedMoveLines(outlook, unit, orders),
    ...line('Can convoy', convoyTexts(outlook, orders)),
    ...line(
      'Can support own',
      supportTexts(outlook, orders, (owner) => owner === power),
    ),
    ...line(
      'Can support foreign',
      supportTexts(outlook, orders, (owner) => owner !== power),
    ),
    `  Foreign units within two moves of ${provinceOfUnit(unit)}: ${threatsTo(foreign, provinceOfUnit(unit), power) ?? 'nobody'}`,
    ...line('Nearest centres not yours', [nearestCenters(situation, unit, power)]),
  ];
}

/** Describes a dislodged unit: its retreats and its surroundings. */
export function describeDislodged<P extends string>(
  outlook: Outlook<P>,
  unit: Unit,
  orders: readonly LegalOrder[],
): readonly string[] {
  const exits = orders.flatMap((order) => (order.kind === 'retreat' ? [order.to] : []));
  return [
    `${unit}: dislodged from ${placeName(outlook, locationOfUnit(unit))}`,
    ...neighborLines(outlook, provinceOfUnit(unit), exits, 'May retreat to', 'Borders, no retreat there'),
    ...line('Nearest centres not yours', [nearestCenters(outlook.situation, unit, outlook.power)]),
  ];
}

/**
 * Describes a home centre where a unit can be built: its surroundings, the units that can come, and the centres near to each unit that can
 * be built there.
 */
export function describeSite<P extends string>(
  outlook: Outlook<P>,
  site: Province,
  orders: readonly LegalOrder[],
): readonly string[] {
  const { situation, power, foreign } = outlook;
  const built = orders.flatMap((order) => (order.kind === 'build' ? [order.unit] : []));
  return [
    `Build site ${site}: ${placeName(outlook, site)}`,
    ...neighborLines(outlook, site, situation.geography.bordering.get(site) ?? [], 'Borders', 'Borders also'),
    `  Foreign units within two moves of ${site}: ${threatsTo(foreign, site, power) ?? 'nobody'}`,
    ...built.flatMap((unit) => line(`Nearest centres not yours for ${unit}`, [nearestCenters(situation, unit, power)])),
  ];
}

/** `Paris, inland, your supply centre`. */
const placeName = <P extends string>({ situation, power }: Outlook<P>, location: Location): string =>
  [
    locationName(situation.map, location),
    provinceData(situation, location).terrain,
    ...listOf(centerStatus(situation, provinceOf(location), power)),
  ].join(', ');

const listOf = <T>(thing: T | undefined): readonly T[] => (thing === undefined ? [] : [thing]);

const line = (title: string, parts: readonly (string | undefined)[]): readonly string[] => {
  const there = parts.flatMap(listOf);
  return there.length === 0 ? [] : [`  ${title}: ${there.join('; ')}`];
};

/**
 * Lists every neighbour of a province: a line for each that can be entered (centres to gain, own centres, then the rest), and one line for
 * all others.
 */
function neighborLines<P extends string>(
  outlook: Outlook<P>,
  from: Province,
  open: readonly Location[],
  openTitle: string,
  closedTitle: string,
): readonly string[] {
  const { situation } = outlook;
  const ways = new Map<Province, readonly Location[]>();
  for (const location of inMapOrder(situation.geography, open, (place) => place)) {
    ways.set(provinceOf(location), [...(ways.get(provinceOf(location)) ?? []), location]);
  }
  const first = [...ways].sort(([a], [b]) => interest(outlook, a) - interest(outlook, b));
  const closed = (situation.geography.bordering.get(from) ?? []).filter((province) => !ways.has(province));
  return [
    ...(first.length === 0 ? [] : [`  ${openTitle}:`]),
    ...first.map(([province, locations]) => `    ${locations.join(' or ')}: ${whatIsIn(outlook, province)}`),
    ...line(
      closedTitle,
      closed.map((province) => `${province} (${whatIsIn(outlook, province)})`),
    ),
  ];
}

function interest<P extends string>({ situation, power }: Outlook<P>, province: Province): number {
  if (provinceData(situation, province).center !== true) return 2;
  return situation.owners.get(province) === power ? 1 : 0;
}

/** `inland, NEUTRAL supply centre, empty`; `coast, A MUN of GERMANY`. */
function whatIsIn<P extends string>({ situation, power }: Outlook<P>, province: Province): string {
  const occupant = situation.occupants.get(province);
  return [
    provinceData(situation, province).terrain,
    ...listOf(centerStatus(situation, province, power)),
    occupant === undefined ? 'empty' : occupantName(occupant, power),
  ].join(', ');
}

/**
 * Lists destinations by convoy, one line for each chain of fleets. All destinations are listed, including those that the army can reach by
 * land.
 */
function convoyedMoveLines<P extends string>(outlook: Outlook<P>, unit: Unit, orders: readonly LegalOrder[]): readonly string[] {
  const { situation, power } = outlook;
  const goals = orders.flatMap((order) => (order.kind === 'move' && order.viaConvoy ? [order.to] : []));
  if (goals.length === 0) return [];
  const routes = ownConvoyRoutes(situation, provinceOfUnit(unit), power);
  const byFleets = new Map<string, string[]>();
  for (const goal of goals) {
    const fleets = (routes.get(goal) ?? []).map((fleet) => occupantName(fleet, power)).join(', ');
    const texts = byFleets.get(fleets) ?? [];
    texts.push(`${goal} (${whatIsIn(outlook, goal)})`);
    byFleets.set(fleets, texts);
  }
  return [...byFleets].flatMap(([fleets, texts]) => line(`By convoy of ${fleets} (order "${unit} - ... VIA")`, texts));
}

/** `your A LON - BEL, NWY`. */
function convoyTexts<P extends string>({ situation, power }: Outlook<P>, orders: readonly LegalOrder[]): readonly string[] {
  const goals = new Map<Unit, string[]>();
  for (const order of orders) {
    if (order.kind === 'convoy') goals.set(order.army, [...(goals.get(order.army) ?? []), order.to]);
  }
  return [...goals].map(([army, tos]) => {
    const occupant = situation.occupants.get(provinceOfUnit(army));
    return `${occupant === undefined ? army : occupantName(occupant, power)} - ${tos.join(', ')}`;
  });
}

/** Lists the supports of a unit: `A VIE (hold; - GAL, TRI)`. */
function supportTexts<P extends string>(
  { situation, power }: Outlook<P>,
  orders: readonly LegalOrder[],
  isMeant: (owner: P) => boolean,
): readonly string[] {
  const helps = new Map<Unit, { holds: boolean; readonly goals: string[] }>();
  for (const order of orders) {
    if (order.kind !== 'support-hold' && order.kind !== 'support-move') continue;
    const help = helps.get(order.target) ?? { holds: false, goals: [] };
    if (order.kind === 'support-hold') help.holds = true;
    else help.goals.push(order.to);
    helps.set(order.target, help);
  }
  return [...helps].flatMap(([target, { holds, goals }]) => {
    const occupant = situation.occupants.get(provinceOfUnit(target));
    if (occupant === undefined || !isMeant(occupant.power)) return [];
    const name = occupant.power === power ? target : occupantName(occupant, power);
    return [`${name} (${[...(holds ? ['hold'] : []), ...(goals.length === 0 ? [] : [`- ${goals.join(', ')}`])].join('; ')})`];
  });
}
