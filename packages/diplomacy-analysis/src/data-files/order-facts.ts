import { type Power, POWERS, provinceOf, type SavedPhase, standardMap } from '@entente/diplomacy-rules';
import type { AnalyzedGame } from './analyzed-game.js';

/** Kinds of orders under the predecessor's names. */
export const COMMANDS = ['Move', 'Support Move', 'Support Hold', 'Convoy', 'Hold', 'Build', 'Disband', 'Retreat'] as const;
export type Command = (typeof COMMANDS)[number];

/** An order of a saved game with all that can be told of it from its phase alone. */
export interface OrderFacts {
  readonly country: Power;
  readonly phase: string;
  /** Without its results. */
  readonly order: string;
  readonly command: Command;
  /** With a coast: `STP/SC`. */
  readonly location: string;
  /** Of moves and retreats; with a coast where the order names one. */
  readonly destination: string | null;
  /** `PASS`, or its results in capitals: `BOUNCE/DISLODGED`. */
  readonly result: string;
  /** The power whose unit was in the place last, or `Unowned`. */
  readonly locationAffiliation: Affiliation;
  readonly destinationAffiliation: Affiliation | null;
  /** A power for each order that supports what the unit does. */
  readonly supportedBy: readonly Power[];
  /** Of supports and convoys: the unit that they are for, as `A PAR`, and whose it is. */
  readonly recipient: { readonly unit: string; readonly owner: Power | null } | null;
}

type Affiliation = Power | 'Unowned';

/** Every order of the phases that were judged, in the order of the saved game. Waived builds are none. */
export const orderFacts = ({ phases }: Pick<AnalyzedGame, 'phases'>): readonly OrderFacts[] => phases.flatMap(factsOf);

function factsOf(phase: SavedPhase): readonly OrderFacts[] {
  const { name, orders, results = {} } = phase;
  const written = POWERS.flatMap((country) => (orders[country] ?? []).map((order) => ({ country, order, ...readOrder(order) })));
  const supports = written.filter(({ command }) => command === 'Support Move' || command === 'Support Hold');
  return written.map(({ country, order, command, unit, destination, recipient }): OrderFacts => {
    const location = unit.slice(2);
    const codes = (results[unit] ?? []).filter((code) => code !== '');
    return {
      country,
      phase: name,
      order,
      command,
      location,
      destination,
      result: codes.length === 0 ? 'PASS' : codes.join('/').toUpperCase(),
      locationAffiliation: affiliationOf(phase, location),
      destinationAffiliation: destination === null ? null : affiliationOf(phase, destination),
      supportedBy: supports.filter((support) => isFor(support, { unit, command, destination })).map((support) => support.country),
      recipient: recipient === null ? null : { unit: recipient, owner: ownerOf(phase, recipient.slice(2)) },
    };
  });
}

interface ReadOrder {
  readonly command: Command;
  readonly unit: string;
  readonly destination: string | null;
  readonly recipient: string | null;
  /** Destination of the supported or convoyed unit. */
  readonly goal: string | null;
}

/** Reads an order of a saved game: `A PAR - BUR VIA`, `F BRE S A PAR - PIC`, `A PAR R GAS`. */
function readOrder(order: string): ReadOrder {
  const [type = '', location = '', mark = '', ...rest] = order.split(' ');
  const read = { unit: `${type} ${location}`, destination: null, recipient: null, goal: null };
  const [first = '', second = '', dash, goal] = rest;
  switch (mark) {
    case '-':
      return { ...read, command: 'Move', destination: first };
    case 'R':
      return { ...read, command: 'Retreat', destination: first };
    case 'S':
      return dash === '-'
        ? { ...read, command: 'Support Move', recipient: `${first} ${second}`, goal: goal ?? null }
        : { ...read, command: 'Support Hold', recipient: `${first} ${second}` };
    case 'C':
      return { ...read, command: 'Convoy', recipient: `${first} ${second}`, goal: goal ?? null };
    case 'B':
      return { ...read, command: 'Build' };
    case 'D':
      return { ...read, command: 'Disband' };
    default:
      return { ...read, command: 'Hold' };
  }
}

/** Whether a support is for what the unit does; coasts do not matter to supports. */
function isFor(support: ReadOrder, { unit, command, destination }: Pick<ReadOrder, 'unit' | 'command' | 'destination'>): boolean {
  if (support.recipient === null || provinceIn(support.recipient.slice(2)) !== provinceIn(unit.slice(2))) return false;
  if (command === 'Move')
    return support.goal !== null && destination !== null && provinceIn(support.goal) === provinceIn(destination);
  return support.goal === null && command !== 'Retreat' && command !== 'Build' && command !== 'Disband';
}

function affiliationOf({ state: { influence = {} } }: SavedPhase, place: string): Affiliation {
  return POWERS.find((power) => influence[power]?.some((each) => provinceIn(each) === provinceIn(place))) ?? 'Unowned';
}

/** Returns the power whose unit is in a province when the phase begins. Dislodged units do not count. */
export function ownerOf({ state: { units } }: Pick<SavedPhase, 'state'>, place: string): Power | null {
  return (
    POWERS.find((power) =>
      units[power]?.some((unit) => /^[AF] /.test(unit) && provinceIn(unit.slice(2)) === provinceIn(place)),
    ) ?? null
  );
}

/** `STP` of `STP/SC`. */
export const provinceIn = (place: string): string => provinceOf(place);

const CENTERS: ReadonlySet<string> = new Set(standardMap.provinces.filter(({ center }) => center === true).map(({ id }) => id));

/** Whether a place is a supply centre. */
export const isCenter = (place: string): boolean => CENTERS.has(provinceIn(place));

/** Whether a place was another power's. */
export const isForeign = (affiliation: OrderFacts['destinationAffiliation'], country: Power): boolean =>
  affiliation !== null && affiliation !== 'Unowned' && affiliation !== country;
