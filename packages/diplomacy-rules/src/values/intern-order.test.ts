import { expect, test } from 'vitest';
import { internOrder } from './intern-order.js';

test('equal orders become one frozen object', () => {
  const first = internOrder({ kind: 'move', unit: 'A PAR', to: 'BUR', viaConvoy: false });
  expect(internOrder({ kind: 'move', unit: 'A PAR', to: 'BUR', viaConvoy: false })).toBe(first);
  expect(Object.isFrozen(first)).toBe(true);
  expect(internOrder({ kind: 'move', unit: 'A PAR', to: 'BUR', viaConvoy: true })).not.toBe(first);
});
