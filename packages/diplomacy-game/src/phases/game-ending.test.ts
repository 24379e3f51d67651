import { type Phase, POWERS, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { comparePhases, type GameSettings, type GameState, initialGameState } from '../state/index.js';
import { gameEnding } from './game-ending.js';

const settings: GameSettings = {
  maxYear: 1903,
  negotiationRounds: 0,
  adaptiveRounds: false,
  planning: false,
  phaseSummaries: false,
  rulebook: 'python-compatible',
};

/** Builds a game whose next phase is `phase`. */
const before = (phase: Phase, changed: Partial<GameSettings> = {}): GameState => {
  const position = { ...startingPosition(), phase };
  const played = { phase: 'S1901M', position, orders: {}, outcomes: [], press: [] };
  return { ...initialGameState, settings: { ...settings, ...changed }, position, history: [played] };
};

describe('a game', () => {
  it('goes on through the Winter of its last year, and ends after it', () => {
    expect(gameEnding(before('W1903A'))).toBeNull();
    expect(gameEnding(before('S1904M'))).toEqual({ type: 'game-ended', ending: 'max-year' });
  });

  it('plays the phase it is to end at, and ends after it even if that phase was skipped', () => {
    expect(gameEnding(before('F1901M', { endAtPhase: 'F1901M' }))).toBeNull();
    expect(gameEnding(before('W1901A', { endAtPhase: 'F1901M' }))).toMatchObject({ ending: 'end-at-phase' });
    expect(gameEnding(before('S1902M', { endAtPhase: 'F1901R' }))).toMatchObject({ ending: 'end-at-phase' });
  });

  it('is over when somebody has won', () => {
    const state = before('F1901M');
    const result = { kind: 'solo', winner: 'ITALY' } as const;
    expect(gameEnding({ ...state, position: { ...state.position, phase: 'COMPLETED', result } })).toEqual({
      type: 'game-ended',
      ending: 'solo',
      result,
    });
  });

  it('is a draw between the survivors once no centre has changed hands for the given number of years', () => {
    const { position } = before('S1904M');
    const spring = (year: number, centers = position.centers) => ({
      phase: `S${year}M`,
      position: { ...position, phase: `S${year}M` as Phase, centers },
      orders: {},
      outcomes: [],
      press: [],
    });
    const taken = { ...position.centers, ITALY: [...position.centers.ITALY, 'TUN'] };
    const game = (history: GameState['history'], phase: Phase = 'S1904M') => ({
      ...before(phase, { maxYear: 1910, drawAfterYears: 2 }),
      history,
    });
    expect(gameEnding(game([spring(1901, taken), spring(1902), spring(1903)]))).toEqual({
      type: 'game-ended',
      ending: 'draw',
      result: { kind: 'draw', powers: POWERS },
    });
    expect(gameEnding(game([spring(1901), spring(1902, taken), spring(1903)]))).toBeNull();
    expect(gameEnding(game([spring(1903)]))).toBeNull();
    expect(gameEnding(game([spring(1902), spring(1903)], 'F1904M'))).toBeNull();
    expect(gameEnding({ ...game([spring(1902), spring(1903)]), settings: { ...settings, maxYear: 1910 } })).toBeNull();
  });

  it('does not end before it has begun', () => {
    expect(gameEnding({ ...before('S1904M'), history: [] })).toBeNull();
  });
});

describe('phases', () => {
  it('are compared in the order of play', () => {
    const inOrder = ['S1901M', 'S1901R', 'F1901M', 'F1901R', 'W1901A', 'S1902M', 'COMPLETED'];
    expect([...inOrder].reverse().sort(comparePhases)).toEqual(inOrder);
    expect(comparePhases('S1901M', 'S1901M')).toBe(0);
  });
});
