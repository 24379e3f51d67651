import type { Session } from '@entente/run-console/session';
import { canonicalJson, digest } from '@entente/simulation-core';
import { SCENARIOS } from '@entente/scene-master';
import { RELATIONSHIP_SETTINGS, type RelationshipSettings } from '@entente/relationship';
import { withGiven } from '@entente/studies/settings';
import type { Couple } from '../couples/couple.js';
import { promptSetDigest } from '../relationship-program.js';
import type { GivenCoupleSettings } from './couple-settings.js';
import type { RunSpec } from './run-spec.js';

/** Ids of models as users write them. */
export type CastIds = Pick<
  GivenCoupleSettings,
  'model' | 'partnerAModel' | 'partnerBModel' | 'directorModel' | 'judgeModel' | 'embeddingModel'
>;

/** Models of all parts of a run. @throws SettingError on a model id that cannot be read, or a missing key */
export function describeModels(session: Session, ids: CastIds): RunSpec['models'] {
  const { models } = session;
  const describe = (id: string | undefined) => (id === undefined ? everybody : models.describe(id));
  const everybody = models.describe(modelIdOf(session, ids));
  const director = describe(ids.directorModel);
  const embeddingId = ids.embeddingModel ?? (everybody.provider === 'offline' ? 'offline' : undefined);
  return {
    actor: describe(ids.partnerAModel),
    secondActor: describe(ids.partnerBModel),
    director,
    judge: ids.judgeModel === undefined ? director : models.describe(ids.judgeModel),
    embedding: embeddingId === undefined || embeddingId === 'none' ? null : models.describeEmbedding(embeddingId),
  };
}

/** Spec of a couple's run, with the prompts and scenarios of this build. */
export function coupleSpec(couple: Couple, models: RunSpec['models'], settings: RelationshipSettings): RunSpec {
  return { couple, models, settings, prompts: promptSetDigest(), scenarios: digest(canonicalJson(SCENARIOS)) };
}

/** Settings of what happens, with those that are given in the place of the defaults. */
export function relationshipSettingsOf(given: GivenCoupleSettings): RelationshipSettings {
  return withGiven(RELATIONSHIP_SETTINGS, 'settings', given) as RelationshipSettings;
}

/** Id of the model that plays: that of the command, or of the config file, or the offline one, with a note. */
function modelIdOf(session: Session, { model }: CastIds): string {
  const id = model ?? session.config.model;
  if (id === undefined)
    session.note(
      'No model is named, so the offline model plays; --model openai:gpt-4o-mini (or anthropic:...) plays with a real one.',
    );
  return id ?? 'offline';
}
