import {
  DiplomacyAgent,
  forEveryPower,
  type GameFact,
  gameProgram,
  type GameSettings,
  type GameState,
  PhaseNarrator,
  type PowerAgent,
  PROMPT_SETS,
  type PromptSet,
} from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import type { Power } from '@entente/diplomacy-rules';
import { createOfflineModel, type LanguageModel, messageText, nodeClock } from '@entente/llm-clients';
import {
  createMemoryStore,
  type JournalEntry,
  type JournalStore,
  type Program,
  type Schedule,
  startRun,
} from '@entente/simulation-core';
import { playPhase } from '../src/play-phase.js';

/** Whoever is asked: a power, or the narrator. */
export type Speaker = Power | 'NARRATOR';

/** One request as it went out. */
export interface Asked {
  readonly speaker: Speaker;
  /** Of its prompt. */
  readonly name: string;
  readonly text: string;
}

export interface OfflineGame {
  readonly state: GameState;
  readonly program: Program<GameState, GameFact>;
  readonly runId: string;
  readonly store: JournalStore;
  readonly entries: readonly JournalEntry[];
  /** In the order in which they were asked. */
  readonly asked: readonly Asked[];
}

type ContentFaults = NonNullable<Parameters<typeof createOfflineModel>[0]['contentFaults']>;

export interface OfflineGameOptions {
  readonly settings: Partial<GameSettings>;
  readonly seed?: string;
  readonly schedule?: Schedule;
  readonly prompts?: PromptSet;
  readonly twoSteps?: boolean;
  readonly contentFaults?: ContentFaults;
  /** Changes a reply before anybody sees it. The result depends on the arguments alone. */
  readonly change?: (reply: string, asked: Asked) => string;
  /** Instead of an offline model. */
  readonly players?: { readonly [power in Power]?: PowerAgent };
}

/** Plays a game of offline models to its end and keeps all that they were asked. */
export async function playOfflineGame(options: OfflineGameOptions): Promise<OfflineGame> {
  const { seed = '1', schedule = 'concurrent', prompts = PROMPT_SETS.default, twoSteps = false, change, players } = options;
  const offline = createOfflineModel({
    responders: diplomacyResponders,
    clock: nodeClock,
    ...(options.contentFaults && { contentFaults: options.contentFaults }),
  });
  const asked: Asked[] = [];
  const modelOf = (speaker: Speaker): LanguageModel => ({
    provider: offline.provider,
    modelId: offline.modelId,
    generate: async (request) => {
      const question = { speaker, name: request.label?.name ?? '', text: request.messages.map(messageText).join('\n\n') };
      asked.push(question);
      const answer = await offline.generate(request);
      return change === undefined || answer.finishReason !== 'stop' ? answer : { ...answer, text: change(answer.text, question) };
    },
  });
  const program = gameProgram(
    {
      settings: {
        maxYear: 1902,
        negotiationRounds: 1,
        adaptiveRounds: false,
        planning: false,
        phaseSummaries: false,
        rulebook: 'python-compatible',
        ...options.settings,
      },
      seats: forEveryPower(() => ({ model: 'offline' })),
      agents: forEveryPower((power) => {
        const model = modelOf(power);
        return players?.[power] ?? new DiplomacyAgent({ power, model, prompts, ...(twoSteps && { formatter: model }) });
      }),
      narrator: new PhaseNarrator({ model: modelOf('NARRATOR') }),
    },
    playPhase,
  );
  const store = createMemoryStore();
  const description = { spec: {}, seed, replicate: 0 };
  const outcome = await startRun(program, { store, clock: nodeClock, packageVersion: 'test', schedule, description });
  if (outcome.status !== 'completed') throw outcome.error;
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(outcome.runId)) entries.push(entry);
  return { state: outcome.state, program, runId: outcome.runId, store, entries, asked };
}
