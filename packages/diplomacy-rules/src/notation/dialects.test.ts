import { beforeAll, expect, test } from 'vitest';
import type { Dialect } from '../../test/dialects.js';
import { daide, daideWithoutBrackets, godip, judge, webDiplomacy } from '../../test/dialects.js';
import { playGame } from '../../test/play-game.js';
import { greedyBot } from '../bots/greedy-bot.js';
import { seededRandom } from '../bots/seeded-random.js';
import { legalOrdersOfPower } from '../legal/legal-orders.js';
import type { Order } from '../values/order.js';
import type { Position } from '../values/position.js';
import { POWERS } from '../values/power.js';
import type { Power } from '../values/power.js';
import { formatOrder } from './format-order.js';
import { parseOrder } from './parse-order.js';

interface Given {
  readonly position: Position;
  readonly power: Power;
  readonly order: Order;
}

const given: Given[] = [];

beforeAll(() => {
  const positions: Position[] = [];
  playGame({ botOf: () => greedyBot, random: seededRandom(7), lastYear: 1908, onPhase: (position) => positions.push(position) });
  const ofType = (type: string) => positions.filter(({ phase }) => phase.endsWith(type));
  // All orders of a first and a late movement phase, of all retreats and of every Winter.
  for (const position of [...ofType('M').slice(0, 1), ...ofType('M').slice(-1), ...ofType('R'), ...ofType('A')]) {
    for (const power of POWERS) {
      for (const { orders } of legalOrdersOfPower(position, power))
        given.push(...orders.map((order) => ({ position, power, order })));
      if (position.phase.endsWith('A')) given.push({ position, power, order: { kind: 'waive' } });
    }
  }
});

test('there are orders of every kind', () => {
  expect([...new Set(given.map(({ order }) => order.kind))].sort()).toEqual([
    'build',
    'convoy',
    'disband',
    'hold',
    'move',
    'retreat',
    'support-hold',
    'support-move',
    'waive',
  ]);
  expect(given.length).toBeGreaterThan(1_000);
});

test.each<[string, Dialect]>([
  ['DAIDE', daide],
  ['DAIDE without brackets', daideWithoutBrackets],
  ['godip', godip],
  ['webDiplomacy', webDiplomacy],
  ['the judges of the hobby', judge],
])('all orders of real positions are read as they were meant from the words of %s', (_, write) => {
  const wrong: string[] = [];
  for (const { position, power, order } of given) {
    const text = write(order, power);
    if (text === undefined) continue;
    const parsed = parseOrder(text, { position, power });
    const found = parsed.ok ? formatOrder(parsed.order) : parsed.refusal.message;
    if (found !== formatOrder(order)) wrong.push(`${text}: ${found} instead of ${formatOrder(order)}`);
  }
  expect(wrong).toEqual([]);
});
