import { gameProgram, type OrderComplaints, type PowerAgent, type PowerMind } from '@entente/diplomacy-game';
import {
  forEveryPower,
  type GameFact,
  type GameSettings,
  type GameSpec,
  type GameState,
  type Observation,
} from '@entente/diplomacy-game/state';
import { type Bot, formatOrder, holdBot, type Power, POWERS, seededRandom } from '@entente/diplomacy-rules';
import { type Clock, type LanguageModel, modelCallUnstructured } from '@entente/llm-clients';
import { NO_USAGE } from '@entente/llm-clients/contract';
import { createMemoryStore, type Json, type Program, type Scope, startRun } from '@entente/simulation-core';
import type { JournalEntry, JournalStore } from '@entente/simulation-core/journal';
import { playInTurn } from './play-in-turn.js';

export const FILE_GAME_SETTINGS: GameSettings = {
  maxYear: 1902,
  negotiationRounds: 2,
  adaptiveRounds: false,
  planning: true,
  phaseSummaries: true,
  rulebook: 'python-compatible',
};

/** Clock that stands still, so that two runs of one game have the same journal. */
export const standingClock: Clock = { now: () => Date.UTC(2024, 0, 1), sleep: async () => {} };

/** Model that repeats the quote at the end of its prompt, and refuses `REFUSE`. The first attempt always fails. */
export const parrot: LanguageModel = {
  provider: 'toy',
  modelId: 'parrot',
  generate: async ({ messages }) => {
    const asked = messages.flatMap(({ parts }) => parts.map(({ text }) => text)).join('\n');
    const text = /"([^"]*)"$/.exec(asked)?.[1] ?? '';
    return {
      text,
      finishReason: text === 'REFUSE' ? 'refusal' : 'stop',
      usage: { ...NO_USAGE, inputTokens: 100, cacheReadTokens: 40, outputTokens: 7 },
      latencyMs: 250,
      attempts: [
        { outcome: 'rate-limited', latencyMs: 5, status: 429 },
        { outcome: 'answered', latencyMs: 250 },
      ],
      droppedParameters: [],
    };
  },
};

/**
 * Agent with fixed replies, which a model repeats. ENGLAND writes an illegal order and corrects it when asked again, GERMANY writes to an
 * unknown power, ITALY refuses to negotiate and to write a diary about it, TURKEY never orders its first unit.
 */
class ParrotAgent implements PowerAgent, PowerMind {
  readonly mind = this;
  readonly #bot: Bot;

  constructor(
    readonly power: Power,
    bot: Bot,
  ) {
    this.#bot = bot;
  }

