import { expect, test } from 'vitest';
import { queryOf, readReading } from './reading';

const read = (query: string) => readReading(new URLSearchParams(query));

test('the place of a reader survives the address', () => {
  for (const query of ['', 'scene=4', 'scene=4&show=thoughts%2Csecrets', 'show='])
    expect(new URLSearchParams(queryOf(read(query))).toString()).toBe(query);
});

test('anything else in an address is no place', () => {
  expect(read('scene=-1&show=everything')).toEqual({ scene: null, show: new Set() });
  expect(read('scene=a').scene).toBeNull();
});
