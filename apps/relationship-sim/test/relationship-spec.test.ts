import type { LanguageModel } from '@entente/llm-clients';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { agentPromptSamples } from '@entente/relationship-agent';
import { directorPromptSamples } from '@entente/scene-master';
import { expect, test } from 'vitest';
import { COUPLES } from '../src/couples/couples.js';
import { offlineResponders } from '../src/offline-responders.js';
import { promptSetDigest } from '../src/relationship-program.js';
import { relationshipSpec } from '../src/relationship-program.js';
import { offlineModel } from './offline-run.js';

const named = (modelId: string, secret: object = {}): LanguageModel => ({
  ...offlineModel,
  ...secret,
  provider: 'openai',
  modelId,
});
const options = {
  couple: COUPLES[0]!,
  models: { actor: named('small'), director: named('large') },
  settings: DEFAULT_RELATIONSHIP_SETTINGS,
};

test('a spec is plain data that names who plays what, and falls back from partner B to A and from judge to director', () => {
  const spec = relationshipSpec(options);
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(spec.models).toMatchObject({ secondActor: { modelId: 'small' }, judge: { modelId: 'large' }, embedding: null });
});

test('nothing of a model but its name gets into a spec', () => {
  const spec = relationshipSpec({
    ...options,
    models: { actor: named('small', { apiKey: 'sk-secret' }), director: named('large') },
  });
  expect(JSON.stringify(spec)).not.toContain('sk-secret');
});

test('couple, models and settings each make another spec', () => {
  const specs = [
    options,
    { ...options, couple: COUPLES[1]! },
    { ...options, models: { ...options.models, judge: named('other') } },
    { ...options, settings: { ...options.settings, interactionsPerScene: 3 } },
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
