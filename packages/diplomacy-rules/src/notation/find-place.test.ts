import { expect, test } from 'vitest';
import { standardMap } from '../map/standard-map.js';
import { findExactPlace, findMisspeltPlace, findShortenedPlace, nearestPlace } from './find-place.js';
import { meaningOf } from './order-words.js';
import { placeNamesOf } from './place-names.js';
import { spell } from './tokenize.js';

const names = placeNamesOf(standardMap);
const wordsOf = (text: string) => text.split(/\W+/).map(spell);

test('every id, name and alias of the standard map is found as a whole, and is no word of an order', () => {
  for (const { id, name, aliases = [] } of standardMap.provinces) {
    for (const text of [id, name, ...aliases]) {
      const words = wordsOf(text);
      expect([text, findExactPlace(names, [...words, 'H'])]).toEqual([text, { locations: [id], count: words.length }]);
      if (words.length === 1) expect([text, meaningOf(text.toUpperCase())]).toEqual([text, undefined]);
    }
  }
});

test('no two of them run together into a third', () => {
  const all = standardMap.provinces.flatMap(({ id, aliases = [] }) => [
    id,
    ...aliases.filter((alias) => /^\w+$/.test(alias)).map(spell),
  ]);
  for (const first of all) {
    for (const second of [...all, 'A', 'F', 'S', 'H', 'C', 'D', 'B', 'R', 'IN', 'IS', 'TO', 'ON', 'AN']) {
      expect(findExactPlace(names, [first, second])?.count).toBe(1);
    }
  }
});

test('a name of several words is one also where each of them is a name of its own', () => {
  const provinces = standardMap.provinces.map((row) => (row.id === 'UKR' ? { ...row, aliases: ['Warsaw Moscow'] } : row));
  expect(findExactPlace(placeNamesOf({ ...standardMap, provinces }), ['WARSAW', 'MOSCOW'])).toEqual({
    locations: ['UKR'],
    count: 2,
  });
});

test.each([
  ['GULF OF BOTH', ['BOT'], 3],
  ['GULF', ['BOT', 'LYO'], 1],
  ['NORTH ATL', ['NAO'], 2],
  ['CONST', ['CON'], 1],
  ['PETERSBURG', ['STP'], 1],
  ['ATLANTIC', ['MAO', 'NAO'], 1],
  ['SWITZ', ['SWI'], 1],
  ['MIDATL', ['MAO'], 1],
])('%s is short for %j', (text, locations, count) => {
  expect(findShortenedPlace(names, text.split(' '))).toEqual({ locations, count });
});

test.each([['PX'], ['OF'], ['QUX'], ['PARISH']])('%s is short for nothing', (word) => {
  expect(findShortenedPlace(names, [word])).toBe(null);
});

test.each([
  ['BURGUNDEE', 'BUR'],
  ['PRA', 'PAR'],
  ['NOWREGIAN', 'NWG'],
  ['STPCS', 'STP'],
  ['PX', null],
  ['ATLANTIS', null],
])('the name nearest to %s is that of %s', (word, province) => {
  expect(nearestPlace(names, word)).toBe(province);
});

test.each([
  ['SKAGERAKK', 'SKA'],
  ['SKAGGERAK', 'SKA'],
  ['TYRHENNIAN SEA', 'TYS'],
  ['BREAST', 'BRE'],
  ['ST PETERSBERG', 'STP'],
  ['SAINT PETERSBERG', 'STP'],
  ['GULF OF BOTNIA', 'BOT'],
  ['GULF OF LIONS', 'LYO'],
  ['BURGUNDEE', 'BUR'],
  ['MARSEILLE', 'MAR'],
  ['PRUSIA', 'PRU'],
])('%s is a misspelt name of %s', (text, province) => {
  expect(findMisspeltPlace(names, text.split(' '))?.locations).toEqual([province]);
});

test.each([
  'WAVES',
  'PAIRS',
  'SPARE',
  'ATLANTIS',
  'POLAND',
  'BAVARIA',
  'IRELAND',
  'RUSSIANS',
  'SUPORTS',
  'LIVORNO',
  'SIBERIA',
  'PRA',
  'MARR',
])('%s is not taken for a misspelt name', (word) => {
  expect(findMisspeltPlace(names, [word])).toBe(null);
});

test('what may be one of two names is neither', () => {
  expect(findMisspeltPlace(names, ['SMYRA'])?.locations).toEqual(['SMY', 'SYR']);
});

test('whatever letter of a name is wrong, the name is read as itself, or as no place', () => {
  const letters = [...'AR'];
  let read = 0;
  for (const { name, province } of names.longNames) {
    const misspelt = new Set<string>();
    for (let at = 0; at <= name.length; at++) {
      const [head, tail] = [name.slice(0, at), name.slice(at)];
      misspelt.add(head + tail.slice(1));
      misspelt.add(head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2));
      for (const letter of letters) misspelt.add(head + letter + tail.slice(1)).add(head + letter + tail);
    }
    for (const word of misspelt) {
      if (names.exact.has(word) || meaningOf(word) !== undefined) continue;
      const found = findMisspeltPlace(names, [word]);
      if (found?.locations.length !== 1) continue;
      read++;
      if (found.locations[0] !== province) expect(`${word} for ${name}`).toBe(found.locations[0]);
    }
  }
  expect(read).toBeGreaterThan(1_000);
});
