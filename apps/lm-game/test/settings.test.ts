import {
  BotAgent,
  DiplomacyAgent,
  forEveryPower,
  type GameSettings,
  type GameState,
  gameProgram,
  PhaseNarrator,
  PROMPT_SETS,
  type PromptSet,
  readPromptFolder,
} from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { greedyBot, parsePhase, POWERS } from '@entente/diplomacy-rules';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { createMemoryStore, replayRun, type Schedule, startRun } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { playPhase } from '../src/play-phase.js';
import { pairwise, type Row } from './pairwise.js';
import { areLegal } from './scripted-agent.js';

const FACTORS = {
  negotiationRounds: [0, 1, 3],
  adaptiveRounds: [false, true],
  planning: [false, true],
  phaseSummaries: [false, true],
  rulebook: ['python-compatible', '2023', 'droidippy'],
  prompts: ['default', 'simple', 'single texts of a folder', 'a whole context of a folder', 'one power in other words'],
  twoSteps: [false, true],
  bots: [0, 2],
  schedule: ['concurrent', 'sequential', 'barriers'],
} as const;

type Settings = Row<typeof FACTORS>;

const FOLDERS = {
  'single texts of a folder': {
    'system_prompt.txt': 'Seven powers, thirty-four centres, no dice. Say what you are asked for and nothing more.',
    'conversation_instructions.txt': 'Write to whoever can help you, briefly.',
    'order_instructions_movement_phase.txt': 'One order for each of your units.',
  },
  'a whole context of a folder': {
    'context_prompt.txt':
      'You play {power_name} in {current_phase}.\nGoals: {agent_goals}\nOthers: {agent_relationships}\nDiary: {agent_private_diary}\nUnits: {all_unit_locations}\nCentres: {all_supply_centers}\nBefore: {order_history}\nSaid: {messages_this_round}\nYou can order:\n{possible_orders}\nNo braces are lost: {{}}',
  },
} as const;

function promptsOf(prompts: Settings['prompts']): PromptSet {
  switch (prompts) {
    case 'default':
    case 'simple':
      return PROMPT_SETS[prompts];
    case 'one power in other words':
      return { ...PROMPT_SETS.default, tasksByPower: { FRANCE: { messages: 'Charm them, in two sentences each.' } } };
    default:
      return readPromptFolder(FOLDERS[prompts], PROMPT_SETS.default);
  }
}

/** Plays an offline game with these settings to the end of a year, replays it, and gives its last state. */
async function play(settings: Settings, maxYear: number): Promise<GameState> {
  const { prompts, twoSteps, bots, schedule, ...rules } = settings;
  const model = createOfflineModel({ responders: diplomacyResponders, clock: nodeClock });
  const set = promptsOf(prompts);
  const game = gameProgram(
    {
      settings: { ...rules, maxYear } satisfies GameSettings,
      seats: forEveryPower(() => ({ model: 'offline' })),
      agents: forEveryPower((power) =>
        POWERS.indexOf(power) < bots
          ? new BotAgent({ power, bot: greedyBot })
          : new DiplomacyAgent({ power, model, prompts: set, ...(twoSteps && { formatter: model }) }),
      ),
      narrator: new PhaseNarrator({ model }),
    },
    playPhase,
  );
  const store = createMemoryStore();
  const outcome = await startRun(game, {
    store,
    clock: nodeClock,
    packageVersion: 'test',
    schedule: schedule satisfies Schedule,
    description: { spec: {}, seed: '1', replicate: 0 },
  });
  if (outcome.status !== 'completed') throw outcome.error;
  expect((await replayRun(game, outcome.runId, store)).state).toEqual(outcome.state);
  return outcome.state;
}

function expectSound(state: GameState, { negotiationRounds, phaseSummaries, bots, prompts }: Settings): void {
  const { history, missing, defaulted, agents, summaries } = state;
  expect(missing).toEqual([]);
  expect(defaulted).toEqual([]);
  for (const { position, orders } of history) {
    for (const power of POWERS) expect(areLegal(position, power, orders[power] ?? [])).toBe(true);
  }
  const said = history.reduce((sum, { press }) => sum + press.length, 0);
  // In a user's own context the offline diplomat finds nothing to talk about.
  if (prompts !== 'a whole context of a folder') expect(said > 0).toBe(negotiationRounds > 0);
  expect(Object.keys(summaries)).toHaveLength(phaseSummaries ? history.length : 0);
  const kinds = new Set(agents.TURKEY.diary.map(({ kind }) => kind));
  expect(kinds.has('negotiation')).toBe(negotiationRounds > 0);
  expect(kinds.has('orders') && kinds.has('phase-result')).toBe(true);
  expect(agents.AUSTRIA.diary.length > 0).toBe(bots === 0);
}

describe('a game to 1902', () => {
  const table = pairwise(FACTORS);

  it('is played with every two settings together', () => {
    const values = (row: Settings): string[] => Object.entries(row).map(([name, value]) => `${name}=${String(value)}`);
    const met = new Set(table.flatMap((row) => values(row).flatMap((a) => values(row).map((b) => `${a}&${b}`))));
    const names = Object.entries(FACTORS).map(([name, all]) => all.map((value) => `${name}=${String(value)}`));
    names.forEach((one, at) =>
      names.slice(at + 1).forEach((other) => {
        for (const a of one) for (const b of other) expect(met).toContain(`${a}&${b}`);
      }),
    );
    expect(table.length).toBeLessThan(24);
  });

  it.each(table.map((row) => [JSON.stringify(row), row] as const))('%s', async (_name, row) => {
    const state = await play(row, 1902);
    expect(state.history.some(({ phase }) => (parsePhase(phase)?.year ?? 0) === 1902)).toBe(true);
    expectSound(state, row);
  });
});

describe('a game to 1910', () => {
  const usual: Settings = {
    negotiationRounds: 1,
    adaptiveRounds: false,
    planning: true,
    phaseSummaries: false,
    rulebook: 'python-compatible',
    prompts: 'default',
    twoSteps: false,
    bots: 0,
    schedule: 'concurrent',
  };

  it.each([
    ['asks once for what has a shape', usual],
    ['asks in two steps', { ...usual, twoSteps: true }],
  ] as const)('%s', async (_name, row) => {
    const state = await play(row, 1910);
    expect(state.ended?.ending).toMatch(/max-year|solo/);
    expectSound({ ...state, agents: { ...state.agents, TURKEY: state.agents[lastAlive(state)] } }, row);
    expect(state.agents[lastAlive(state)].consolidated?.throughYear).toBeGreaterThanOrEqual(1907);
  });
});

/** Somebody who is still there to tell of it. */
const lastAlive = ({ position }: GameState): (typeof POWERS)[number] =>
  POWERS.reduce((most, power) => (position.centers[power].length > position.centers[most].length ? power : most));
