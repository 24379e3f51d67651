import type { GenerateRequest } from '@entente/llm-clients';
import { RelationshipAgent } from '@entente/relationship-agent';
import { captureRequest } from '@entente/run-console/session';
import { SceneMaster } from '@entente/scene-master';
import { unrecordedScope } from '@entente/simulation-core';
import { materialWith } from '../run-material.js';
import type { OwnWords } from './own-words.js';
import type { PromptName } from './prompt-names.js';
import type { SampleScenes } from './sample-scenes.js';

/** Renders a prompt as it is sent to a model, in the sample scenes and a user's words. */
export async function capturePrompt(
  name: PromptName,
  { personas, calls }: SampleScenes,
  words: OwnWords | undefined,
): Promise<GenerateRequest> {
  const call = calls.get(name);
  if (call === undefined) throw new Error(`The sample scenes ask nobody for ${name}.`);
  const { method, input, partner } = call;
  return captureRequest(async (model) => {
    const asked: object =
      partner === undefined
        ? new SceneMaster({ agents: [personas.A, personas.B], model, material: materialWith(undefined), words: words?.director })
        : new RelationshipAgent({ ...personas[partner], model, words: words?.agent });
    const ask: unknown = Reflect.get(asked, method);
    if (typeof ask !== 'function') throw new Error(`Nobody can be asked to ${method}.`);
    await Reflect.apply(ask, asked, [unrecordedScope({ seed: 1 }), ...input]);
  });
}