  async initialize(scope: Scope): ReturnType<PowerMind['initialize']> {
    return { goals: [await this.#say(scope, 'initialize-agent', 'Live on.')], relationships: { [next(this.power)]: 'Friendly' } };
  }

  async writeMessages(scope: Scope, { position, roundsHeld }: Observation): ReturnType<PowerAgent['writeMessages']> {
    const text = await this.#say(
      scope,
      'write-messages',
      this.power === 'ITALY' ? 'REFUSE' : `Peace, \\o/ in ${position.phase}?`,
    );
    const recipient = this.power === 'GERMANY' ? 'PRUSSIA' : roundsHeld === 0 ? next(this.power) : 'GLOBAL';
    return { messages: [{ recipient, text }], done: false };
  }

  makePlan(scope: Scope): Promise<string> {
    return this.#say(scope, 'make-plan', 'Forward.');
  }

  async reviewNegotiation(scope: Scope, { position }: Observation): ReturnType<PowerMind['reviewNegotiation']> {
    const said = this.power === 'ITALY' ? 'REFUSE' : `Talk of ${position.phase}.`;
    return { diary: await this.#say(scope, 'negotiation-diary', said), relationships: { [next(this.power)]: 'Ally' } };
  }

  async writeOrders(
    scope: Scope,
    { position }: Observation,
    complaints?: OrderComplaints,
  ): ReturnType<PowerAgent['writeOrders']> {
    const orders = this.#bot(position, this.power, { random: seededRandom(position.phase) }).map(formatOrder);
    const isMovement = position.phase.endsWith('M');
    if (isMovement && this.power === 'ENGLAND' && !complaints) orders[0] = 'A LON - MOS';
    if (isMovement && this.power === 'TURKEY') orders.shift();
    const said = await this.#say(scope, 'write-orders', orders.join('; '));
    return { orders: said.split('; '), reasoning: `Reasons of ${position.phase}.` };
  }

  async reviewPhase(scope: Scope, { record }: Parameters<PowerMind['reviewPhase']>[1]): Promise<string> {
    return this.#say(scope, 'phase-diary', `Result of ${record.phase}.`);
  }

  async updateState(scope: Scope, { record }: Parameters<PowerMind['updateState']>[1]): ReturnType<PowerMind['updateState']> {
    await this.#say(scope, 'update-state', 'Colder.');
    return { goals: [`Goal after ${record.phase}`], relationships: { [next(this.power)]: 'Unfriendly' } };
  }

  async consolidateDiary(scope: Scope, { throughYear }: Parameters<PowerMind['consolidateDiary']>[1]): Promise<string> {
    return this.#say(scope, 'consolidate-diary', `Through ${throughYear}.`);
  }

  #say(scope: Scope, name: string, text: string): Promise<string> {
    const messages = [
      { role: 'system' as const, parts: [{ kind: 'stable' as const, text: 'The rules.' }] },
      { role: 'user' as const, parts: [{ kind: 'tail' as const, text: `${this.power}, say "${text}"` }] },
    ];
    return modelCallUnstructured(scope.recorded(parrot), messages, { label: { name, version: '1' } });
  }
}

const next = (power: Power): Power => POWERS[(POWERS.indexOf(power) + 1) % POWERS.length] ?? 'AUSTRIA';

/** Spec in the header of the scripted game. */
export const fileGameSpec = (settings: GameSettings = FILE_GAME_SETTINGS): GameSpec => ({
  settings,
  seats: forEveryPower((power) => ({
    model: {
      provider: 'toy',
      modelId: power === 'FRANCE' ? 'cockatoo' : 'parrot',
      baseUrl: null,
      sampling: { maxOutputTokens: 500 },
    },
    promptSet: 'default',
  })),
  formatter: null,
  narrator: { provider: 'toy', modelId: 'narrator', baseUrl: null },
  promptSets: { default: { digest: 'd1' } },
});

export function fileGameProgram(settings: GameSettings = FILE_GAME_SETTINGS, bot: Bot = holdBot): Program<GameState, GameFact> {
  return gameProgram(
    {
      settings,
      seats: forEveryPower(() => ({ model: 'toy:parrot' })),
      agents: forEveryPower((power) => new ParrotAgent(power, bot)),
      narrator: { summarizePhase: async (_scope, { phase }) => `What happened in ${phase}.` },
    },
    playInTurn,
  );
}

export interface FileGame {
  readonly store: JournalStore;
  readonly runId: string;
  readonly entries: readonly JournalEntry[];
}

/** Plays the scripted game to its end. */
export async function playFileGame({
  settings = {},
  bot = holdBot,
  store = createMemoryStore(),
  runId = 'game',
  clock = standingClock,
}: {
  readonly settings?: Partial<GameSettings>;
  readonly bot?: Bot;
  readonly store?: JournalStore;
  readonly runId?: string;
  readonly clock?: Clock;
} = {}): Promise<FileGame> {
  const all = { ...FILE_GAME_SETTINGS, ...settings };
  const outcome = await startRun(fileGameProgram(all, bot), {
    store,
    clock,
    packageVersion: 'test',
    runId,
    description: { spec: JSON.parse(JSON.stringify(fileGameSpec(all))) as Json, seed: '7', replicate: 0 },
  });
  if (outcome.status !== 'completed') throw outcome.error;
  return { store, runId, entries: await entriesOf(store, runId) };
}

export async function entriesOf(store: JournalStore, runId: string): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(runId)) entries.push(entry);
  return entries;
}
