import { expect, test } from 'vitest';
import { smallMap } from '../../test/maps/small-map.js';
import { startingPosition } from '../values/position.js';
import { formatOrder } from './format-order.js';
import { parseOrders } from './parse-orders.js';

test('orders are read power by power in the position, and what is not understood is told apart', () => {
  const { orders, refused } = parseOrders(startingPosition(), {
    RUSSIA: ['STP - BOT', 'A MOS - UKR', 'A MOS - SEV'],
    FRANCE: ['MAR S PAR - BUR', 'F BRE - MAA', 'A PAR - BUR'],
    ITALY: [],
  });
  expect(Object.keys(orders)).toEqual(['FRANCE', 'ITALY', 'RUSSIA']);
  expect(orders.FRANCE?.map(formatOrder)).toEqual(['A MAR S A PAR - BUR', 'A PAR - BUR']);
  expect(orders.ITALY).toEqual([]);
  expect(orders.RUSSIA?.map(formatOrder)).toEqual(['F STP/SC - BOT', 'A MOS - UKR', 'A MOS - SEV']);
  expect(refused).toMatchObject([
    { power: 'FRANCE', refusal: { kind: 'unknown-place', text: 'F BRE - MAA', piece: 'MAA', suggestion: 'F BRE - MAO' } },
  ]);
});

test('a suggestion is one of the power that wrote the text', () => {
  const { refused } = parseOrders(startingPosition(), { FRANCE: ['A PAR - BURR'], TURKEY: ['A PAR - BURR'] });
  expect(refused.map(({ power, refusal }) => [power, refusal.suggestion])).toEqual([
    ['FRANCE', 'A PAR - BUR'],
    ['TURKEY', undefined],
  ]);
});

test('another map has its own names', () => {
  const { orders, refused } = parseOrders(
    startingPosition(smallMap),
    {
      ALDER: ['Hillfort to Haven', 'Aldern fleet Haven to the Middle Sound', 'F HAV - Sound'],
      BIRCH: ['A GLE - NEK/NC', 'F BRI - Neck'],
    },
    { map: smallMap },
  );
  expect(orders.ALDER?.map(formatOrder)).toEqual(['A HIL - HAV', 'F HAV - MSD']);
  expect(orders.BIRCH?.map(formatOrder)).toEqual(['A GLE - NEK', 'F BRI - NEK/SC']);
  expect(refused).toMatchObject([{ power: 'ALDER', refusal: { kind: 'ambiguous-place', piece: 'Sound' } }]);
});
