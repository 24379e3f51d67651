import { type Power, seededRandom, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { describeBoard } from '../context/describe-board.js';
import { agreementsOf } from './agreements.js';
import type { Deal } from './deal.js';
import { readBoard } from './read-board.js';
import type { PressLine } from './read-press.js';
import { type Act, sayAct } from './speech-acts.js';

const board = readBoard(describeBoard(startingPosition()));
const deal: Deal = { kind: 'demilitarized', province: 'BUR' };

const says = (round: number, sender: Power, recipient: Power, act: Act): PressLine => ({
  round,
  sender,
  recipient,
  text: sayAct({ act, deal, sender, recipient }, seededRandom(round)),
});

const statusFor = (self: Power, lines: readonly PressLine[]) => agreementsOf(lines, self, board).map(({ status }) => status);

describe('how far a deal has come', () => {
  const proposal = says(1, 'FRANCE', 'GERMANY', 'propose');

  it.each([
    ['waits for whoever was asked', 'GERMANY', [proposal], 'asked'],
    ['is an offer to whoever proposed it', 'FRANCE', [proposal], 'offered'],
    ['is agreed once the other one accepts', 'FRANCE', [proposal, says(2, 'GERMANY', 'FRANCE', 'accept')], 'agreed'],
    ['is agreed if both proposed it in the same round', 'FRANCE', [proposal, says(1, 'GERMANY', 'FRANCE', 'propose')], 'agreed'],
    [
      'is not agreed because its proposer says yes to it',
      'FRANCE',
      [proposal, says(2, 'FRANCE', 'GERMANY', 'accept')],
      'offered',
    ],
    ['is refused by a no', 'FRANCE', [proposal, says(2, 'GERMANY', 'FRANCE', 'refuse')], 'refused'],
    [
      'can be taken back',
      'GERMANY',
      [proposal, says(2, 'GERMANY', 'FRANCE', 'accept'), says(3, 'FRANCE', 'GERMANY', 'refuse')],
      'refused',
    ],
  ] as const)('%s', (_, self, lines, status) => {
    expect(statusFor(self, lines)).toEqual([status]);
  });

  it('stays unchanged by a reminder of an old promise', () => {
    expect(statusFor('GERMANY', [says(1, 'FRANCE', 'GERMANY', 'claim')])).toEqual([]);
  });

  it('is read from the words of people and models, too', () => {
    const line = (sender: Power, recipient: Power, text: string): PressLine => ({ round: 1, sender, recipient, text });
    const read = (text: string) => agreementsOf([line('ENGLAND', 'FRANCE', text)], 'FRANCE', board).map((each) => each.deal);
    expect(read('Shall we make the English Channel a DMZ this year?')).toEqual([{ kind: 'demilitarized', province: 'ENG' }]);
    expect(read('I want an alliance with you against Germany.')).toEqual([{ kind: 'alliance', against: 'GERMANY' }]);
    expect(read('Please support me: F BRE S F LON - ENG would be great')).toEqual([
      { kind: 'order', by: 'FRANCE', order: 'F BRE S F LON - ENG' },
    ]);
    expect(read('A non-aggression pact, perhaps?')).toEqual([{ kind: 'peace' }]);
    const yes = [says(1, 'FRANCE', 'ENGLAND', 'propose'), line('ENGLAND', 'FRANCE', 'Sounds good to me, I agree.')];
    expect(statusFor('FRANCE', yes)).toEqual(['agreed']);
  });

  it('ignores messages to all and between others', () => {
    const publicly: PressLine = { ...proposal, recipient: 'GLOBAL' };
    expect(statusFor('GERMANY', [publicly])).toEqual([]);
  });
});
