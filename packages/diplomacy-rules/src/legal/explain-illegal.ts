import type { GameMap } from '../map/game-map.js';
import { listed, locationName, powerName, unitName } from '../map/full-names.js';
import { ARMY, FLEET } from '../map/map-index.js';
import type { MapIndex } from '../map/map-index.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Illegality } from '../values/illegality.js';
import type { Order } from '../values/order.js';
import type { Power } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit, typeOfUnit } from '../values/unit.js';

/** Explains in an English sentence why an order is not allowed: `Army Paris cannot reach Berlin: it borders on Brest, Burgundy, …`. */
export function explainIllegal<P extends string = Power>(illegality: Illegality, options: MapOptions<P> = {}): string {
  const index = mapIndexOf(options);
  const { map } = index;
  const { order } = illegality;
  const unit = order.kind === 'waive' ? 'A waived build' : unitName(map, order.unit);
  const place = illegality.location === undefined ? 'that place' : locationName(map, illegality.location);
  switch (illegality.kind) {
    case 'wrong-phase':
      return `${capitalized(kindInWords(order))} is not ordered in this phase.`;
    case 'no-such-unit':
      return illegality.unit === undefined
        ? `There is no ${unit}.`
        : `There is no ${unit}: ${unitName(map, illegality.unit)} is there.`;
    case 'foreign-unit':
      return `${unit} is not yours to order${illegality.power === undefined ? '' : `: it is ${powerName(map, illegality.power)}'s`}.`;
    case 'second-order':
      return `${unit} has an order already, and the first one counts.`;
    case 'unknown-location':
      return `There is no province called ${illegality.location ?? 'that'} on this map.`;
    case 'same-province':
      return `${unit} is in ${destinationName(map, order)} already.`;
    case 'unreachable':
      return `${unit} cannot reach ${destinationName(map, order)}: it borders on ${neighborsOf(index, order)}.`;
    case 'coast-missing':
      return `${place} has several coasts within reach, so the order has to say which: ${coastsOf(map, illegality.location)}.`;
    case 'no-convoy-route':
      if (order.kind === 'move' && order.viaConvoy)
        return `${unit} cannot go to ${destinationName(map, order)} by convoy: no chain of fleets lies between.`;
      return `${unit} can get to ${destinationName(map, order)} by convoy only, and no chain of fleets lies between.`;
    case 'fleet-by-convoy':
      return `${unit} is a fleet, and only armies are convoyed.`;
    case 'supports-itself':
      return `${unit} cannot support itself.`;
    case 'support-target-missing':
      return `${'target' in order ? unitName(map, order.target) : 'The unit to support'} is not on the board.`;
    case 'support-out-of-reach':
      return `${unit} cannot support into ${place}, as it cannot go there itself: it borders on ${neighborsOf(index, order)}.`;
    case 'supported-move-impossible':
      return `${'target' in order ? unitName(map, order.target) : 'The supported unit'} cannot go to ${destinationName(map, order)}, so there is nothing to support.`;
    case 'convoyer-not-at-sea':
      return `${unit} cannot convoy: only a fleet at sea can.`;
    case 'convoys-no-army':
      return `${'army' in order ? unitName(map, order.army) : 'The army'} is not on the board, and only armies are convoyed.`;
    case 'convoy-impossible':
      return `${unit} cannot help to carry ${'army' in order ? unitName(map, order.army) : 'that army'} to ${destinationName(map, order)}: no chain of fleets between the two needs it.`;
    case 'not-dislodged':
      return `${unit} was not dislodged, or had nowhere to go.`;
    case 'retreat-barred':
      return `${unit} cannot retreat to ${place}.`;
    case 'nothing-to-build':
      return 'There is nothing to build this year.';
    case 'nothing-to-remove':
      return 'No unit has to be removed this year.';
    case 'too-many-adjustments':
      return 'All builds or removals that are due are ordered already, and the first ones count.';
    case 'build-site-not-home':
      return `${place} is not a home centre of this power, and units are built in home centres only.`;
    case 'build-site-not-owned':
      return `${place} is not owned by this power now, so nothing can be built there.`;
    case 'build-site-occupied':
      return `${place} is occupied${illegality.unit === undefined ? '' : ` by ${unitName(map, illegality.unit)}`}, so nothing can be built there.`;
    case 'build-site-taken':
      return `A unit is being built in ${place} already.`;
    case 'unit-cannot-stand-there':
      return `${unit} cannot be built: no ${order.kind !== 'waive' && typeOfUnit(order.unit) === 'F' ? 'fleet' : 'army'} can stand there.`;
  }
}

const KINDS: Readonly<Record<Order['kind'], string>> = {
  hold: 'a hold',
  move: 'a move',
  'support-hold': 'support',
  'support-move': 'support',
  convoy: 'a convoy',
  retreat: 'a retreat',
  disband: 'a disbandment',
  build: 'a build',
  waive: 'a waived build',
};

const kindInWords = (order: Order): string => KINDS[order.kind];

const capitalized = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const destinationName = (map: GameMap<string>, order: Order): string => ('to' in order ? locationName(map, order.to) : 'there');

/** Names of the places next to the ordered unit; for a fleet on an unknown coast, those next to any coast. */
function neighborsOf(index: MapIndex, order: Order): string {
  if (order.kind === 'waive') return 'nothing';
  const type = typeOfUnit(order.unit) === 'A' ? ARMY : FLEET;
  const exact = index.locationNumbers.get(locationOfUnit(order.unit));
  const own = exact === undefined ? [] : index.neighbors[type][exact]!;
  const places = own.length > 0 ? own : anyCoast(index, type, order.unit);
  const names = [...new Set(places.map((place) => locationName(index.map, index.locations[place]!)))];
  return names.length === 0 ? 'nothing' : listed(names);
}

function anyCoast(index: MapIndex, type: typeof ARMY | typeof FLEET, unit: Unit): readonly number[] {
  const province = provinceOfUnit(unit);
  return index.locations.flatMap((location, number) => (provinceOf(location) === province ? index.neighbors[type][number]! : []));
}

function coastsOf(map: GameMap<string>, location: string | undefined): string {
  const id = location === undefined ? '' : provinceOf(location);
  const coasts = map.provinces.find((province) => province.id === id)?.coasts ?? [];
  return listed(coasts.map((coast) => `${id}/${coast.id}`));
}
