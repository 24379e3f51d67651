import type { Position, Power, Province } from '@entente/diplomacy-rules';
import { POWERS, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { drawSize, gameScores, sumOfSquares, yearOfElimination } from './game-scores.js';
import type { GameState, PhaseRecord } from './game-state.js';
import { forEveryPower, initialGameState } from './game-state.js';

const owning = (centers: { readonly [power in Power]?: readonly Province[] }, changes: Partial<Position> = {}): Position => ({
  ...startingPosition(),
  units: forEveryPower(() => []),
  centers: forEveryPower((power) => centers[power] ?? []),
  ...changes,
});

const played = (phase: string, position: Position): PhaseRecord => ({ phase, position, orders: {}, outcomes: [], press: [] });

const game = (position: Position, history: readonly PhaseRecord[]): GameState => ({ ...initialGameState, position, history });

describe('game scores', () => {
  it('give the lone winner the years that were left, and the years again', () => {
    const won = owning({ FRANCE: ['PAR'] }, { phase: 'COMPLETED', result: { kind: 'solo', winner: 'FRANCE' } });
    const state = game(won, [played('F1907M', startingPosition())]);

    expect(gameScores(state, 1910).FRANCE).toBe(10 + 3 + 18);
  });

  it('give who lives on the years and its centres, and who does not the year of its end', () => {
    const end = owning({ FRANCE: ['PAR', 'BRE'], ITALY: ['ROM'] });
    const state = game(end, [played('F1902M', startingPosition()), played('F1904M', end)]);
    const scores = gameScores(state, 1905);

    expect(scores.FRANCE).toBe(5 + 2);
    expect(scores.ITALY).toBe(5 + 1);
    expect(scores.TURKEY).toBe(2);
    expect(yearOfElimination(state, 'TURKEY')).toBe(1902);
    expect(yearOfElimination(state, 'FRANCE')).toBeNull();
  });

  it('share one point by squares or by heads', () => {
    const state = game(owning({ FRANCE: ['PAR', 'BRE', 'MAR'], ITALY: ['ROM'] }), []);

    expect(sumOfSquares(state)).toMatchObject({ FRANCE: 0.9, ITALY: 0.1, TURKEY: 0 });
    expect(drawSize(state)).toMatchObject({ FRANCE: 0.5, ITALY: 0.5, TURKEY: 0 });
    for (const score of [sumOfSquares, drawSize]) {
      expect(POWERS.reduce((sum, power) => sum + score(state)[power], 0)).toBeCloseTo(1, 12);
    }
  });

  it('give everything to a lone winner, and a draw to those who drew', () => {
    const solo = game(owning({ FRANCE: ['PAR'], ITALY: ['ROM'] }, { result: { kind: 'solo', winner: 'FRANCE' } }), []);
    expect(sumOfSquares(solo)).toMatchObject({ FRANCE: 1, ITALY: 0 });
    expect(drawSize(solo)).toMatchObject({ FRANCE: 1, ITALY: 0 });

    const drawn = game(
      owning({ FRANCE: ['PAR'], ITALY: ['ROM'], TURKEY: ['CON'] }, { result: { kind: 'draw', powers: ['FRANCE', 'TURKEY'] } }),
      [],
    );
    expect(drawSize(drawn)).toMatchObject({ FRANCE: 0.5, ITALY: 0, TURKEY: 0.5 });
  });
});
