import type { GameMap, ProvinceData } from '../map/game-map.js';
import type { Location, Province } from '../values/unit.js';
import { spell } from './tokenize.js';

/** Names of the places of a map, in the spelling of `spell`. */
export interface PlaceNames {
  /** Ids, names and aliases, without spaces: `NORTHSEA`. With the coast, if written in one word: `STPNC`. */
  readonly exact: ReadonlyMap<string, Location>;
  /** All beginnings of names in `exact`. */
  readonly beginnings: ReadonlySet<string>;
  /** Names and aliases of several words, with spaces: `NORTH SEA`. */
  readonly phrases: ReadonlyMap<string, Location>;
  /** The words of each full name, for names cut short: `NORTH ATL`. */
  readonly words: readonly { readonly province: Province; readonly words: readonly string[] }[];
  /** Ids of coasts by name: `NORTHCOAST` is `NC`. */
  readonly coasts: ReadonlyMap<string, string>;
  /** Names of coasts after a slash only: `STP/S`. */
  readonly coastsAfterSlash: ReadonlyMap<string, string>;
  /** Names and adjectives of powers, and their first three letters unless a place has that name. */
  readonly powers: ReadonlySet<string>;
  /** Provinces with the first three letters of a power as their name: `ENG`. */
  readonly powersCalledLikePlaces: ReadonlySet<Province>;
  /** Names and aliases long enough to be recognised when misspelt, without coasts. */
  readonly longNames: readonly { readonly name: string; readonly province: Province }[];
  readonly provinces: ReadonlyMap<Province, Pick<ProvinceData, 'name' | 'terrain' | 'coasts'>>;
}

const SHORTEST_LONG_NAME = 5;

/** Words that distinguish coasts and seas. */
export const DIRECTIONS: readonly string[] = ['NORTH', 'SOUTH', 'EAST', 'WEST'];

const known = new WeakMap<GameMap<string>, PlaceNames>();

/** Returns the names of a map's places, created at the first use. */
export function placeNamesOf(map: GameMap<string>): PlaceNames {
  let names = known.get(map);
  if (names === undefined) {
    names = makeNames(map);
    known.set(map, names);
  }
  return names;
}

function makeNames(map: GameMap<string>): PlaceNames {
  // Places that cannot be entered are understood too; the rules forbid them.
  const impassable = (map.impassable ?? []).map(({ id, name }): ProvinceData => ({ id, name, terrain: 'inland' }));
  const provinces: readonly ProvinceData[] = [...map.provinces, ...impassable];
  const exact = new Map<string, Location>();
  const phrases = new Map<string, Location>();
  const add = (text: string, location: Location) => {
    const words = wordsOf(text);
    const spelling = words.join('');
    if (!exact.has(spelling)) exact.set(spelling, location);
    if (words.length > 1 && exact.get(spelling) === location) phrases.set(words.join(' '), location);
  };
  const spellings = ({ id, name, aliases = [] }: ProvinceData) => {
    const all = [id, name, ...aliases];
    return [...all, ...all.filter((text) => /^st\W/i.test(text)).map((text) => text.replace(/^st/i, 'Saint'))];
  };
  // Ids come first, then names, then aliases, so that no alias ever hides an id.
  for (const { id } of provinces) add(id, id);
  for (const { id, name } of provinces) add(name, id);
  for (const province of provinces) for (const text of spellings(province)) add(text, province.id);
  for (const province of provinces) {
    for (const { id, aliases = [] } of province.coasts ?? []) {
      for (const coast of [id, ...aliases])
        for (const text of spellings(province)) add(`${text}${coast}`, `${province.id}/${id}`);
    }
  }

  const coasts = new Map(DIRECTIONS.flatMap(namesOfDirection));
  for (const { coasts: own = [] } of provinces) {
    for (const { id, name, aliases = [] } of own) {
      for (const text of [id, ...aliases]) coasts.set(spell(text), spell(text));
      const spelling = wordsOf(name).join('');
      if (!coasts.has(spelling)) coasts.set(spelling, id);
    }
  }

  const powerWords = map.powers.flatMap(({ id, name, adjective }) => [spell(id), spell(name), spell(adjective)]);
  const shortPowers = map.powers.map(({ id }) => id.slice(0, 3));
  return {
    exact,
    beginnings: new Set([...exact.keys()].flatMap((name) => Array.from(name, (_, end) => name.slice(0, end + 1)))),
    phrases,
    words: provinces.map(({ id, name }) => ({ province: id, words: wordsOf(name) })),
    coasts,
    coastsAfterSlash: new Map(
      DIRECTIONS.flatMap((word) => [word, word.slice(0, 1)].map((text) => [text, `${word.slice(0, 1)}C`])),
    ),
    powers: new Set([...powerWords, ...shortPowers].filter((word) => !exact.has(word))),
    powersCalledLikePlaces: new Set(shortPowers.filter((word) => exact.get(word) === word)),
    longNames: [...exact]
      .filter(([name, location]) => name.length >= SHORTEST_LONG_NAME && !location.includes('/'))
      .map(([name, location]) => ({ name, province: location })),
    provinces: new Map(provinces.map((province) => [province.id, province])),
  };
}

const wordsOf = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(spell);

function namesOfDirection(word: string): [string, string][] {
  const letter = word.slice(0, 1);
  const id = `${letter}C`;
  // `NCS` is the north coast in DAIDE.
  return [id, `${id}S`, `${letter}COAST`, `${word}COAST`, `${word}ERNCOAST`].map((text) => [text, id]);
}

/** Returns the coast of a province for `NC`, which may be an alias; null if there is no such coast. */
export function coastCalled(names: PlaceNames, province: Province, coast: string): string | null {
  const found = names.provinces
    .get(province)
    ?.coasts?.find(({ id, aliases = [] }) => id === coast || aliases.some((alias) => spell(alias) === coast));
  return found?.id ?? null;
}
