import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import {
  AS_LISTED,
  byPartner,
  castCouple,
  type Character,
  type Couple,
  DEFAULT_RELATIONSHIP_SETTINGS,
  type Partner,
  relationshipProgram,
  type RelationshipSettings,
} from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { RelationshipAgent } from '@entente/relationship-agent';
import { SceneMaster } from '@entente/scene-master';
import { createMemoryStore, startRun } from '@entente/simulation-core';
import { materialWith } from '../run-material.js';
import { offlineResponders } from '../offline-responders.js';
import { playScene } from '../play-scene.js';
import type { PromptName } from './prompt-names.js';

/** Call of an agent or the director, as it was made in a sample run. */
interface SampleCall {
  readonly method: string;
  /** Without the scope. */
  readonly input: readonly unknown[];
  /** Absent for the director. */
  readonly partner?: Partner | undefined;
}

/** Two scenes of a couple, with the last call behind each prompt. */
export interface SampleScenes {
  readonly couple: Couple;
  readonly personas: { readonly [partner in Partner]: Character };
  readonly calls: ReadonlyMap<PromptName, SampleCall>;
}

const PROMPT_OF: Readonly<Record<string, PromptName>> = {
  batchAppraiseMemory: 'appraise-memories',
  appraise: 'appraise',
  makeChoices: 'choose',
  act: 'choose',
  reflect: 'reflect',
  initialize: 'initialize',
  nextScene: 'next-scene',
  generateContext: 'generate-context',
  progress: 'progress',
  closeScene: 'close-scene',
  summarize: 'summarize',
  assessScene: 'assess-scene',
  commitmentScore: 'commitment-score',
};

/** Plays two scenes of the first couple that ships on the offline model, in our own words, and keeps what was asked. */
export async function playSampleScenes(choices: RelationshipSettings['choices']): Promise<SampleScenes> {
  const couple = shippedLibrary().couples.find(({ id }) => id === 'maya-jonas') ?? shippedLibrary().couples[0];
  if (couple === undefined) throw new Error('No couple ships.');
  const { personas, ...known } = castCouple(couple, AS_LISTED);
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const calls = new Map<PromptName, SampleCall>();
  const agents = byPartner((partner) => new RelationshipAgent({ ...personas[partner], model }));
  const director = new SceneMaster({ agents: [agents.A, agents.B], model, material: materialWith(undefined) });
  const program = relationshipProgram({
    ...known,
    director: overheard(director, calls),
    actors: byPartner((partner) => overheard(agents[partner], calls, partner)),
    settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, scenes: 2, context: true, choices },
    playScene,
  });
  const { status } = await startRun(program, {
    store: createMemoryStore(),
    clock: nodeClock,
    packageVersion: 'sample',
    runId: 'sample',
    description: { spec: {}, seed: '1', replicate: 0 },
  });
  if (status !== 'completed') throw new Error('The sample scenes came to no end.');
  return { couple, personas, calls };
}

/** The same object, whose calls are kept. */
function overheard<Port extends object>(port: Port, calls: Map<PromptName, SampleCall>, partner?: Partner): Port {
  return new Proxy(port, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (scope: unknown, ...input: readonly unknown[]): unknown => {
        const prompt = PROMPT_OF[String(name)];
        if (prompt !== undefined) calls.set(prompt, { method: String(name), input, partner });
        return Reflect.apply(value, target, [scope, ...input]);
      };
    },
  });
}
