import { standardMap } from '../src/map/standard-map.js';
import type { Order } from '../src/values/order.js';
import type { Location, Unit } from '../src/values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit, typeOfUnit } from '../src/values/unit.js';

/** Writes an order as a program does; `undefined` if it has no form for it. */
export type Dialect = (order: Order, power: string) => string | undefined;

const provinceAt = (location: Location) => standardMap.provinces.find(({ id }) => id === provinceOf(location));

/** Provinces with other names in DAIDE. */
const DAIDE_NAMES: Readonly<Record<string, string>> = { ENG: 'ECH', BOT: 'GOB', LYO: 'GOL' };

/** `NTH`, `(STP NCS)`. */
function daidePlace(location: Location): string {
  const [province = '', coast] = location.split('/');
  const name = DAIDE_NAMES[province] ?? province;
  return coast === undefined ? name : `(${name} ${coast}S)`;
}

/** Order messages of DAIDE. The power is the owner of the unit; for the supported unit it may be any. */
export const daide: Dialect = (order, power) => {
  const unit = (of: Unit) => `(${power.slice(0, 3)} ${typeOfUnit(of) === 'A' ? 'AMY' : 'FLT'} ${daidePlace(locationOfUnit(of))})`;
  switch (order.kind) {
    case 'hold':
      return `( ${unit(order.unit)} HLD )`;
    case 'move':
      return `( ${unit(order.unit)} ${order.viaConvoy ? 'CTO' : 'MTO'} ${daidePlace(order.to)} )`;
    case 'support-hold':
      return `( ${unit(order.unit)} SUP ${unit(order.target)} )`;
    case 'support-move':
      return `( ${unit(order.unit)} SUP ${unit(order.target)} MTO ${daidePlace(order.to)} )`;
    case 'convoy':
      return `( ${unit(order.unit)} CVY ${unit(order.army)} CTO ${daidePlace(order.to)} )`;
    case 'retreat':
      return `( ${unit(order.unit)} RTO ${daidePlace(order.to)} )`;
    case 'disband':
      return `( ${unit(order.unit)} DSB )`;
    case 'build':
      return `( ${unit(order.unit)} BLD )`;
    case 'waive':
      return `( ${power.slice(0, 3)} WVE )`;
    default:
      return order satisfies never;
  }
};

/** DAIDE as people write it: without brackets, with removals instead of disbandments, and with the route of a convoyed army. */
export const daideWithoutBrackets: Dialect = (order, power) => {
  const text = daide(order, power)?.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
  if (order.kind === 'move' && order.viaConvoy) return `${text} VIA NTH`;
  return order.kind === 'disband' ? text?.replace('DSB', 'REM') : text;
};

/** Seas and provinces with other names in godip. */
const GODIP_NAMES: Readonly<Record<string, string>> = { NWG: 'nrg', LYO: 'gol', MAO: 'mid', NAO: 'nat', NWY: 'nwy' };

/** godip: places in lower case without types, the deed as one word, `stp/nc`. */
export const godip: Dialect = (order) => {
  const place = (location: Location) => {
    const [province = '', coast] = location.split('/');
    return `${GODIP_NAMES[province] ?? province.toLowerCase()}${coast === undefined ? '' : `/${coast.toLowerCase()}`}`;
  };
  const at = (unit: Unit) => place(locationOfUnit(unit));
  switch (order.kind) {
    case 'hold':
      return `${at(order.unit)} Hold`;
    case 'move':
      return `${at(order.unit)} ${order.viaConvoy ? 'MoveViaConvoy' : 'Move'} ${place(order.to)}`;
    case 'retreat':
      return `${at(order.unit)} Move ${place(order.to)}`;
    case 'support-hold':
      return `${at(order.unit)} Support ${at(order.target)} ${at(order.target)}`;
    case 'support-move':
      return `${at(order.unit)} Support ${at(order.target)} ${place(order.to)}`;
    case 'convoy':
      return `${at(order.unit)} Convoy ${at(order.army)} ${place(order.to)}`;
    case 'disband':
      return `${at(order.unit)} Disband`;
    case 'build':
      return `${at(order.unit)} Build ${typeOfUnit(order.unit) === 'A' ? 'Army' : 'Fleet'}`;
    case 'waive':
      return undefined;
    default:
      return order satisfies never;
  }
};

/** webDiplomacy's sentences, with names in full and coasts in brackets. */
export const webDiplomacy: Dialect = (order) => {
  const place = (location: Location) => {
    const coast = location.split('/')[1];
    const name = (provinceAt(location)?.name ?? location).replace('St ', 'St. ');
    const directions: Readonly<Record<string, string>> = { NC: 'North', SC: 'South', EC: 'East' };
    return coast === undefined ? name : `${name} (${directions[coast] ?? coast} Coast)`;
  };
  const type = (unit: Unit) => (typeOfUnit(unit) === 'A' ? 'army' : 'fleet');
  const subject = (unit: Unit) => `The ${type(unit)} at ${place(locationOfUnit(unit))}`;
  switch (order.kind) {
    case 'hold':
      return `${subject(order.unit)} hold.`;
    case 'move':
      return `${subject(order.unit)} move to ${place(order.to)}${order.viaConvoy ? ' via convoy' : ''}.`;
    case 'support-hold':
      return `${subject(order.unit)} support hold to ${place(locationOfUnit(order.target))}.`;
    case 'support-move':
      return `${subject(order.unit)} support move to ${place(order.to)} from ${place(locationOfUnit(order.target))}.`;
    case 'convoy':
      return `${subject(order.unit)} convoy to ${place(order.to)} from ${place(provinceOfUnit(order.army))}.`;
    case 'retreat':
      return `${subject(order.unit)} retreat to ${place(order.to)}.`;
    case 'disband':
      return `${subject(order.unit)} disband.`;
    case 'build':
      return `Build ${type(order.unit)} at ${place(locationOfUnit(order.unit))}.`;
    case 'waive':
      return 'Do not use build order.';
    default:
      return order satisfies never;
  }
};

/** The records of the hobby: full names, `S` and `C` in words, coasts as `(nc)`, the power in front. */
export const judge: Dialect = (order, power) => {
  const place = (location: Location) => {
    const coast = location.split('/')[1];
    const name = provinceAt(location)?.name ?? location;
    return coast === undefined ? name : `${name} (${coast.toLowerCase()})`;
  };
  const unit = (of: Unit) => `${typeOfUnit(of) === 'A' ? 'Army' : 'Fleet'} ${place(locationOfUnit(of))}`;
  const title = `${power.charAt(0)}${power.slice(1).toLowerCase()}`;
  switch (order.kind) {
    case 'hold':
      return `${title}: ${unit(order.unit)} HOLD.`;
    case 'move':
      return `${title}: ${unit(order.unit)} -> ${place(order.to)}${order.viaConvoy ? ' by convoy' : ''}.`;
    case 'support-hold':
      return `${title}: ${unit(order.unit)} SUPPORT ${unit(order.target)}.`;
    case 'support-move':
      return `${title}: ${unit(order.unit)} SUPPORT ${unit(order.target)} -> ${place(order.to)}.`;
    case 'convoy':
      return `${title}: ${unit(order.unit)} CONVOY ${unit(order.army)} -> ${place(order.to)}.`;
    case 'retreat':
      return `${title}: ${unit(order.unit)} RETREAT ${place(order.to)}.`;
    case 'disband':
      return `${title}: ${unit(order.unit)} DISBAND.`;
    case 'build':
      return `${title}: Build ${unit(order.unit)}.`;
    case 'waive':
      return `${title}: Build waived.`;
    default:
      return order satisfies never;
  }
};
