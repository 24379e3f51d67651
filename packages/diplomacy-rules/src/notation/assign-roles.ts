import type { UnitType } from '../values/unit.js';
import type { Construction, Role } from './constructions.js';
import type { PlaceItem, WrittenUnit } from './items.js';
import type { PlaceNames } from './place-names.js';
import type { Phrase, Phrases } from './read-phrases.js';

/** A construction that the text may have. */
export interface Attempt {
  readonly construction: Construction;
  /** Index of the deed of the ordered unit; -1 if no deed is named. */
  readonly main: number;
  /** Whether the order has a destination: always, never, or optionally. */
  readonly destination: 'needed' | 'possible' | 'none';
}

/** Places of a text by their role in the order. */
export interface Parts {
  readonly unit: WrittenUnit;
  readonly other?: WrittenUnit | undefined;
  readonly to?: PlaceItem | undefined;
  readonly route: readonly PlaceItem[];
}

type Region = 'before' | 'behind' | 'nested';

/** Maximum number of places, more than an order with the longest convoy route has. */
const MOST_PHRASES = 9;

const RANK: Readonly<Record<Role, number>> = { unit: 0, other: 1, route: 2, to: 3, from: -1, same: -1, aside: -1 };

const NONE: readonly Role[] = [];

/** Finds every assignment of roles to the places of a text that the prepositions of a construction allow. */
export function assignRoles(read: Phrases, { construction, main, destination }: Attempt): readonly Parts[] {
  const { phrases } = read;
  if (phrases.length === 0 || phrases.length > MOST_PHRASES) return [];
  const isMove = construction.says !== 'support' && construction.says !== 'convoy';
  const regions = phrases.map(({ deedsBefore }): Region =>
    main < 0 || deedsBefore <= main ? 'before' : deedsBefore === main + 1 ? 'behind' : 'nested',
  );
  const firstTo = phrases.findIndex(({ preposition }, at) => preposition === 'to' && regions[at] === 'behind');
  const choices = phrases.map((phrase, at) => rolesOf(phrase, at));
  if (choices.some((roles) => roles.length === 0)) return [];
  const found: Parts[] = [];
  const chosen: Role[] = [];
  choose(0);
  return found;

  function rolesOf({ preposition, type }: Phrase, at: number): readonly Role[] {
    const region = regions[at]!;
    const table = region === 'before' ? construction.before : region === 'nested' ? construction.nested : undefined;
    const roles = (table ?? construction.behind)[preposition] ?? NONE;
    // `gives support to A MAR`, `support to MAR BUR`
    const next = phrases[at + 1];
    const isFollowed = next?.preposition === 'none' && next.type === undefined && regions[at + 1] === 'behind';
    const isReceiver = !isMove && preposition === 'to' && at === firstTo && (read.isGiven || type !== undefined || isFollowed);
    return isReceiver && !roles.includes('other') ? [...roles, 'other'] : roles;
  }

  function choose(at: number): void {
    if (at === phrases.length) {
      const parts = toParts();
      if (parts !== null) found.push(parts);
      return;
    }
    for (const role of choices[at] ?? NONE) {
      if (!fits(role, at)) continue;
      chosen[at] = role;
      choose(at + 1);
      chosen.length = at;
    }
  }

  function fits(role: Role, at: number): boolean {
    const phrase = phrases[at]!;
    if (role === 'to' && destination === 'none') return false;
    if (role !== 'route' && role !== 'same' && role !== 'aside' && chosen.includes(role)) return false;
    if (role === 'route') {
      if (phrase.type === 'A') return false;
      // In a chain of places the last one is the destination: `A LON - NTH - BEL`.
      if (isChained(at) && chosen.some((other, index) => other === 'to' && isChained(index))) return false;
    }
    if (role === 'to' && phrase.type !== undefined && !(isMove && phrase.preposition === 'none' && regions[at] === 'before'))
      return false;
    if (phrase.preposition !== 'none' || RANK[role] < 0) return true;
    return chosen.every((other, index) => {
      if (phrases[index]!.preposition !== 'none' || RANK[other] < 0 || RANK[other] <= RANK[role]) return true;
      return !isOrdered(regions[index]!, regions[at]!);
    });
  }

  function isOrdered(first: Region, second: Region): boolean {
    if (first !== second) return first === 'behind';
    return construction.isOrdered && first !== 'nested';
  }

  /** Whether a place belongs to a chain like `A LON - NTH - BEL`. In `- BEL via ENG NTH` the last place belongs to `via`. */
  function isChained(at: number): boolean {
    const { preposition, deedsBefore } = phrases[at]!;
    if (preposition !== 'none') return preposition === 'to' || preposition === 'dash';
    const before = phrases[at - 1];
    if (before === undefined || before.deedsBefore !== deedsBefore) return true;
    return before.preposition === 'none' ? isChained(at - 1) : before.preposition !== 'via' && before.preposition !== 'by';
  }

  function toParts(): Parts | null {
    const phraseOf = (role: Role): Phrase | undefined => phrases[chosen.indexOf(role)];
    const [to, from, aside] = [phraseOf('to'), phraseOf('from'), phraseOf('aside')];
    if (destination === 'needed' && to === undefined) return null;
    if (aside !== undefined && to !== undefined) return null;
    if (from !== undefined && to === undefined) return null;
    if (!isMove && isUnitIn(to, phraseOf('other'))) return null;
    const given = phraseOf(isMove ? 'unit' : 'other');
    const moving = unitAt(given, from, to);
    if (moving === null) return null;
    const ordered = isMove ? moving : phraseOf('unit');
    if (ordered === undefined || (!isMove && moving === undefined)) return null;
    const typed = withLooseType(isMove ? ordered : moving!);
    if (typed === null) return null;
    const route = phrases.filter((_, at) => chosen[at] === 'route').map(({ place }) => place);
    const [unit, other] = isMove ? [withSame(typed)] : [withSame(written(ordered)), withSame(typed)];
    if (unit === null || other === null || !isSaidOf(isMove ? unit : other)) return null;
    return {
      unit,
      other,
      to: to?.place,
      route,
    };
  }

  /** `A PAR supports MAR in BUR`, `F NTH supports ENG with LON`: a unit in a place where it is not, rather than one that goes there. */
  function isUnitIn(to: Phrase | undefined, other: Phrase | undefined): boolean {
    if (to?.preposition !== 'none' || other === undefined || to.deedsBefore !== main + 1) return false;
    return (
      (other.preposition === 'at' || other.preposition === 'with') &&
      other.start > to.start &&
      regions[phrases.indexOf(other)] === 'behind'
    );
  }

  /** Adds type and coast to a unit whose place is named twice: `Paris holds with the army in Paris`. */
  function withSame(unit: WrittenUnit): WrittenUnit | null {
    let whole: WrittenUnit | null = unit;
    phrases.forEach((phrase, at) => {
      if (whole === null || chosen[at] !== 'same' || phrase.place.province !== unit.place.province) return;
      if (whole.type !== undefined && phrase.type !== undefined && whole.type !== phrase.type) whole = null;
      else whole = withType(whole.place.coast === undefined ? phrase.place : whole.place, whole.type ?? phrase.type);
    });
    return whole;
  }

  /** Whether all repeated places are the place of this unit. */
  function isSaidOf(unit: WrittenUnit | null | undefined): boolean {
    return phrases.every(({ place }, at) => chosen[at] !== 'same' || place.province === unit?.place.province);
  }

  /** Returns the unit that moves, which may be named by its origin alone; null if unit and origin disagree. */
  function unitAt(given: Phrase | undefined, from: Phrase | undefined, to: Phrase | undefined): WrittenUnit | undefined | null {
    // `A GAS from BUR`: the type belongs to the unit, though it is written with the destination.
    const borrowed = to?.type;
    if (borrowed !== undefined && (given !== undefined || from === undefined)) return null;
    if (given === undefined) {
      if (from === undefined) return undefined;
      const types = [from.type, borrowed].filter((type) => type !== undefined);
      return types.length === 2 && types[0] !== types[1] ? null : withType(from.place, types[0]);
    }
    if (from === undefined) return written(given);
    if (from.place.province !== given.place.province) return null;
    if (from.type !== undefined && given.type !== undefined && from.type !== given.type) return null;
    return withType(given.place.coast === undefined ? from.place : given.place, given.type ?? from.type);
  }

  /** Gives a type without a place to the moving unit: `BUR from PAR by A`. */
  function withLooseType(unit: WrittenUnit): WrittenUnit | null {
    const [loose, ...more] = read.looseTypes;
    if (loose === undefined) return unit;
    // `convoys an army to NWY from YOR`
    const isBehind = loose.preposition === 'none' && loose.start > (read.deeds[main]?.start ?? 0);
    const isItsOwn = isMove || isBehind || loose.preposition === 'by' || loose.preposition === 'of';
    if (!isItsOwn || more.length > 0 || (unit.type !== undefined && unit.type !== loose.type)) return null;
    return { ...unit, type: loose.type };
  }
}

const withType = (place: PlaceItem, type: UnitType | undefined): WrittenUnit =>
  type === undefined ? { place } : { type, place };

const written = ({ type, place }: { readonly type?: UnitType | undefined; readonly place: PlaceItem }): WrittenUnit =>
  withType(place, type);

/** Returns the first place of a route that is not at sea. */
export const ashoreOn = (route: readonly PlaceItem[], names: PlaceNames): PlaceItem | undefined =>
  route.find(({ province }) => names.provinces.get(province)?.terrain !== 'sea');
