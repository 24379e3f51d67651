import { BotAgent, gameProgram, type PowerAgent, type PowerMind } from '@entente/diplomacy-game';
import {
  forEveryPower,
  type GameFact,
  type GameSettings,
  type GameState,
  type Observation,
  type Relationship,
} from '@entente/diplomacy-game/state';
import { formatOrder, greedyBot, legalOrdersOfPower, type Power, POWERS, seededRandom } from '@entente/diplomacy-rules';
import type { Clock, LanguageModel } from '@entente/llm-clients';
import { createMemoryStore, type Program, type Scope, startRun } from '@entente/simulation-core';
import type { JournalEntry, JournalStore } from '@entente/simulation-core/journal';
import { playInTurn } from './play-in-turn.js';

/** Powers that talk in `playPressGame`; the others are bots. */
export const TALKERS: readonly Power[] = ['ENGLAND', 'FRANCE', 'GERMANY'];

export const PRESS_SETTINGS: GameSettings = {
  maxYear: 1902,
  negotiationRounds: 2,
  adaptiveRounds: false,
  planning: true,
  phaseSummaries: false,
  rulebook: 'python-compatible',
};

/** Clock that advances by a second at each reading. */
export function countingClock(): Clock {
  let now = 1_000_000;
  return {
    now: () => (now += 1000),
    sleep: async () => {},
  };
}

/** Model that takes 100 ms and 10 tokens for everything, and replies `ok`. */
const echo: LanguageModel = {
  provider: 'toy',
  modelId: 'echo',
  generate: async () => ({
    text: 'ok',
    finishReason: 'stop',
    usage: { inputTokens: 10, outputTokens: 2, cacheReadTokens: 4, cacheWriteTokens: 0, reasoningTokens: 0 },
    latencyMs: 100,
    attempts: [{ outcome: 'answered', latencyMs: 100 }],
    droppedParameters: [],
  }),
};

/** Agent with fixed messages, relationships by a fixed rule, and greedy orders. It asks `echo` each time, so that its journal has calls. */
export class ScriptedAgent implements PowerAgent, PowerMind {
  readonly mind = this;

  constructor(readonly power: Power) {}

  async #ask(scope: Scope, name: string): Promise<void> {
    await scope.recorded(echo).generate({
      messages: [{ role: 'user', parts: [{ kind: 'tail', text: `${this.power} ${name}` }] }],
      label: { name, version: '1' },
    });
  }

  async initialize(scope: Scope): ReturnType<PowerMind['initialize']> {
    await this.#ask(scope, 'initialize-agent');
    return { goals: ['last'], relationships: { [neighbourOf(this.power)]: 'Friendly' } };
  }

  async makePlan(scope: Scope): Promise<string> {
    await this.#ask(scope, 'make-plan');
    return 'Forward.';
  }

  async writeMessages(scope: Scope, { roundsHeld, position }: Observation): ReturnType<PowerAgent['writeMessages']> {
    await this.#ask(scope, 'write-messages');
    const friend = neighbourOf(this.power);
    if (roundsHeld > 0) return { messages: [{ recipient: 'GLOBAL', text: `Peace in ${position.phase}.` }], done: true };
    return {
      messages: [
        { recipient: friend, text: `Friend, what of ${position.phase}?` },
        { recipient: this.power, text: 'Note to self.' },
        { recipient: 'ATLANTIS', text: 'Hello?' },
      ],
      done: false,
    };
  }

  async reviewNegotiation(scope: Scope): ReturnType<PowerMind['reviewNegotiation']> {
    await this.#ask(scope, 'negotiation-diary');
    return { diary: 'Talked.' };
  }

  async writeOrders(
    scope: Scope,
    { position }: Observation,
    complaints?: { readonly complaints: readonly string[] },
  ): ReturnType<PowerAgent['writeOrders']> {
    await this.#ask(scope, 'write-orders');
    const orders = greedyBot(position, this.power, { random: seededRandom(`${this.power}${position.phase}`) }).map(formatOrder);
    // ENGLAND forgets its first unit and is asked again; GERMANY writes nonsense for it, twice.
    if (legalOrdersOfPower(position, this.power).length === 0) return { orders, reasoning: '' };
    if (this.power === 'ENGLAND' && !complaints) return { orders: orders.slice(1), reasoning: '' };
    if (this.power === 'GERMANY') return { orders: ['nonsense', ...orders.slice(1)], reasoning: '' };
    return { orders, reasoning: 'Because.' };
  }

  async reviewPhase(scope: Scope): Promise<string> {
    await this.#ask(scope, 'phase-diary');
    return 'Seen.';
  }

  /** Improves the relationship to the neighbour by a step in each movement phase. */
  async updateState(scope: Scope, played: Parameters<PowerMind['updateState']>[1]): ReturnType<PowerMind['updateState']> {
    await this.#ask(scope, 'update-state');
    const steps: readonly Relationship[] = ['Enemy', 'Unfriendly', 'Neutral', 'Friendly', 'Ally'];
    const friend = neighbourOf(this.power);
    const now = steps.indexOf(played.self.relationships[friend] ?? 'Neutral');
    return { relationships: { [friend]: steps[Math.min(4, now + 1)]! } };
  }

  async consolidateDiary(scope: Scope): Promise<string> {
    await this.#ask(scope, 'consolidate-diary');
    return 'The years before.';
  }
}

/** ENGLAND to FRANCE, FRANCE to GERMANY, GERMANY to ITALY. */
const neighbourOf = (power: Power): Power => POWERS[POWERS.indexOf(power) + 1]!;

export function pressProgram(settings: GameSettings = PRESS_SETTINGS): Program<GameState, GameFact> {
  return gameProgram(
    {
      settings,
      seats: forEveryPower((power) => ({
        model: TALKERS.includes(power) ? `toy:${power === 'ENGLAND' ? 'one' : 'two'}` : 'bot:greedy',
      })),
      agents: forEveryPower((power) =>
        TALKERS.includes(power) ? new ScriptedAgent(power) : new BotAgent({ power, bot: greedyBot }),
      ),
    },
    playInTurn,
  );
}

/** Plays a game in which three powers talk; the same seed gives the same game. */
export async function playPressGame(
  options: {
    readonly seed?: string;
    readonly runId?: string;
    readonly settings?: Partial<GameSettings>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly store?: JournalStore;
  } = {},
): Promise<{
  readonly runId: string;
  readonly store: JournalStore;
  readonly state: GameState;
  readonly entries: readonly JournalEntry[];
  readonly header: Extract<JournalEntry, { type: 'run-started' }>;
}> {
  const { seed = '1', runId = 'game', settings = {}, labels = {}, store = createMemoryStore() } = options;
  const outcome = await startRun(pressProgram({ ...PRESS_SETTINGS, ...settings }), {
    store,
    clock: countingClock(),
    packageVersion: 'test',
    runId,
    labels,
    description: { spec: {}, seed, replicate: 0 },
  });
  if (outcome.status !== 'completed') throw outcome.error;
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(runId)) entries.push(entry);
  const header = entries.find((entry) => entry.type === 'run-started')!;
  return { runId, store, state: outcome.state, entries, header };
}
