import { greedyBot, type SavedGame, savedGameProblems, verifySavedGame } from '@entente/diplomacy-rules';
import { createMemoryStore, resumeRun } from '@entente/simulation-core';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import { readGameRecord } from '../record/game-record.js';
import { entriesOf, fileGameProgram, playFileGame, standingClock } from '../testing/file-game.js';
import { exportSavedGame, type GameSaveOptions, toGameSave } from './game-save.js';

interface AgentOnFile {
  readonly power_name: string;
  readonly model_id: string;
  readonly max_tokens: number;
  readonly goals: readonly string[];
  readonly relationships: Readonly<Record<string, string>>;
  readonly full_private_diary: readonly string[];
  readonly private_diary: readonly string[];
}

const stillGame = playFileGame();
const greedyGame = playFileGame({ bot: greedyBot });

const save = async (entries: readonly JournalEntry[], options: GameSaveOptions = {}): Promise<string> =>
  toGameSave(await readGameRecord('game', entries), options);
const parse = (text: string): SavedGame => JSON.parse(text) as SavedGame;
const phase = (game: SavedGame, name: string) => game.phases.find((each) => each.name === name)!;
const agent = (game: SavedGame, name: string, power: string): AgentOnFile =>
  (phase(game, name)['state_agents'] as Record<string, AgentOnFile>)[power]!;

