import { adjudicate, startingPosition } from '@entente/diplomacy-rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGame } from '../../test/arbitrary-facts.js';
import { applyGameFact } from './apply-game-fact.js';
import type { GameFact } from './game-facts.js';
import type { GameState } from './game-state.js';
import { forEveryPower, initialGameState } from './game-state.js';
import { seatAt } from './seats.js';

const after = (...facts: readonly GameFact[]): GameState => facts.reduce(applyGameFact, initialGameState);

describe('the state of a game', () => {
  it('is plain data, and the same from facts that went through JSON', () => {
    fc.assert(
      fc.property(arbitraryGame, (facts) => {
        const state = after(...facts);
        const reread = after(...(JSON.parse(JSON.stringify(facts)) as GameFact[]));
        expect(reread).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps messages and plans of a phase until the phase is judged, and then in its record', () => {
    const { next } = adjudicate(startingPosition(), {});
    const said = { phase: 'S1901M', round: 1, sender: 'ITALY', recipient: 'GLOBAL', text: 'Peace.' } as const;
    const talked = after(
      { type: 'round-held', phase: 'S1901M', round: 1, messages: [said], dropped: [], done: ['ITALY'] },
      { type: 'plan-made', phase: 'S1901M', power: 'ITALY', plan: 'War.' },
      { type: 'orders-submitted', phase: 'S1901M', power: 'ITALY', orders: ['A ROM H'], valid: 1, repaired: 0, illegal: [] },
    );
    expect(talked).toMatchObject({ press: [said], roundsHeld: 1, done: ['ITALY'], orders: { ITALY: ['A ROM H'] } });
    expect(talked.agents.ITALY.plan).toBe('War.');

    const judged = applyGameFact(talked, { type: 'phase-resolved', phase: 'S1901M', outcomes: [], next });
    expect(judged).toMatchObject({ press: [], roundsHeld: 0, done: [], orders: {}, position: { phase: 'F1901M' } });
    expect(judged.agents.ITALY.plan).toBeNull();
    expect(judged.history).toEqual([
      { phase: 'S1901M', position: startingPosition(), orders: { ITALY: ['A ROM H'] }, outcomes: [], press: [said] },
    ]);
  });

  it('keeps how a relationship changed, and only if it did', () => {
    const { agents } = after(
      { type: 'agent-initialized', phase: 'S1901M', power: 'FRANCE', goals: ['a'], relationships: { ITALY: 'Friendly' } },
      {
        type: 'agent-updated',
        phase: 'F1901M',
        power: 'FRANCE',
        relationships: { ITALY: 'Enemy', ENGLAND: 'Neutral' },
        note: 'Betrayed.',
      },
    );

    expect(agents.FRANCE.goals).toEqual(['a']);
    expect(agents.FRANCE.relationships).toEqual({ ITALY: 'Enemy', ENGLAND: 'Neutral' });
    expect(agents.FRANCE.relationshipChanges).toEqual([{ phase: 'F1901M', towards: 'ITALY', from: 'Friendly', to: 'Enemy' }]);
    expect(agents.FRANCE.journal).toEqual([{ phase: 'F1901M', text: 'Betrayed.' }]);
    expect(agents.ITALY.relationships).toEqual({});
  });

  it('drops the diary of the years that were consolidated, and nothing newer', () => {
    const entry = (phase: string): GameFact => ({ type: 'diary-written', phase, power: 'FRANCE', kind: 'orders', text: phase });
    const { agents } = after(...['S1901M', 'F1901M', 'W1901A', 'S1902M'].map(entry), {
      type: 'diary-consolidated',
      power: 'FRANCE',
      throughYear: 1901,
      text: 'A year of peace.',
    });

    expect(agents.FRANCE.diary.map(({ phase }) => phase)).toEqual(['S1902M']);
    expect(agents.FRANCE.consolidated).toEqual({ throughYear: 1901, text: 'A year of peace.' });
  });

  it('counts outcomes of orders by power', () => {
    const { orderCounts } = after(
      { type: 'orders-submitted', phase: 'S1901M', power: 'FRANCE', orders: [], valid: 2, repaired: 1, illegal: ['A PAR - BER'] },
      { type: 'orders-submitted', phase: 'F1901M', power: 'FRANCE', orders: [], valid: 3, repaired: 0, illegal: [] },
      { type: 'orders-defaulted', phase: 'F1901M', power: 'FRANCE', units: ['F BRE'], reason: 'not-ordered', detail: '' },
    );

    expect(orderCounts.FRANCE).toEqual({ valid: 5, repaired: 1, illegal: 1, defaulted: 1 });
    expect(orderCounts.ITALY).toEqual({ valid: 0, repaired: 0, illegal: 0, defaulted: 0 });
  });

  it('counts orders for the player at the time, also where a fork seats others', () => {
    const settings = {
      maxYear: 1905,
      negotiationRounds: 0,
      adaptiveRounds: false,
      planning: false,
      phaseSummaries: false,
      rulebook: '2023',
    } as const;
    const seated = (model: string) => ({ settings, seats: forEveryPower(() => ({ model })) });
    const submitted = (phase: string, valid: number): GameFact => ({
      type: 'orders-submitted',
      phase,
      power: 'FRANCE',
      orders: [],
      valid,
      repaired: 0,
      illegal: [],
    });
    const { next } = adjudicate(startingPosition(), {});
    const state = after(
      { type: 'game-begun', ...seated('first'), position: startingPosition() },
      submitted('S1901M', 2),
      { type: 'phase-resolved', phase: 'S1901M', outcomes: [], next },
      { type: 'table-changed', ...seated('second') },
      submitted('F1901M', 3),
    );

    expect(state.orderCounts.FRANCE.valid).toBe(5);
    expect(state.orderTexts).toMatchObject([
      { phase: 'S1901M', power: 'FRANCE', model: 'first', valid: 2 },
      { phase: 'F1901M', power: 'FRANCE', model: 'second', valid: 3 },
    ]);
    expect(seatAt(state, 'FRANCE', 'S1901M')?.model).toBe('first');
    expect(seatAt(state, 'FRANCE', 'W1901A')?.model).toBe('second');
    expect(seatAt(initialGameState, 'FRANCE', 'S1901M')).toBeNull();
  });

  it('passes over a fact of a kind that an older reader does not know', () => {
    const unknown = { type: 'treaty-signed' } as unknown as GameFact;

    expect(applyGameFact(initialGameState, unknown)).toBe(initialGameState);
  });
});
