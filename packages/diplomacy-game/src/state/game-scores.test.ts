import type { Position, Power, Province } from '@entente/diplomacy-rules';
import { parsePhase, POWERS, standardMap, startingPosition } from '@entente/diplomacy-rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSize, gameScores, resultOfGame, sumOfSquares, yearOfElimination } from './game-scores.js';
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

/** Games whose centres change hands at random in Fall, until a solo, a draw, the last year or the last phase. */
const randomGame: fc.Arbitrary<{ readonly state: GameState; readonly maxYear: number }> = fc
  .record({
    owners: fc.array(fc.array(fc.option(fc.constantFrom(...POWERS)), { minLength: 34, maxLength: 34 }), {
      minLength: 1,
      maxLength: 5,
    }),
    solo: fc.option(fc.constantFrom(...POWERS)),
    draw: fc.boolean(),
    winters: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    beforeWinter: fc.boolean(),
    spare: fc.nat(5),
  })
  .map(({ owners, solo, draw, winters, beforeWinter, spare }) => {
    const ids = standardMap.provinces.filter(({ center }) => center === true).map(({ id }) => id);
    const history: PhaseRecord[] = [];
    let position: Position = startingPosition();
    const play = (phase: string): void => void history.push({ ...played(phase, position) });
    owners.forEach((owned, i) => {
      const year = 1901 + i;
      play(`S${year}M`);
      play(`F${year}M`);
      const isLast = i === owners.length - 1;
      const ownerOf = (at: number): Power | null => (isLast && solo !== null && at < 18 ? solo : (owned[at] ?? null));
      const most = POWERS.find(
        (power) => ids.filter((_, at) => ownerOf(at) === power).length >= 18 && !(isLast && solo === power),
      );
      const centers = forEveryPower((power) => ids.filter((_, at) => ownerOf(at) === power && power !== most));
      position = { ...position, centers, phase: `W${year}A` as Position['phase'] };
      if (isLast && (solo !== null || beforeWinter)) return;
      if (winters[i] === true) play(`W${year}A`);
      position = { ...position, phase: `S${year + 1}M` as Position['phase'] };
    });
    const maxYear = 1900 + owners.length + spare;
    if (solo !== null) position = { ...position, phase: 'COMPLETED', result: { kind: 'solo', winner: solo } };
    const ended: GameState['ended'] =
      draw && solo === null ? { type: 'game-ended', ending: 'draw', result: { kind: 'draw', powers: [...POWERS] } } : null;
    return { state: { ...game(position, history), ended }, maxYear };
  });

/** Computes the field's score from the phases of a saved game; the current phase is last. */
function scoresOfSave({ history, position }: GameState, maxYear: number): Readonly<Record<string, number>> {
  const phases = [
    ...history.map(({ phase, position: { centers } }) => ({ name: phase, centers })),
    { name: position.phase, centers: position.centers },
  ];
  const turnAt = (at: number): number => {
    for (let i = at; i >= 0; i--) {
      const year = parsePhase(phases[i]!.name)?.year;
      if (year !== undefined) return year - 1900;
    }
    throw new Error('a game has at least one phase with a year');
  };
  const span = maxYear - 1900;
  return Object.fromEntries(
    POWERS.map((power) => {
      const won = phases.findIndex(({ centers }) => centers[power].length >= 18);
      if (won >= 0) return [power, span + (span - turnAt(won)) + 18];
      const gone = phases.findIndex(({ centers }) => centers[power].length === 0);
      return [power, gone >= 0 ? turnAt(gone) : span + position.centers[power].length];
    }),
  );
}

describe('game scores', () => {
  it('give the lone winner the years that were left, and the years again', () => {
    const won = owning({ FRANCE: ['PAR'] }, { phase: 'COMPLETED', result: { kind: 'solo', winner: 'FRANCE' } });
    const state = game(won, [played('F1907M', startingPosition())]);

    expect(gameScores(state, 1910).FRANCE).toBe(10 + 3 + 18);
  });

  it('give a survivor the years and its centres, and an eliminated power its last year', () => {
    const end = owning({ FRANCE: ['PAR', 'BRE'], ITALY: ['ROM'] });
    const state = game(end, [played('F1902M', startingPosition()), played('W1902A', end), played('F1904M', end)]);
    const scores = gameScores(state, 1905);

    expect(scores.FRANCE).toBe(5 + 2);
    expect(scores.ITALY).toBe(5 + 1);
    expect(scores.TURKEY).toBe(2);
    expect(yearOfElimination(state, 'TURKEY')).toBe(1902);
    expect(yearOfElimination(state, 'FRANCE')).toBeNull();
  });

  it('score a game as AI_Diplomacy’s statistics score its save, however it ends', () => {
    fc.assert(
      fc.property(randomGame, ({ state, maxYear }) => {
        expect(gameScores(state, maxYear)).toEqual(scoresOfSave(state, maxYear));
      }),
    );
  });

  it('count a power without a centre as eliminated where a solo ends the game before Winter, with or without units on the board', () => {
    const won = owning(
      { FRANCE: ['PAR'] },
      {
        phase: 'COMPLETED',
        result: { kind: 'solo', winner: 'FRANCE' },
        units: forEveryPower((power) => (power === 'ITALY' ? ['A ROM'] : [])),
      },
    );
    const state = game(won, [played('S1905M', startingPosition()), played('F1905M', startingPosition())]);
    expect(gameScores(state, 1909).ITALY).toBe(5);
    expect(yearOfElimination(state, 'ITALY')).toBe(1905);
  });

  it('find a draw that the rules of the board do not know', () => {
    const end = owning({ FRANCE: ['PAR'], ITALY: ['ROM'], TURKEY: ['CON'] });
    const ended: GameState['ended'] = {
      type: 'game-ended',
      ending: 'draw',
      result: { kind: 'draw', powers: ['FRANCE', 'TURKEY'] },
    };
    expect(drawSize({ ...game(end, []), ended })).toMatchObject({ FRANCE: 0.5, ITALY: 0, TURKEY: 0.5 });
    expect(resultOfGame({ position: end, ended })).toEqual(ended.result);
    expect(resultOfGame({ position: end, ended: { type: 'game-ended', ending: 'max-year' } })).toBeNull();
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
