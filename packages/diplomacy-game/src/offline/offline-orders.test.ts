import {
  legalOrdersOfPower,
  adjustmentsDue,
  formatOrder,
  type Position,
  POWERS,
  seededRandom,
  startingPosition,
} from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { observationOf } from '../../test/observation-of.js';
import { offlineRequest } from '../../test/offline-request.js';
import { randomPositions } from '../../test/random-positions.js';
import { PROMPT_SETS } from '../prompts/sets/prompt-sets.js';
import { writeOrdersPrompt } from '../prompts/write-orders.js';
import { blankAgent, type PressMessage } from '../state/index.js';
import { offlineFormat } from './offline-format.js';
import { offlineOrders } from './offline-orders.js';

const prompts = PROMPT_SETS.default;

interface Reply {
  readonly reasoning: string;
  readonly orders: readonly string[];
}

const requestFor = (input: Parameters<typeof writeOrdersPrompt.with>[0]) =>
  offlineRequest(writeOrdersPrompt.with(input).messages);
const replyTo = (input: Parameters<typeof writeOrdersPrompt.with>[0], seed: number | string = 1): Reply =>
  JSON.parse(offlineOrders(requestFor(input), seededRandom(seed))) as Reply;

const said = (
  round: number,
  sender: PressMessage['sender'],
  recipient: PressMessage['recipient'],
  text: string,
): PressMessage => ({
  phase: 'S1901M',
  round,
  sender,
  recipient,
  text,
});

