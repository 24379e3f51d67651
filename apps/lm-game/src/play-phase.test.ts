import { BotAgent, forEveryPower, gameProgram, type GameSettings } from '@entente/diplomacy-game';
import { randomBot } from '@entente/diplomacy-rules';
import { nodeClock } from '@entente/llm-clients';
import { createMemoryStore, replayRun, startRun } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { playPhase } from './play-phase.js';

const settings: GameSettings = {
  maxYear: 1902,
  negotiationRounds: 2,
  adaptiveRounds: false,
  planning: true,
  phaseSummaries: false,
  rulebook: 'python-compatible',
};

describe('a game of bots', () => {
  it('is played to its last year and replays', async () => {
    const store = createMemoryStore();
    const program = gameProgram(
      {
        settings,
        seats: forEveryPower(() => ({ model: 'bot:random' })),
        agents: forEveryPower((power) => new BotAgent({ power, bot: randomBot })),
      },
      playPhase,
    );
    const outcome = await startRun(program, {
      store,
      clock: nodeClock,
      packageVersion: 'test',
      runId: 'game',
      description: { spec: {}, seed: '1', replicate: 0 },
    });

    if (outcome.status !== 'completed') throw outcome.error;
    expect(outcome.state.ended).toEqual({ type: 'game-ended', ending: 'max-year' });
    expect(outcome.state.history.at(0)?.phase).toBe('S1901M');
    expect(outcome.state.position.phase).toBe('S1903M');
    expect(outcome.asked).toBe(0);
    const replayed = await replayRun(program, 'game', store);
    expect(replayed.state).toEqual(outcome.state);
  });
});
