import { expect, test } from 'vitest';
import type { Order } from '../values/order.js';
import { formatOrder, internOrder } from './format-order.js';

test.each<[string, Order]>([
  ['A PAR H', { kind: 'hold', unit: 'A PAR' }],
  ['A PAR - BUR', { kind: 'move', unit: 'A PAR', to: 'BUR', viaConvoy: false }],
  ['A LON - BEL VIA', { kind: 'move', unit: 'A LON', to: 'BEL', viaConvoy: true }],
  ['F MAO - SPA/NC', { kind: 'move', unit: 'F MAO', to: 'SPA/NC', viaConvoy: false }],
  ['A PAR S A BUR', { kind: 'support-hold', unit: 'A PAR', target: 'A BUR' }],
  ['A PAR S A MAR - BUR', { kind: 'support-move', unit: 'A PAR', target: 'A MAR', to: 'BUR' }],
  ['F NTH C A LON - BEL', { kind: 'convoy', unit: 'F NTH', army: 'A LON', to: 'BEL' }],
  ['A MAR R GAS', { kind: 'retreat', unit: 'A MAR', to: 'GAS' }],
  ['A MAR D', { kind: 'disband', unit: 'A MAR' }],
  ['F STP/NC B', { kind: 'build', unit: 'F STP/NC' }],
  ['WAIVE', { kind: 'waive' }],
])('%s is written so', (text, order) => {
  expect(formatOrder(order)).toBe(text);
});

test('equal orders become one frozen object', () => {
  const first = internOrder({ kind: 'move', unit: 'A PAR', to: 'BUR', viaConvoy: false });
  expect(internOrder({ kind: 'move', unit: 'A PAR', to: 'BUR', viaConvoy: false })).toBe(first);
  expect(Object.isFrozen(first)).toBe(true);
  expect(internOrder({ kind: 'move', unit: 'A PAR', to: 'BUR', viaConvoy: true })).not.toBe(first);
});
