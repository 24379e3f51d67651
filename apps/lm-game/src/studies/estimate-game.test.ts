import { forEveryPower, type GameSettings } from '@entente/diplomacy-game';
import { POWERS } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { ASSUMED_LEVEL_MS, type EstimatedGame, estimateGame } from './estimate-game.js';

const settings: GameSettings = {
  maxYear: 1901,
  negotiationRounds: 2,
  adaptiveRounds: false,
  planning: true,
  phaseSummaries: false,
  rulebook: 'python-compatible',
};
const model = (provider: string) => ({ provider, modelId: provider });
const gameOf = (changed: Partial<GameSettings> = {}, provider = 'openai'): EstimatedGame => ({
  settings: { ...settings, ...changed },
  seats: forEveryPower(() => ({ model: model(provider) })),
});
const free = { costOf: () => 0 };
const callsOf = (game: EstimatedGame) =>
  Object.fromEntries(estimateGame(game, free).byPrompt.map(({ prompt, calls }) => [prompt, calls]));

describe('what a game takes', () => {
  it('is counted as the stages of a phase have it', () => {
    // Two movement phases of 1901 with seven powers each; 6.6 of them usually have something to build in the first Winter.
    expect(callsOf(gameOf())).toEqual({
      'initialize-agent': 7,
      'write-messages': 2 * 2 * 7,
      'make-plan': 2 * 7,
      'negotiation-diary': 2 * 7,
      'write-orders': 2 * 7 + 7,
      'phase-diary': 2 * 7,
      'update-state': 2 * 7,
    });
  });

  it('has no negotiation diary without press, and consolidates from the second year on', () => {
    const calls = callsOf(gameOf({ maxYear: 1903, negotiationRounds: 0, planning: false }));
    expect(calls['write-messages']).toBeUndefined();
    expect(calls['negotiation-diary']).toBeUndefined();
    expect(calls['make-plan']).toBeUndefined();
    expect(calls['consolidate-diary']).toBe(2 * 7);
  });

  it('asks a formatter after each of five kinds of call in two-step mode, and a narrator about every phase', () => {
    const game = gameOf({ phaseSummaries: true });
    const calls = callsOf({ ...game, formatter: model('small'), narrator: model('small') });
    expect(calls).toMatchObject({
      'format-initialize-agent': 7,
      'format-messages': 28,
      'format-negotiation-diary': 14,
      'format-orders': 21,
      'format-update-state': 14,
      'summarize-phase': 3,
    });
    const [one, two] = [game, { ...game, formatter: 'own' as const }].map((each) => estimateGame(each, free).levels);
    expect(two).toBeGreaterThan(one ?? Infinity);
  });

  it('ends after the phase that it is to end after', () => {
    expect(callsOf(gameOf({ maxYear: 1905, endAtPhase: 'S1901M' }))['phase-diary']).toBe(7);
    expect(callsOf(gameOf({ maxYear: 1905, endAtPhase: 'F1901M' }))['phase-diary']).toBe(14);
  });

  it('leaves out who is no model', () => {
    const seats = forEveryPower((power) => ({
      model: model(power === 'FRANCE' ? 'openai' : power === 'ITALY' ? 'human' : 'bot'),
    }));
    expect(callsOf({ settings, seats })).toMatchObject({ 'initialize-agent': 1, 'write-messages': 4, 'write-orders': 3 });
    expect(estimateGame(gameOf({}, 'bot'), free)).toMatchObject({ calls: 0, levels: 0, timeMs: 0, costUsd: 0, byPrompt: [] });
  });

  it('costs what every call costs, by who is asked', () => {
    const seats = forEveryPower((power) => ({ model: model(power === POWERS[0] ? 'dear' : 'cheap') }));
    const perCall = { costOf: ({ provider }: { provider: string }) => (provider === 'dear' ? 10 : 1) };
    const estimate = estimateGame({ settings, seats }, perCall);
    expect(estimate.costUsd).toBeCloseTo((111.6 / 7) * (10 + 6), 6);
    const unknown = { costOf: ({ provider }: { provider: string }) => (provider === 'dear' ? null : 1) };
    expect(estimateGame({ settings, seats }, unknown).costUsd).toBeNull();
  });

  it('takes as many levels as calls follow one another, and no time where nobody real is asked', () => {
    // Setup; in each phase two rounds, diary, orders and two of looking back: 1 + 2 (2 + 1 + 1 + 2).
    const estimate = estimateGame(gameOf(), free);
    expect(estimate.levels).toBe(13);
    expect(estimate.timeMs).toBe(13 * ASSUMED_LEVEL_MS);
    expect(estimateGame(gameOf(), { ...free, levelMs: 200 }).timeMs).toBe(2600);
    expect(estimateGame(gameOf({}, 'offline'), free)).toMatchObject({ levels: 13, timeMs: 0 });
  });

  it('reads more in later years and after more talk', () => {
    const perCall = (changed: Partial<GameSettings>): number => {
      const { inputTokens, calls } =
        estimateGame(gameOf(changed), free).byPrompt.find(({ prompt }) => prompt === 'write-orders') ?? {};
      return (inputTokens ?? NaN) / (calls ?? NaN);
    };
    expect(perCall({ maxYear: 1906 })).toBeGreaterThan(perCall({}));
    expect(perCall({ negotiationRounds: 5 })).toBeGreaterThan(perCall({}));
  });
});
