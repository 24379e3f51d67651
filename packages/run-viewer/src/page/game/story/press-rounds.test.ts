import { describe, expect, it } from 'vitest';
import { pressRounds } from './press-rounds';

const message = (round: number, sender: 'FRANCE' | 'ITALY' | 'TURKEY', recipient: 'FRANCE' | 'ITALY' | 'TURKEY' | 'GLOBAL') => ({
  phase: 'S1901M',
  round,
  sender,
  recipient,
  text: `${round} ${sender} ${recipient}`,
});
const phase = {
  press: [
    message(2, 'FRANCE', 'ITALY'),
    message(1, 'ITALY', 'FRANCE'),
    message(1, 'TURKEY', 'FRANCE'),
    message(1, 'TURKEY', 'GLOBAL'),
    message(1, 'ITALY', 'GLOBAL'),
  ],
  dropped: [{ ...message(2, 'ITALY', 'FRANCE'), recipient: 'nobody', reason: 'unknown-recipient' as const }],
};
const said = (filter: Parameters<typeof pressRounds>[1]) =>
  pressRounds(phase, filter).map(({ round, messages }) => [
    round,
    messages.map(({ sender, recipient }) => `${sender} ${recipient}`),
  ]);

describe('pressRounds', () => {
  it('groups all messages by round, with those that were not delivered', () => {
    expect(said({ one: null, other: null })).toEqual([
      [1, ['ITALY FRANCE', 'TURKEY FRANCE', 'TURKEY GLOBAL', 'ITALY GLOBAL']],
      [2, ['FRANCE ITALY', 'ITALY nobody']],
    ]);
  });

  it('shows what one power said and heard, messages to everybody included', () => {
    expect(said({ one: 'FRANCE', other: null })).toEqual([
      [1, ['ITALY FRANCE', 'TURKEY FRANCE', 'TURKEY GLOBAL', 'ITALY GLOBAL']],
      [2, ['FRANCE ITALY']],
    ]);
  });

  it('shows what two powers said to each other or before everybody, whichever is named first', () => {
    const pair = [
      [1, ['ITALY FRANCE', 'ITALY GLOBAL']],
      [2, ['FRANCE ITALY']],
    ];
    expect(said({ one: 'FRANCE', other: 'ITALY' })).toEqual(pair);
    expect(said({ one: 'ITALY', other: 'FRANCE' })).toEqual(pair);
  });
});
