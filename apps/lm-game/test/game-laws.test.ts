import { gameProgram, type GameSettings, type GameState } from '@entente/diplomacy-game';
import { POWERS } from '@entente/diplomacy-rules';
import { type Clock } from '@entente/llm-clients';
import {
  createMemoryStore,
  type JournalEntry,
  type JournalStore,
  measureRun,
  replayRun,
  resumeRun,
  startRun,
} from '@entente/simulation-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playPhase } from '../src/play-phase.js';
import { areLegal, digestingModel, scriptedSettings, scriptedTable } from './scripted-agent.js';

let instant = 0;
const clock: Clock = { now: () => ++instant, sleep: () => Promise.reject(new Error('nobody waits here')) };
const options = { clock, packageVersion: 'test', runId: 'game', description: { spec: {}, seed: '1', replicate: 0 } };

async function entriesOf(store: JournalStore): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of store.read('game')) entries.push(entry);
  return entries;
}

const factsOf = (entries: readonly JournalEntry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.type === 'fact-recorded' ? [JSON.stringify(entry.fact)] : []));

interface Played {
  readonly state: GameState;
  readonly entries: readonly JournalEntry[];
  readonly asked: readonly string[];
}

/** Plays the scripted game, or what is missing of it; with a scheduler its answers come in any order. */
async function play({
  scheduler,
  store = createMemoryStore(),
  settings = scriptedSettings,
  resume = false,
}: {
  readonly scheduler?: fc.Scheduler;
  readonly store?: JournalStore;
  readonly settings?: GameSettings;
  readonly resume?: boolean;
} = {}): Promise<Played> {
  const model = digestingModel(scheduler && ((answer) => scheduler.schedule(Promise.resolve()).then(answer)));
  const program = gameProgram(scriptedTable(model, { settings, bots: 1 }), playPhase);
  const running = resume ? resumeRun(program, 'game', { ...options, store }) : startRun(program, { ...options, store });
  const outcome = await (scheduler ? scheduler.waitFor(running) : running);
  if (outcome.status !== 'completed') throw outcome.error;
  return { state: outcome.state, entries: await entriesOf(store), asked: model.asked };
}

const undisturbed = await play();

describe('a game', () => {
  it('becomes the same whatever comes back first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { entries, state } = await play({ scheduler });
        expect(factsOf(entries)).toEqual(factsOf(undisturbed.entries));
        expect(state).toEqual(undisturbed.state);
      }),
      { numRuns: 40 },
    );
  });

  it('cut off anywhere goes on without asking anything twice, and becomes the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(), async (scheduler, cut) => {
        const kept = undisturbed.entries.slice(0, 1 + (cut % (undisturbed.entries.length - 1)));
        const store = createMemoryStore();
        const writer = await store.openWriter('game', 'create');
        for (const entry of kept) writer.append(entry);
        await writer.close();
        const resumed = await play({ scheduler, store, resume: true });
        const answered = kept.filter(({ type }) => type === 'answer-recorded').length;
        expect(resumed.asked.length).toBe(undisturbed.asked.length - answered);
        expect(resumed.state).toEqual(undisturbed.state);
        expect(factsOf(resumed.entries)).toEqual(factsOf(undisturbed.entries));
      }),
      { numRuns: 40 },
    );
  });

  it('replays from its record, and its state is plain data', async () => {
    const store = createMemoryStore();
    const { state } = await play({ store });
    const replayed = await replayRun(gameProgram(scriptedTable(digestingModel(), { bots: 1 }), playPhase), 'game', store);
    expect(replayed.complete).toBe(true);
    expect(replayed.state).toEqual(state);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('asks in as many steps one after the other as the longest chain has', async () => {
    // Setup 1; Spring and Fall: two rounds, diary, orders, and diary and update of the phase, beside which retreats and builds are ordered.
    const { levels } = await measureRun(undisturbed.entries);
    const repeats = undisturbed.entries.filter((entry) => entry.type === 'answer-recorded' && /#[1-9]/.test(entry.path)).length;
    expect(repeats).toBeGreaterThan(0);
    expect(levels).toBeGreaterThanOrEqual(1 + 2 * 6);
    expect(levels).toBeLessThanOrEqual(1 + 2 * 7 + 2);
  });

  it('has only legal orders on record, and says what was wrong with the others', () => {
    const { history, orderCounts } = undisturbed.state;
    for (const { position, orders } of history) {
      for (const power of POWERS) expect(areLegal(position, power, orders[power] ?? [])).toBe(true);
    }
    const sum = (key: 'illegal' | 'repaired') => POWERS.reduce((total, power) => total + orderCounts[power][key], 0);
    expect(sum('illegal')).toBeGreaterThan(0);
    expect(sum('repaired')).toBeGreaterThan(0);
  });

  it('keeps what was thought of a phase from the orders of the phases beside it', () => {
    const thought = undisturbed.state.agents.FRANCE.diary.find(
      ({ phase, kind }) => phase === 'F1901M' && kind === 'phase-result',
    );
    const seenBy = undisturbed.asked.filter((text) => text.includes(thought?.text ?? ''));
    expect(thought).toBeDefined();
    expect(seenBy.every((text) => text.startsWith('update FRANCE'))).toBe(true);
  });
});

describe('years of diary', () => {
  it('become one text each Spring, of the text before and one year, and the last year stays', async () => {
    const { state, asked } = await play({ settings: { ...scriptedSettings, maxYear: 1904, negotiationRounds: 1 } });
    const { diary, consolidated } = state.agents.FRANCE;
    expect(consolidated?.throughYear).toBe(1902);
    expect([...new Set(diary.map(({ phase }) => phase.slice(1, 5)))]).toEqual(['1903', '1904']);
    const consolidations = asked.filter((text) => text.startsWith('consolidate FRANCE'));
    expect(consolidations).toHaveLength(2); // none in the last year: nobody would read it
    expect(consolidations[1]).not.toContain('S1901M');
    const later = asked.find((text) => text.startsWith('messages FRANCE') && text.includes('"position":{"phase":"F1902M"'));
    expect(later).toContain('"diary":[{"phase":"S1901M"');
  });
});
