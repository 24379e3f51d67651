import { type ForkStart, type KeyedEdit, type RunEdit, type RunEdits, UsageError } from '@entente/run-console';
import { canonicalJson, digest } from '@entente/simulation-core';
import {
  DEFAULT_RELATIONSHIP_SETTINGS,
  relationshipSettingsSchema,
  type RelationshipState,
  sceneOfStep,
} from '@entente/relationship';
import { SCENARIOS } from '@entente/scene-master';
import { promptSetDigest } from '../prompt-set-digest.js';
import { readRunSpec, type RunSpec, toJson } from './run-spec.js';

const MODEL_KEYS = ['model', 'partner.A.model', 'partner.B.model', 'directorModel', 'judgeModel'] as const;
type ModelKey = (typeof MODEL_KEYS)[number];

const SETTINGS = 'settings.';

/** What `fork --set` may change of a couple's run: who plays from there on, and the settings of what is still to come. */
export const coupleEdits: RunEdits<RelationshipState> = {
  keys: () => [...MODEL_KEYS, ...Object.keys(DEFAULT_RELATIONSHIP_SETTINGS).map((name) => `${SETTINGS}${name}`)],
  apply: editCoupleRun,
};

/** @throws UsageError for a value that cannot be read; SettingError for a model that cannot be asked */
function editCoupleRun(sets: readonly KeyedEdit[], start: ForkStart<RelationshipState>): RunEdit {
  let spec: RunSpec = {
    ...readRunSpec(start.header),
    prompts: promptSetDigest(),
    scenarios: digest(canonicalJson(SCENARIOS)),
  };
  // `model` is for everybody; the others say otherwise for one, in whatever order they were typed.
  for (const { key, value } of [...sets].sort((a, b) => Number(b.key === 'model') - Number(a.key === 'model'))) {
    spec = key.startsWith(SETTINGS)
      ? { ...spec, settings: settingsWith(spec.settings, key.slice(SETTINGS.length), value) }
      : { ...spec, models: modelsWith(spec.models, key as ModelKey, start.models.describe(value)) };
  }
  const scene = sceneOfStep(start.step) ?? NaN;
  if (spec.settings.scenes < scene)
    throw new UsageError(
      `settings.scenes cannot be ${spec.settings.scenes} in a fork at ${start.step}; write at least ${scene}.`,
    );
  if (sets.some(({ key }) => key === `${SETTINGS}semanticWeight`) && spec.models.embedding === null)
    throw new UsageError(
      'settings.semanticWeight has no effect here: no embedding model plays, so memories are found by feeling alone.',
    );
  return { spec: toJson(spec) };
}

function modelsWith(models: RunSpec['models'], key: ModelKey, model: RunSpec['models']['actor']): RunSpec['models'] {
  switch (key) {
    case 'model':
      // A judge of its own stays what it is: what is compared must be judged alike.
      return {
        ...models,
        actor: model,
        secondActor: model,
        director: model,
        ...(canonicalJson(models.judge) === canonicalJson(models.director) && { judge: model }),
      };
    case 'partner.A.model':
      return { ...models, actor: model };
    case 'partner.B.model':
      return { ...models, secondActor: model };
    case 'directorModel':
      return { ...models, director: model };
    case 'judgeModel':
      return { ...models, judge: model };
    default:
      return key satisfies never;
  }
}

function settingsWith(settings: RunSpec['settings'], name: string, value: string): RunSpec['settings'] {
  const parsed = relationshipSettingsSchema.safeParse({ ...settings, [name]: plainValue(value) });
  if (parsed.success) return parsed.data;
  throw new UsageError(`settings.${name} cannot be "${value}": ${parsed.error.issues[0]?.message ?? 'not understood'}.`);
}

/** `3`, `0.5`, `true` and `false` as what they are, anything else as text. */
function plainValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
