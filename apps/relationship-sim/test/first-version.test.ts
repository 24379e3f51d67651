import { offlineModel } from './offline-run.js';
import { nodeClock, createOfflineEmbeddingModel } from '@entente/llm-clients';
import type { ForkStart } from '@entente/run-console';
import type { RelationshipState } from '@entente/relationship';
import type { RunHeader } from '@entente/simulation-core/journal';
import { expect, it } from 'vitest';
import { coupleEdits } from '../src/couple-runs/edit-couple-run.js';
import { readRunSpec } from '../src/couple-runs/run-spec.js';
import { relationshipKind } from '../src/relationship-kind.js';

const offline = { provider: 'offline', modelId: 'offline', baseUrl: null };
const partner = (name: string) => ({ name, persona: `${name} is calm.`, goal: 'Peace.', memories: ['The sea.'] });

/** Header of a run as the first version wrote it. */
const header = {
  spec: {
    couple: { id: 'ann-ben', partners: [partner('Ann'), partner('Ben')] },
    models: { actor: offline, secondActor: offline, director: offline, judge: offline, embedding: null },
    settings: { scenes: 3, interactionsPerScene: 1 },
    prompts: '0',
    scenarios: '0',
  },
  seed: '1',
  labels: {},
};
const models = {
  languageModel: () => offlineModel,
  embeddingModel: () => createOfflineEmbeddingModel({ clock: nodeClock }),
};

it('reads runs of the first version, in which nothing is known of a couple but its personas', () => {
  const { couple, roles, settings } = readRunSpec(header);
  expect(couple.partners[1]).toEqual({
    ...{ id: 'ben', name: 'Ben', persona: 'Ben is calm.', goals: ['Peace.'], life: {}, memories: ['The sea.'] },
  });
  expect([couple.facts.stage, roles, settings.interactionsPerScene]).toEqual(['together', { A: 0, B: 1 }, 1]);
  expect(relationshipKind.title(header)).toBe('Ann & Ben');
  expect(relationshipKind.buildProgram(header, models).nextStep).toBeDefined();
});

it('neither plays such a run further nor forks it, and says why in one line', async () => {
  const program = relationshipKind.buildProgram(header, models);
  await expect(program.step({} as never, program.initial)).rejects.toThrow(
    /^This is a run of the first version.*play the couple anew\.$/,
  );
  const start = { runId: 'ann-ben~s1', header: header as unknown as RunHeader, step: 'scene-2' } as ForkStart<RelationshipState>;
  await expect(Promise.resolve().then(() => coupleEdits.apply([], start))).rejects.toThrow(
    /^ann-ben~s1 is a run of the first version.*play the couple anew\.$/,
  );
});
