import { gameProgram, type PowerAgent, type PowerMind, type WrittenMessage } from '@entente/diplomacy-game';
import { forEveryPower, type GameSettings, type Seat } from '@entente/diplomacy-game/state';
import { type ByPower, formatOrder, legalOrdersOfPower, type Power } from '@entente/diplomacy-rules';
import { nodeClock } from '@entente/llm-clients';
import { createMemoryStore, startRun } from '@entente/simulation-core';
import type { JournalStore } from '@entente/simulation-core/journal';
import { playInTurn } from './play-in-turn.js';

/** Messages, orders and diary of one power in one phase; units without an order hold. */
export interface ScriptedTurn {
  /** By recipient. */
  readonly says?: Readonly<Record<string, string>>;
  readonly orders?: readonly string[];
  readonly diary?: string;
}

/** Turns by phase and power; powers without a turn are silent and hold. */
export type GameScript = Readonly<Record<string, { readonly [power in Power]?: ScriptedTurn }>>;

const settings: GameSettings = {
  maxYear: 1901,
  negotiationRounds: 1,
  adaptiveRounds: false,
  planning: false,
  phaseSummaries: false,
  rulebook: 'python-compatible',
};

/** Plays a script to its last phase and returns the store that holds the game as `game`. */
export async function playScript(
  script: GameScript,
  {
    store = createMemoryStore(),
    runId = 'game',
    seats = forEveryPower((power) => ({ model: `model-of-${power.toLowerCase()}` })),
    endAtPhase = 'F1901M',
  }: {
    readonly store?: JournalStore;
    readonly runId?: string;
    readonly seats?: ByPower<Seat>;
    readonly endAtPhase?: NonNullable<GameSettings['endAtPhase']>;
  } = {},
): Promise<JournalStore> {
  const agents = forEveryPower((power) => scriptedAgent(power, script));
  const table = { settings: { ...settings, endAtPhase }, seats, agents };
  const outcome = await startRun(gameProgram(table, playInTurn), {
    store,
    clock: nodeClock,
    packageVersion: 'test',
    runId,
    description: { spec: {}, seed: '1', replicate: 0 },
  });
  if (outcome.status !== 'completed') throw outcome.error;
  return store;
}

function scriptedAgent(power: Power, script: GameScript): PowerAgent {
  const turnIn = (phase: string): ScriptedTurn => script[phase]?.[power] ?? {};
  const mind: PowerMind = {
    initialize: async () => ({ goals: [], relationships: {} }),
    makePlan: async () => 'No plan.',
    reviewNegotiation: async (_scope, { position }) => ({ diary: turnIn(position.phase).diary ?? 'Nothing of note.' }),
    reviewPhase: async (_scope, { record }) => `So ended ${record.phase}.`,
    updateState: async () => ({}),
    consolidateDiary: async () => 'Years went by.',
  };
  return {
    power,
    mind,
    writeMessages: async (_scope, { position }) => {
      const says = Object.entries(turnIn(position.phase).says ?? {});
      return { messages: says.map(([recipient, text]): WrittenMessage => ({ recipient, text })), done: true };
    },
    writeOrders: async (_scope, { position }) => {
      const scripted = turnIn(position.phase).orders ?? [];
      const others = legalOrdersOfPower(position, power)
        .filter(({ unit }) => unit !== undefined && !scripted.some((text) => text.startsWith(unit)))
        .flatMap(({ orders }) =>
          orders.slice(0, 1).map((first) => formatOrder(orders.find(({ kind }) => kind === 'hold') ?? first)),
        );
      return { orders: [...scripted, ...others], reasoning: '' };
    },
  };
}
