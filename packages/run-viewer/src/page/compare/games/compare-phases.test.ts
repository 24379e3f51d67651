import { startingPosition } from '@entente/diplomacy-rules';
import { expect, test } from 'vitest';
import type { StoryPhase } from '../../game/story/game-story';
import { comparePhases } from './compare-phases';

const position = startingPosition();
const phase = (name: string, changed: Partial<StoryPhase> = {}): StoryPhase => ({
  ...({
    name,
    stage: 'played',
    position,
    results: [],
    press: [],
    orders: { FRANCE: ['A PAR - BUR', 'A MAR H'] },
  } as unknown as StoryPhase),
  ...changed,
});
const differences = (first: readonly StoryPhase[], second: readonly StoryPhase[]) =>
  comparePhases(first, second).map(({ name, differsBy }) => [name, differsBy]);

test('phases with the same orders are the same, however the orders are sorted', () => {
  const sorted = phase('S1901M', { orders: { FRANCE: ['A MAR H', 'A PAR - BUR'] } });
  expect(differences([phase('S1901M')], [sorted])).toEqual([['S1901M', null]]);
});

test('only powers that differ are told', () => {
  const other = phase('S1901M', { orders: { FRANCE: ['A PAR - BUR', 'A MAR H'], ITALY: ['A VEN H'] } });
  const [pair] = comparePhases([phase('S1901M')], [other]);
  expect(pair?.differences.orders).toEqual([{ power: 'ITALY', first: [], second: ['A VEN H'] }]);
  expect(pair?.differsBy).toBe('the orders');
});

test('press comes before orders, and results are told only for orders that are the same', () => {
  const said = phase('S1901M', {
    press: [{ phase: 'S1901M', round: 1, sender: 'FRANCE', recipient: 'ENGLAND', text: 'Peace?' }],
    orders: { FRANCE: ['A PAR H'] },
    results: [{ power: 'FRANCE', order: 'A PAR H', results: [] }],
  });
  expect(comparePhases([phase('S1901M')], [said])[0]).toMatchObject({
    differsBy: 'the press',
    differences: { press: [{ power: 'FRANCE', first: [], second: ['to ENGLAND: Peace?'] }], results: [] },
  });
  const bounced = phase('S1901M', { results: [{ power: 'FRANCE', order: 'A PAR - BUR', results: ['bounce'] }] });
  expect(differences([phase('S1901M')], [bounced])).toEqual([['S1901M', 'the results of orders']]);
});

test('phases that one game alone has stand at their place', () => {
  expect(differences([phase('S1901M'), phase('F1901M')], [phase('S1901M'), phase('S1901R'), phase('F1901M')])).toEqual([
    ['S1901M', null],
    ['S1901R', 'the phase as a whole'],
    ['F1901M', null],
  ]);
});
