import { type RelationshipState, sceneOfStep } from '@entente/relationship';
import { type ForkStart, type KeyedEdit, readForkValue, type RunEdit, type RunEdits, UsageError } from '@entente/run-console';
import { SCENARIOS } from '@entente/scene-master';
import { canonicalJson, digest } from '@entente/simulation-core';
import { forkKeys } from '@entente/studies/settings';
import { promptSetDigest } from '../relationship-program.js';
import { COUPLE_SETTINGS } from './couple-settings.js';
import { readRunSpec, type RunSpec, toJson } from './run-spec.js';

/** Edits of a couple's run by `fork --set`: its models from there on, and the settings of scenes that are still to come. */
export const coupleEdits: RunEdits<RelationshipState> = {
  keys: () => forkKeys(COUPLE_SETTINGS),
  apply: editCoupleRun,
};

/** @throws UsageError for a value that cannot be read; SettingError for a model that cannot be asked */
function editCoupleRun(sets: readonly KeyedEdit[], start: ForkStart<RelationshipState>): RunEdit {
  let spec: RunSpec = {
    ...readRunSpec(start.header),
    prompts: promptSetDigest(),
    scenarios: digest(canonicalJson(SCENARIOS)),
  };
  // `model` is for every part, so it comes first; the others change single parts, in whatever order they were typed.
  for (const { key, value } of [...sets].sort((a, b) => Number(b.key === 'model') - Number(a.key === 'model'))) {
    const { name, value: read } = readForkValue(COUPLE_SETTINGS, key, value);
    spec = key.startsWith('settings.')
      ? { ...spec, settings: { ...spec.settings, [name]: read } }
      : { ...spec, models: modelsWith(spec.models, name, start.models.describe(value)) };
  }
  const scene = sceneOfStep(start.step) ?? NaN;
  if (spec.settings.scenes < scene)
    throw new UsageError(
      `settings.scenes cannot be ${spec.settings.scenes} in a fork at ${start.step}; write at least ${scene}.`,
    );
  if (sets.some(({ key }) => key === 'settings.semanticWeight') && spec.models.embedding === null)
    throw new UsageError(
      'settings.semanticWeight has no effect here: no embedding model plays, so memories are found by feeling alone.',
    );
  return { spec: toJson(spec) };
}

function modelsWith(models: RunSpec['models'], name: string, model: RunSpec['models']['actor']): RunSpec['models'] {
  const { judge, director } = models;
  switch (name) {
    case 'model':
      // A judge of its own stays the same: scores that are compared must come from one judge.
      return {
        ...models,
        actor: model,
        secondActor: model,
        director: model,
        judge: canonicalJson(judge) === canonicalJson(director) ? model : judge,
      };
    case 'partnerAModel':
      return { ...models, actor: model };
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
