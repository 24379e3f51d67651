import { formatModelSpec, type ModelSpec } from '@entente/llm-clients/contract';
import { type RelationshipState, sceneOfStep } from '@entente/relationship';
import { type ForkStart, type KeyedEdit, readForkValue, type RunEdit, type RunEdits, UsageError } from '@entente/run-console';
import { forkKeys } from '@entente/studies/settings';
import { assertOfflineReads } from './assert-offline-reads.js';
import { ownWords } from '../prompts/choose-words.js';
import { readOwnWords } from '../prompts/read-own-words.js';
import { assertSettingsTakeEffect } from './assert-settings-take-effect.js';
import { COUPLE_SETTINGS } from './couple-settings.js';
import { materialWith } from '../run-material.js';
import { isOfFirstVersion, readRunSpec, type RunSpec, toJson } from './run-spec.js';
import { materialDigest, promptSetDigest } from '../digests.js';

const TEMPERATURES: readonly string[] = ['temperature', 'judgeTemperature'];

/** Edits of a couple's run by `fork --set`: its models from there on, and the settings of scenes that are still to come. */
export const coupleEdits: RunEdits<RelationshipState> = {
  keys: () => forkKeys(COUPLE_SETTINGS),
  apply: editCoupleRun,
};

/** @throws UsageError for a value that cannot be read or has no effect; SettingError for a model that cannot be asked */
function editCoupleRun(sets: readonly KeyedEdit[], start: ForkStart<RelationshipState>): RunEdit {
  assertPlayedFurther(start);
  let spec = readRunSpec(start.header);
  spec = { ...spec, scenarios: materialDigest(spec.material, spec.pool) };
  const given: Record<string, unknown> = {};
  // `model` is for every part, so it comes first; the others change single parts, in whatever order they were typed.
  for (const { key, value } of [...sets].sort((a, b) => Number(b.key === 'model') - Number(a.key === 'model'))) {
    const { name, value: read } = readForkValue(COUPLE_SETTINGS, key, value);
    given[name] = read;
    if (key === 'promptsDir') spec = { ...spec, words: ownWords(readOwnWords(start.cwd, value).words) };
    else if (key.startsWith('settings.')) spec = { ...spec, settings: { ...spec.settings, [name]: read } };
    else if (TEMPERATURES.includes(name)) spec = { ...spec, sampling: { ...spec.sampling, [name]: read } };
    else spec = { ...spec, models: modelsWith(spec.models, name, start.models.describe(value)) };
  }
  spec = { ...spec, prompts: promptSetDigest(spec.words) };
  assertOfflineReads(spec.words, spec.models);
  const scene = sceneOfStep(start.step) ?? NaN;
  if (spec.settings.scenes < scene)
    throw new UsageError(
      `settings.scenes cannot be ${spec.settings.scenes} in a fork at ${start.step}; write at least ${scene}.`,
    );
  const { couple, settings, material, pool } = spec;
  assertSettingsTakeEffect({ couple, settings, material: materialWith(material, pool) }, given);
  return { spec: toJson(spec) };
}

function assertPlayedFurther({ header, runId }: ForkStart<RelationshipState>): void {
  if (isOfFirstVersion(header))
    throw new UsageError(
      `${runId} is a run of the first version, whose scenes were played otherwise: it can be shown and reported, not forked; play the couple anew.`,
    );
}

function modelsWith(models: RunSpec['models'], name: string, model: ModelSpec): RunSpec['models'] {
  const { judge, director } = models;
  switch (name) {
    case 'model':
      // A judge of its own stays the same: scores that are compared must come from one judge.
      return { ...models, actor: model, secondActor: model, director: model, judge: isSame(judge, director) ? model : judge };
    case 'firstPartnerModel':
    case 'partnerAModel':
      return { ...models, actor: model };
    case 'secondPartnerModel':
    case 'partnerBModel':
      return { ...models, secondActor: model };
    case 'directorModel':
      return { ...models, director: model };
    case 'judgeModel':
      return { ...models, judge: model };
    default:
      throw new Error(`No fork changes ${name}.`);
  }
}

function isSame(one: ModelSpec, other: ModelSpec): boolean {
  return formatModelSpec(one) === formatModelSpec(other) && one.baseUrl === other.baseUrl;
}
