import { expect, test } from 'vitest';
import { placeAllows } from './place-allows.js';
import { REPERTOIRES } from './repertoire/repertoires.js';
import { STANCES } from './repertoire/stance.js';

const PLACES: Readonly<Record<string, string>> = {
  telephone: 'A bedroom, four hundred kilometres away. She is on the telephone, and it is late.',
  video: 'A video call that freezes every minute.',
  boat: 'A rowing boat in the middle of the lake, two oars.',
  rope: 'He hangs eleven metres up on the rope that she holds.',
  car: 'A packed car on the motorway, drizzle.',
  run: 'Kilometre seven of a run along the canal.',
  kitchen: 'The kitchen, a table and two chairs; the coats hang in the hall, the keys lie by the door.',
};

test.each([
  ['telephone', 'nods slowly and does not look away from {other}'],
  ['telephone', 'moves away as far as {place} and stays there'],
  ['telephone', 'takes {other} by the hand and keeps hold of it'],
  ['video', 'wraps {other} in both arms and holds on'],
  ['boat', 'stands up abruptly and shoves {thing} out of the way'],
  ['boat', 'shuts both eyes for a moment, then moves away from {other}'],
  ['rope', 'tucks a strand of hair behind {other}’s ear, gently'],
  ['rope', 'wraps {other} in both arms and holds on'],
  ['car', 'paces from {place} and back, twice'],
  ['run', 'shrugs into the coat and looks for the keys'],
  ['run', 'takes {other} by the hand and keeps hold of it'],
])('%s: nobody %s', (place, deed) => {
  expect(placeAllows(deed, PLACES[place]!)).toBe(false);
  expect(placeAllows(deed, PLACES['kitchen']!)).toBe(true);
});

test('every stance has deeds for every place', () => {
  for (const stance of STANCES)
    for (const [place, situation] of Object.entries(PLACES))
      expect(
        REPERTOIRES[stance].deeds.filter((deed) => placeAllows(deed, situation)).length,
        `${stance} in ${place}`,
      ).toBeGreaterThanOrEqual(2);
});
