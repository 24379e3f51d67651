import type { LanguageModel } from '@entente/llm-clients';
import * as relationshipAgent from '@entente/relationship-agent';
import * as sceneMaster from '@entente/scene-master';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { expect, test } from 'vitest';
import { COUPLES } from '../src/couples/couples.js';
import { promptSetDigest } from '../src/prompt-set-digest.js';
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

test('the digest of prompts has a call of every prompt that either package exports', () => {
  const named = new Set(
    [...relationshipAgent.agentPromptSamples(), ...sceneMaster.directorPromptSamples()].map(({ label }) => label.name),
  );
  const exported = [...Object.values(relationshipAgent), ...Object.values(sceneMaster)].flatMap((value) =>
    typeof value === 'object' && 'with' in value && 'name' in value ? [String(value.name)] : [],
  );
  expect(exported.length).toBeGreaterThan(10);
  expect([...named].toSorted()).toEqual([...new Set(exported)].toSorted());
});
