import type { Power } from '@entente/diplomacy-rules';
import { POWERS } from '@entente/diplomacy-rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGame } from '../../test/arbitrary-facts.js';
import { applyGameFact } from './apply-game-fact.js';
import type { GameFact } from './game-facts.js';
import { initialGameState } from './game-state.js';
import { ignoredMessages, observe, unansweredMessages } from './observation.js';
import type { PressMessage } from './press-message.js';

const stateOf = (facts: readonly GameFact[]) => facts.reduce(applyGameFact, initialGameState);

const secrets = /<([A-Z,]+)#\d+>/g;

describe('what a power sees', () => {
  it('includes nothing that was meant for others, in any game', () => {
    fc.assert(
      fc.property(arbitraryGame, (facts) => {
        const state = stateOf(facts);
        for (const power of POWERS) {
          const seen = JSON.stringify(observe(state, power));
          for (const [secret, readers] of seen.matchAll(secrets)) {
            expect(readers!.split(','), `${power} sees ${secret}`).toContain(power);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('includes all press that it wrote or was told', () => {
    fc.assert(
      fc.property(arbitraryGame, (facts) => {
        const state = stateOf(facts);
        const said = facts.flatMap((fact) => (fact.type === 'round-held' ? fact.messages : []));
        for (const power of POWERS) {
          const { press, history } = observe(state, power);
          const expected = said.filter(({ text }) => text.slice(1).split('#')[0]?.split(',').includes(power));
          expect([...history.flatMap((record) => record.press), ...press]).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('messages that wait for an answer', () => {
  const message = (phase: string, round: number, sender: Power, recipient: PressMessage['recipient']): PressMessage => ({
    phase,
    round,
    sender,
    recipient,
    text: `${sender} to ${recipient}, ${phase} ${round}`,
  });
  const see = (power: Power, press: readonly PressMessage[]) => observe({ ...initialGameState, press }, power);

  it('are private ones after which the power wrote nothing to the sender', () => {
    const first = message('S1901M', 1, 'ITALY', 'FRANCE');
    const answer = message('S1901M', 2, 'FRANCE', 'ITALY');
    const second = message('S1901M', 3, 'ITALY', 'FRANCE');

    expect(unansweredMessages(see('FRANCE', [first]))).toEqual([first]);
    expect(unansweredMessages(see('FRANCE', [first, answer]))).toEqual([]);
    expect(unansweredMessages(see('FRANCE', [first, answer, second]))).toEqual([second]);
    expect(ignoredMessages(see('ITALY', [first, answer, second]))).toEqual([second]);
  });

  it('are not answered by messages written at the same time, or to everybody', () => {
    const question = message('S1901M', 1, 'ITALY', 'FRANCE');
    const crossing = message('S1901M', 1, 'FRANCE', 'ITALY');
    const speech = message('S1901M', 2, 'FRANCE', 'GLOBAL');

    expect(unansweredMessages(see('FRANCE', [question, crossing, speech]))).toEqual([question]);
    expect(unansweredMessages(see('ITALY', [question, crossing, speech]))).toEqual([crossing]);
  });

  it('are answered in a later phase too', () => {
    const question = message('S1901M', 2, 'ITALY', 'FRANCE');
    const late = message('F1901M', 1, 'FRANCE', 'ITALY');

    expect(unansweredMessages(see('FRANCE', [question, late]))).toEqual([]);
  });
});
