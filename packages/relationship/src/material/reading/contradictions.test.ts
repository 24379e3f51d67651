import { expect, test } from 'vitest';
import { readMaterial } from './read-material.js';

const PEOPLE = `- { name: Ann, age: 30, description: Kind. }
- { name: Bo, age: 32, description: Kind too. }
- { name: Cy, age: 12, description: A child. }
- { name: Di, description: Of no known age. }
`;
const faultsOf = (couple: string): readonly string[] => {
  const read = readMaterial({ 'personas.yaml': PEOPLE, 'couples.yaml': couple });
  return read.ok ? [] : read.faults.map(({ message }) => message);
};

test.each([
  ['{ partners: [ann, cy] }', 'Cy is 12; partners are 18 or older'],
  ['{ partners: [ann, bo], bond: family, stage: married }', 'married is a stage of partners, and the bond is family'],
  ['{ partners: [ann, bo], bond: friends, stage: dating }', 'dating is a stage of partners, and the bond is friends'],
  ['{ partners: [ann, bo], months: 400 }', '400 months are longer than Ann, 30, has lived'],
  ['{ partners: [ann, bo], stage: strangers, living: together }', 'two who are strangers do not live together'],
  ['{ partners: [ann, bo], stage: acquainted, children: 1 }', 'two who are acquainted have no children together'],
])('%s contradicts itself', (couple, message) => {
  expect(faultsOf(couple)).toEqual([expect.stringContaining(message)]);
});

test.each([
  '{ partners: [ann, cy], bond: family, months: 144 }',
  '{ partners: [di, bo], months: 300 }',
  '{ partners: [ann, bo], bond: friends, stage: acquainted }',
  '{ partners: [ann, bo], stage: separated, children: 2, living: apart }',
])('%s does not', (couple) => {
  expect(faultsOf(couple)).toEqual([]);
});

test('nobody is older than 120', () => {
  const read = readMaterial({ 'personas.yaml': '- { name: Ann, age: 99999, description: Old. }' });
  expect(read.ok ? [] : read.faults).toEqual([expect.objectContaining({ line: 1, message: expect.stringContaining('120') })]);
});