describe('the orders of the offline diplomat', () => {
  it('are legal, one for each unit, one for each build or removal, in 300 positions of every kind', () => {
    const positions = [1, 2, 3].flatMap((seed) => randomPositions(seed, 100));
    const kinds = new Set<string>();
    positions.forEach((position, at) => {
      const power = POWERS.find((each, rank) => rank >= at % 7 && legalOrdersOfPower(position, each).length > 0) ?? 'FRANCE';
      const legal = legalOrdersOfPower(position, power);
      if (legal.length === 0) return;
      const { orders } = replyTo({ observation: observationOf(position, power), prompts: PROMPT_SETS.simple }, at);
      kinds.add(position.phase.slice(-1));
      expectComplete(position, power, orders);
    });
    expect([...kinds].sort()).toEqual(['A', 'M', 'R']);
  });

  it('follow from prompt and seed alone, and vary with the seed', () => {
    const observation = observationOf(startingPosition(), 'ITALY');
    const texts = Array.from({ length: 20 }, (_, seed) =>
      offlineOrders(requestFor({ observation, prompts }), seededRandom(seed)),
    );
    expect(texts[3]).toBe(offlineOrders(requestFor({ observation, prompts }), seededRandom(3)));
    expect(new Set(texts).size).toBeGreaterThan(4);
  });

  it('are the support that was agreed on, and the move that it is for', () => {
    const proposal = said(1, 'FRANCE', 'GERMANY', 'I propose that you order A MUN S A PAR - BUR.');
    const press = [proposal, said(2, 'GERMANY', 'FRANCE', 'You have my word that I order A MUN S A PAR - BUR.')];
    const of = (power: 'FRANCE' | 'GERMANY', messages: readonly PressMessage[]) =>
      replyTo({ observation: observationOf(startingPosition(), power, { press: messages, roundsHeld: 2 }), prompts }).orders;
    expect(of('GERMANY', press)).toContain('A MUN S A PAR - BUR');
    expect(of('FRANCE', press)).toContain('A PAR - BUR');
    expect(of('GERMANY', [proposal])).not.toContain('A MUN S A PAR - BUR');
  });

  it('leave a demilitarized province empty', () => {
    const press = [
      said(1, 'RUSSIA', 'TURKEY', 'I propose that neither of us enters the Black Sea.'),
      said(2, 'TURKEY', 'RUSSIA', 'Agreed: neither of us enters the Black Sea.'),
    ];
    const entries = (messages: readonly PressMessage[]) =>
      Array.from({ length: 20 }, (_, seed) => {
        const observation = observationOf(startingPosition(), 'TURKEY', { press: messages, roundsHeld: 2 });
        return replyTo({ observation, prompts }, seed).orders.includes('F ANK - BLA');
      }).filter(Boolean).length;
    expect(entries(press)).toBe(0);
    expect(entries([])).toBeGreaterThan(0);
  });

  it('betray a friend more often, the less a promise counts', () => {
    const position: Position = {
      ...startingPosition(),
      phase: 'F1902M',
      units: { ...startingPosition().units, FRANCE: ['A BUR', 'A MAR', 'F BRE'], GERMANY: ['A RUM', 'A SER', 'F NTH'] },
      centers: { ...startingPosition().centers, FRANCE: ['PAR', 'MAR', 'BRE', 'SPA', 'POR', 'BEL'] },
    };
    const stabs = (creed: string) =>
      Array.from({ length: 60 }, (_, seed) => {
        const self = { ...blankAgent, goals: [creed], relationships: { GERMANY: 'Friendly' } as const };
        return replyTo({ observation: observationOf(position, 'FRANCE', { self }), prompts }, seed).orders;
      }).filter((orders) => orders.includes('A BUR - MUN')).length;
    const faithful = stabs('Keep my word as long as others keep theirs.');
    const faithless = stabs('Promise much, owe little.');
    expect(faithful).toBeLessThan(4);
    expect(faithless).toBeGreaterThan(10);
  });

  it('are only those that a complaint is about when asked again', () => {
    const observation = observationOf(startingPosition(), 'FRANCE');
    const written = { reasoning: '', orders: ['A PAR - LON'] };
    const complaints = ['"A PAR - LON" is not allowed: an army in PAR cannot get there.', 'F BRE has no order.'];
    const { orders } = replyTo({ observation, prompts, again: { written, complaints } });
    expect(orders.map((order) => order.slice(0, 5)).sort()).toEqual(['A PAR', 'F BRE']);
  });

  it('can be written in plain words, which the second step turns into the same orders', () => {
    for (const position of randomPositions(9, 12)) {
      const observation = observationOf(position, 'FRANCE');
      if (legalOrdersOfPower(position, 'FRANCE').length === 0) continue;
      const words = offlineOrders(requestFor({ observation, prompts, form: 'words' }), seededRandom(4));
      expect(words).not.toContain('{');
      const formatted = JSON.parse(
        offlineFormat({
          messages: [{ role: 'user', text: `WHAT WAS SAID\n${words}\n\nYOUR TASK: ORDERS AS JSON\nThe player is FRANCE.` }],
        }),
      ) as Reply;
      expectComplete(position, 'FRANCE', formatted.orders);
      expect(formatted.reasoning).not.toBe('');
    }
  });

  it('fall back on what can be read where a template leaves out the sections', () => {
    const ask = (text: string) =>
      JSON.parse(
        offlineOrders(
          {
            messages: [
              { role: 'system', text: 'You are FRANCE.' },
              { role: 'user', text: `${text}\n\nYOUR TASK: WRITE MOVEMENT ORDERS` },
            ],
          },
          seededRandom(1),
        ),
      ) as Reply;
    expect(ask('Units: FRANCE has A PAR, F BRE; GERMANY has A MUN').orders).toEqual(['A PAR H', 'F BRE H']);
    const [order] = ask('Possible:\nA PAR: H; - BUR, PIC').orders;
    expect(['A PAR H', 'A PAR - BUR', 'A PAR - PIC']).toContain(order);
    expect(ask('Nothing to see here.').orders).toEqual([]);
  });
});

function expectComplete(position: Position, power: (typeof POWERS)[number], orders: readonly string[]): void {
  const legal = legalOrdersOfPower(position, power);
  const allowed = new Set(legal.flatMap((unit) => unit.orders.map(formatOrder)));
  for (const order of orders) expect(allowed, `${position.phase} ${power}`).toContain(order);
  const due = position.phase.endsWith('A') ? Math.abs(adjustmentsDue(position, power).count) : legal.length;
  expect(orders.length, `${position.phase} ${power} ${orders.join('; ')}`).toBe(due);
  expect(new Set(orders.map((order) => order.slice(2, 5))).size).toBe(due);
}
