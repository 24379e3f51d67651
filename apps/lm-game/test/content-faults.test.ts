import type { GameFact, GameState } from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import type { ReplyMissing } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import { nodeClock } from '@entente/llm-clients';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { createMemoryStore, type JournalEntry, replayRun, startRun } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { playOfflineGame } from './offline-game.js';
import { KILLED_GAME, KILLED_RUN, providerGame } from './provider-game.js';

const contentFaults = { malformed: 0.1, refusal: 0.05, truncated: 0.05 };

/** Every fact of a game, what was thought of a phase one by one. */
const factsOf = (entries: readonly JournalEntry[]): readonly GameFact[] =>
  entries
    .flatMap((entry) => (entry.type === 'fact-recorded' ? [entry.fact as unknown as GameFact] : []))
    .flatMap((fact): readonly GameFact[] => (fact.type === 'phase-analyzed' ? fact.written : [fact]));

const isMissing = (fact: GameFact): fact is ReplyMissing => fact.type.endsWith('-missing');

function expectStatisticsOf({ orderCounts, history, defaulted }: GameState): void {
  for (const power of POWERS) {
    const { valid, repaired, defaulted: lost } = orderCounts[power];
    const ordered = history.reduce((sum, { orders }) => sum + (orders[power]?.length ?? 0), 0);
    expect(valid + repaired).toBe(ordered);
    expect(lost).toBe(defaulted.filter((fact) => fact.power === power).reduce((sum, { units }) => sum + units.length, 0));
  }
}

describe('a game in which replies are broken, refused and cut', () => {
  it.each([
    ['with plans and summaries', { negotiationRounds: 2, planning: true, phaseSummaries: true }, false],
    ['in two steps', { negotiationRounds: 1 }, true],
    ['without press', { negotiationRounds: 0, planning: true }, false],
  ] as const)('%s is played to its end, has every loss on record with its reason, and replays', async (_, settings, twoSteps) => {
    const { state, entries, program, runId, store } = await playOfflineGame({ settings, twoSteps, contentFaults });
    expect(state.ended?.ending).toBe('max-year');
    const facts = factsOf(entries);
    const missing = facts.filter(isMissing);
    expect(missing.length).toBeGreaterThan(3);
    for (const { detail } of [...missing, ...state.defaulted])
      expect(detail).toMatch(/^offline:offline \(prompt [a-z-]+\) (?:declined|was cut|sent no usable)/);
    expect(state.missing).toEqual(missing);
    expectStatisticsOf(state);
    // A refusal is never asked again: each is a loss, and nothing else is.
    const refused = entries.filter((entry) => entry.type === 'answer-recorded' && entry.result.finishReason === 'refusal').length;
    const lost = [...missing, ...state.defaulted].filter(({ reason }) => reason === 'refusal').length;
    expect(lost).toBe(refused);
    const replayed = await replayRun(program, runId, store);
    expect(replayed.complete).toBe(true);
    expect(replayed.state).toEqual(state);
  });

  it('is the same game behind a provider', async () => {
    const provider = await startSimulatedProvider({ strict: true, responders: diplomacyResponders, faults: contentFaults });
    try {
      const outcome = await startRun(providerGame(provider.openAiUrl), {
        store: createMemoryStore(),
        clock: nodeClock,
        packageVersion: 'test',
        description: KILLED_RUN,
      });
      if (outcome.status !== 'completed') throw outcome.error;
      const inProcess = await playOfflineGame({ settings: KILLED_GAME, seed: KILLED_RUN.seed, contentFaults });
      expect(outcome.state.missing.length + outcome.state.defaulted.length).toBeGreaterThan(0);
      expect(outcome.state.history).toEqual(inProcess.state.history);
      const reasons = ({ missing, defaulted }: GameState) => [...missing, ...defaulted].map(({ type, reason }) => [type, reason]);
      expect(reasons(outcome.state)).toEqual(reasons(inProcess.state));
    } finally {
      await provider.close();
    }
  });
});
