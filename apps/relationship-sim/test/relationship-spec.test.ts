import type { LanguageModel } from '@entente/llm-clients';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { agentPromptSamples } from '@entente/relationship-agent';
import { directorPromptSamples } from '@entente/scene-master';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { expect, test } from 'vitest';
import { offlineResponders } from '../src/offline-responders.js';
import { readRunSpec, toJson } from '../src/couple-runs/run-spec.js';
import { relationshipSpec } from '../src/relationship-program.js';
import { coupleNamed, offlineModel } from './offline-run.js';
import { promptSetDigest } from '../src/digests.js';

const named = (modelId: string, secret: object = {}): LanguageModel => ({
  ...offlineModel,
  ...secret,
  provider: 'openai',
  modelId,
});
const options = {
  couple: coupleNamed('maya-jonas'),
  models: { actor: named('small'), director: named('large') },
  settings: DEFAULT_RELATIONSHIP_SETTINGS,
};

test('a spec is plain data that names who plays what, and falls back from the second partner to the first and from judge to director', () => {
  const spec = relationshipSpec(options);
  expect(readRunSpec({ spec: toJson(spec) as RunBlueprint['spec'] })).toEqual(JSON.parse(JSON.stringify(spec)));
  expect(spec.models).toMatchObject({ secondActor: { modelId: 'small' }, judge: { modelId: 'large' }, embedding: null });
});

test('nothing of a model but its name gets into a spec', () => {
  const spec = relationshipSpec({
    ...options,
    models: { actor: named('small', { apiKey: 'sk-secret' }), director: named('large') },
  });
  expect(JSON.stringify(spec)).not.toContain('sk-secret');
});

test('couple, roles, models, temperature, settings and material each make another spec', () => {
  const specs = [
    options,
    { ...options, couple: coupleNamed('priya-daniel') },
    { ...options, models: { ...options.models, judge: named('other') } },
    { ...options, roles: { A: 1, B: 0 } as const },
    { ...options, sampling: { temperature: 0.5 } },
    { ...options, settings: { ...options.settings, interactionsPerScene: 3 } },
    {
      ...options,
      material: { scenarios: [], arcs: [{ id: 'own', title: 'Own', steps: [{ category: 'Modern Life' }] }] } as const,
    },
  ].map((changed) => JSON.stringify(relationshipSpec(changed)));
  expect(new Set(specs).size).toBe(specs.length);
});

test('the prompts of this build have one digest', () => {
  expect(promptSetDigest()).toMatch(/^[0-9a-f]{32}$/);
  expect(promptSetDigest()).toBe(promptSetDigest());
});

test('the prompts of the digest are those that the offline model answers', () => {
  const named = new Set([...agentPromptSamples(), ...directorPromptSamples()].map(({ label }) => label.name));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].toSorted()).toEqual(offlineResponders.map(({ name }) => name).toSorted());
});
