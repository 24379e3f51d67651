import { expect, it } from 'vitest';
import type { Persona } from './couple.js';
import { pairPersonas } from './pair-personas.js';

const persona = (id: string, group?: string, name = id.toUpperCase()): Persona => ({
  id,
  name,
  persona: '',
  life: {},
  memories: [],
  group,
});
const SIX = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => persona(id));
const idsOf = (...pairing: Parameters<typeof pairPersonas>) => pairPersonas(...pairing).map(({ id }) => id);

it('pairs in the order of the list', () => {
  expect(idsOf(SIX, 'listed', '1')).toEqual(['p1-p2', 'p3-p4', 'p5-p6']);
});

it('pairs each with each', () => {
  expect(idsOf(SIX.slice(0, 3), 'all', '1')).toEqual(['p1-p2', 'p1-p3', 'p2-p3']);
});

it('draws pairs by the seed, each persona once', () => {
  const couples = pairPersonas(SIX, 'random', 'a');
  expect(couples.flatMap(({ partners }) => partners.map(({ id }) => id)).sort()).toEqual(SIX.map(({ id }) => id));
  expect(idsOf(SIX, 'random', 'a')).toEqual(couples.map(({ id }) => id));
  const drawn = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((seed) => idsOf(SIX, 'random', seed).join()));
  expect(drawn.size).toBeGreaterThan(4);
});

it('draws pairs across two groups', () => {
  const grouped = ['x', 'y', 'x', 'y', 'y', 'x'].map((group, index) => persona(`p${index + 1}`, group));
  for (const seed of ['a', 'b', 'c'])
    for (const { partners } of pairPersonas(grouped, 'by-group', seed))
      expect(partners.map(({ group }) => group)).toEqual(['x', 'y']);
});

it('keeps two of the same name apart where it can', () => {
  const names = ['Ann', 'Ann', 'Bo', 'Bo'].map((name, index) => persona(`p${index + 1}`, undefined, name));
  for (const seed of ['a', 'b', 'c', 'd', 'e'])
    for (const { partners } of pairPersonas(names, 'random', seed)) expect(partners[0].name).not.toBe(partners[1].name);
  expect(idsOf(names, 'all', '1')).toEqual(['p1-p3', 'p1-p4', 'p2-p3', 'p2-p4']);
});

it.each([
  ['listed', SIX.slice(0, 3), 'p3 is left over: there are 3 personas'],
  ['random', SIX.slice(0, 5), 'is left over: there are 5 personas'],
  ['listed', [persona('p1', undefined, 'Ann'), persona('p2', undefined, 'Ann')], 'p1 and p2 are both called Ann'],
  ['listed', [persona('p1'), { ...persona('p2'), age: 17 }], 'p2 is 17: pairing makes partners'],
  ['by-group', SIX, 'p1 has no group: fill in the column "group"'],
  ['by-group', [persona('p1', 'x'), persona('p2', 'y'), persona('p3', 'y')], 'two groups of the same size; there are x 1, y 2'],
] as const)('refuses to pair %s what does not come out even', (rule, personas, message) => {
  expect(() => pairPersonas(personas, rule, '1')).toThrow(message);
});