describe('the saved game', () => {
  it('passes the rules and the Python package, with the current phase last', async () => {
    const { entries } = await greedyGame;
    const game = parse(await save(entries));
    expect(savedGameProblems(game)).toEqual([]);
    expect(verifySavedGame(game)).toMatchObject({ mismatches: [] });
    expect(game.phases.at(0)?.name).toBe('S1901M');
    expect(game.phases.at(-1)).toMatchObject({ name: 'S1903M', results: {} });
    expect(game.phases.at(-1)).not.toHaveProperty('state_agents');
    expect(game.rules).toEqual(['POWER_CHOICE']);
  });

  it('has the state of each power after the phase, its thoughts about the phase included', async () => {
    const { entries } = await stillGame;
    const game = parse(await save(entries));
    expect(agent(game, 'S1901M', 'FRANCE')).toEqual({
      power_name: 'FRANCE',
      model_id: 'toy:cockatoo',
      max_tokens: 500,
      goals: ['Goal after S1901M'],
      relationships: {
        AUSTRIA: 'Neutral',
        ENGLAND: 'Neutral',
        GERMANY: 'Unfriendly',
        ITALY: 'Neutral',
        RUSSIA: 'Neutral',
        TURKEY: 'Neutral',
      },
      full_private_diary: ['[S1901M] Talk of S1901M.', '[S1901M] Reasons of S1901M.', '[S1901M] Result of S1901M.'],
      private_diary: ['[S1901M] Talk of S1901M.', '[S1901M] Reasons of S1901M.', '[S1901M] Result of S1901M.'],
    });
    expect(phase(game, 'S1901M')['agent_relationships']).toMatchObject({ FRANCE: { GERMANY: 'Unfriendly', ITALY: 'Neutral' } });
    expect(agent(game, 'F1901M', 'FRANCE').full_private_diary).toEqual([
      '[F1901M] Talk of F1901M.',
      '[F1901M] Reasons of F1901M.',
      '[F1901M] Result of F1901M.',
    ]);
    expect(game['final_agent_states']).toMatchObject({
      FRANCE: { goals: ['Goal after F1902M'], relationships: { GERMANY: 'Unfriendly' } },
    });
  });

  it('has whole diaries in the last completed phase, with consolidated years as one text', async () => {
    const { entries } = await playFileGame({ settings: { maxYear: 1904 } });
    const game = parse(await save(entries));
    const { full_private_diary: diary, private_diary: memory } = agent(game, 'F1904M', 'FRANCE');
    expect(diary).toHaveLength(8 * 3);
    expect(diary[0]).toBe('[S1901M] Talk of S1901M.');
    // Values at the start of Spring are in force a year later.
    expect(memory[0]).toBe('[CONSOLIDATED HISTORY] Through 1902.');
    expect(memory.slice(1).map((entry) => entry.slice(1, 7))).toEqual(
      ['S1903M', 'F1903M', 'S1904M', 'F1904M'].flatMap((name) => [name, name, name]),
    );
    expect(agent(game, 'S1903M', 'FRANCE').private_diary[0]).toBe('[CONSOLIDATED HISTORY] Through 1901.');
    expect(agent(game, 'F1903M', 'FRANCE').private_diary).toHaveLength(3);
  });

  it('has the settings on its first and last completed phase, or on all of them', async () => {
    const { entries } = await stillGame;
    const withConfig = (game: SavedGame) => game.phases.filter((each) => 'config' in each).map(({ name }) => name);
    expect(withConfig(parse(await save(entries)))).toEqual(['S1901M', 'F1902M']);
    const whole = parse(await save(entries, { diariesInSave: true }));
    expect(withConfig(whole)).toEqual(['S1901M', 'F1901M', 'S1902M', 'F1902M']);
    expect(phase(whole, 'S1901M')['config']).toMatchObject({
      max_year: 1902,
      num_negotiation_rounds: 2,
      models: 'toy:parrot,toy:parrot,toy:cockatoo,toy:parrot,toy:parrot,toy:parrot,toy:parrot',
      planning_phase: true,
      max_tokens: 500,
      seed_base: 7,
    });
  });

  it('passes the predecessor’s validation', async () => {
    const { entries } = await greedyGame;
    for (const { name, state, orders, results, messages } of parse(await save(entries)).phases) {
      expect(state).toMatchObject({ name, phase: name, game_id: 'game' });
      expect([orders, results, messages].every((value) => typeof value === 'object')).toBe(true);
      for (const code of Object.values(results ?? {}).flat())
        expect(['', 'void', 'bounce', 'cut', 'dislodged', 'disband', 'no convoy']).toContain(code);
    }
  });

  it('has results by power and kind of order, and summaries of phases', async () => {
    const { entries } = await greedyGame;
    const game = parse(await save(entries));
    for (const { name, orders, results = {}, ...rest } of game.phases.slice(0, -1)) {
      const told = Object.entries(rest['order_results'] as Record<string, Record<string, { order: string; result: string }[]>>);
      for (const [power, byKind] of told) {
        const lines = Object.values(byKind).flat();
        expect(lines.map(({ order }) => order).sort(), name).toEqual([...(orders[power] ?? [])].sort());
        for (const { order, result } of lines) {
          const code = results[order.split(' ').slice(0, 2).join(' ')]?.[0];
          expect(result).toBe(code === '' || code === undefined ? 'success' : code === 'void' ? 'void: no effect' : code);
        }
      }
    }
    expect(phase(game, 'S1901M')).toMatchObject({ summary: 'What happened in S1901M.', state_phase_summaries: {} });
    expect(game['phase_summaries']).toMatchObject({ S1901M: 'What happened in S1901M.' });
  });

  it('keeps waived builds out', async () => {
    const { entries } = await playFileGame({ bot: greedyBot, settings: { maxYear: 1903 } });
    const waiving = entries.map((entry) =>
      entry.type === 'fact-recorded' && entry.fact.type === 'orders-submitted' && String(entry.fact['phase']).endsWith('A')
        ? { ...entry, fact: { ...entry.fact, orders: ['WAIVE'] } }
        : entry,
    );
    expect(JSON.stringify(waiving)).toContain('WAIVE');
    expect(await save(waiving)).not.toContain('"WAIVE"');
  });

  it('gives every message a later time than the one before', async () => {
    const { entries } = await stillGame;
    const game = parse(await save(entries));
    const messages = game.phases.flatMap(({ messages: own = [] }) => own);
    expect(messages.length).toBeGreaterThan(30);
    messages.forEach(({ time_sent: sent }, i) => expect(sent).toBeGreaterThan(messages[i - 1]?.time_sent ?? 0));
    expect(messages.every(({ time_sent: sent }) => Number.isSafeInteger(sent))).toBe(true);
    expect(messages.at(0)).toEqual({
      sender: 'AUSTRIA',
      recipient: 'ENGLAND',
      time_sent: Date.UTC(2024, 0, 1) * 1000,
      phase: 'S1901M',
      message: 'Peace, \\o/ in S1901M?',
    });
    expect(messages.some(({ recipient }) => recipient === 'GLOBAL')).toBe(true);
  });

  it('grows by the same amount every year, and by more every year with all diaries in it', async () => {
    const { entries } = await playFileGame({ settings: { maxYear: 1910 } });
    const sizes = (text: string) => {
      const { phases } = parse(text);
      return [1903, 1909].map((year) => JSON.stringify(phases.filter(({ name }) => name.includes(String(year)))).length);
    };
    const [early = 0, late = 0] = sizes(await save(entries));
    expect(late).toBe(early);
    const [earlyWhole = 0, lateWhole = 0] = sizes(await save(entries, { diariesInSave: true }));
    expect(lateWhole).toBeGreaterThan(earlyWhole * 1.5);
  });

  it('is the same text for the same journal, and for a run that was interrupted anywhere and resumed', async () => {
    const { entries } = await greedyGame;
    const text = await save(entries);
    expect(await save(entries)).toBe(text);
    for (const share of [0.1, 0.35, 0.6, 0.9]) {
      const store = createMemoryStore();
      const writer = await store.openWriter('game', 'create');
      entries.slice(0, Math.floor(entries.length * share)).forEach((entry) => writer.append(entry));
      await writer.close();
      const outcome = await resumeRun(fileGameProgram(undefined, greedyBot), 'game', {
        store,
        clock: standingClock,
        packageVersion: 'test',
      });
      expect(outcome.status).toBe('completed');
      expect(await save(await entriesOf(store, 'game'))).toBe(text);
    }
  });

  it('can be written of a game under way, at any entry', async () => {
    const { entries } = await greedyGame;
    for (let count = 1; count < entries.length; count += 37) {
      const game = parse(await save(entries.slice(0, count)));
      expect(savedGameProblems(game)).toEqual([]);
      expect(verifySavedGame(game).mismatches).toEqual([]);
    }
  });

  it('does not count the record of a step before it was asked again', async () => {
    const { entries } = await stillGame;
    const at = entries.findIndex((entry) => entry.type === 'fact-recorded' && entry.fact.type === 'round-held') + 1;
    const reasked: JournalEntry = { type: 'step-reasked', v: 1, step: 'S1901M', at: 0 };
    const from = entries.findIndex((entry) => entry.type === 'step-started' && entry.step === 'S1901M');
    const again = [...entries.slice(0, at), reasked, ...entries.slice(from)];
    expect(await save(again)).toBe(await save(entries));
  });
});

describe('the exported game', () => {
  it('has only keys that the Python package knows', async () => {
    const { entries } = await greedyGame;
    const game = exportSavedGame(await readGameRecord('game', entries));
    expect(Object.keys(game)).toEqual(['id', 'map', 'rules', 'phases']);
    for (const each of game.phases) expect(Object.keys(each)).toEqual(['name', 'state', 'orders', 'results', 'messages']);
    expect(savedGameProblems(game)).toEqual([]);
    expect(verifySavedGame(game).mismatches).toEqual([]);
  });
});
