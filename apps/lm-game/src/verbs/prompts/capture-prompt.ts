import {
  DiplomacyAgent,
  type GameState,
  observe,
  PhaseNarrator,
  type PlayedPhase,
  type PowerMind,
  type PromptSet,
} from '@entente/diplomacy-game';
import type { PhaseType, Power } from '@entente/diplomacy-rules';
import type { GenerateRequest } from '@entente/llm-clients';
import { captureRequest } from '@entente/run-console/session';
import { unrecordedScope } from '@entente/simulation-core';
import { sampleGame } from './sample-game.js';

/** Prompts of a power, and the narrator's, with what each is for. */
export const PROMPTS = {
  'initialize-agent': 'goals and relationships to set out with',
  'write-messages': 'a round of press',
  'make-plan': 'a plan for the phase',
  'negotiation-diary': 'what the talks came to',
  'write-orders': 'orders (--phase movement, retreat or adjustment)',
  'phase-diary': 'what the phase came to',
  'update-state': 'goals and relationships after a phase',
  'consolidate-diary': 'a year of diary as one text',
  'summarize-phase': 'a phase for spectators',
} as const;

export type PromptName = keyof typeof PROMPTS;

export interface PromptSample {
  readonly power: Power;
  readonly set: PromptSet;
  readonly twoSteps: boolean;
  /** Of orders. */
  readonly phase: PhaseType;
}

/** A prompt as it is sent to a model, in a sample game: the request that the agent itself makes. */
export async function capturePrompt(name: PromptName, { power, set, twoSteps, phase }: PromptSample): Promise<GenerateRequest> {
  const state = sampleGame(power, name === 'write-orders' ? phase : 'M');
  return captureRequest((model) => {
    const agent = new DiplomacyAgent({ power, model, prompts: set, formatter: twoSteps ? model : undefined });
    return ask(name, { agent, narrator: new PhaseNarrator({ model }), state, power });
  });
}

interface Askers {
  readonly agent: DiplomacyAgent;
  readonly narrator: PhaseNarrator;
  readonly state: GameState;
  readonly power: Power;
}

function ask(name: PromptName, { agent, narrator, state, power }: Askers): Promise<unknown> {
  const scope = unrecordedScope({ seed: 1 });
  const mind: PowerMind = agent.mind;
  const observation = observe(state, power);
  const record = observation.history.at(-1);
  if (record === undefined) throw new Error('A sample game has a past.');
  const played: PlayedPhase = { power, record, position: state.position, self: observation.self, maxYear: observation.maxYear };
  switch (name) {
    case 'initialize-agent':
      return mind.initialize(scope, observation);
    case 'write-messages':
      return agent.writeMessages(scope, observation);
    case 'make-plan':
      return mind.makePlan(scope, observation);
    case 'negotiation-diary':
      return mind.reviewNegotiation(scope, observation);
    case 'write-orders':
      return agent.writeOrders(scope, observation);
    case 'phase-diary':
      return mind.reviewPhase(scope, played);
    case 'update-state':
      return mind.updateState(scope, played, '(what this power made of the phase)');
    case 'consolidate-diary':
      return mind.consolidateDiary(scope, { power, throughYear: 1901, consolidated: null, entries: observation.self.diary });
    case 'summarize-phase':
      return narrator.summarizePhase(scope, state.history.at(-1) ?? record);
    default:
      name satisfies never;
      throw new Error(`There is no prompt ${String(name)}.`);
  }
}
