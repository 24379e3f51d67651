import type { Session } from '@entente/run-console/session';
import { canonicalJson, digest } from '@entente/simulation-core';
import { SCENARIOS } from '@entente/scene-master';
import type { RelationshipSettings } from '@entente/relationship';
import type { Couple } from '../couples/couple.js';
import { promptSetDigest } from '../prompt-set-digest.js';
import type { RunSpec } from './run-spec.js';

/** Model ids as users write them. */
export interface CastIds {
  /** For everybody, unless one of the next says otherwise for one. @default that of the config file, else the offline model */
  readonly model?: string | undefined;
  readonly partnerAModel?: string | undefined;
  readonly partnerBModel?: string | undefined;
  readonly directorModel?: string | undefined;
  /** @default the director */
  readonly judgeModel?: string | undefined;
  /** `none` for none. @default the offline one where the offline model plays, else none */
  readonly embeddingModel?: string | undefined;
}

/** Who does what, by name. @throws SettingError on a model id that cannot be read, or a missing key */
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

/** What a run of a couple is, apart from its seed, with the prompts and scenarios of this build. */
export function coupleSpec(couple: Couple, models: RunSpec['models'], settings: RelationshipSettings): RunSpec {
  return { couple, models, settings, prompts: promptSetDigest(), scenarios: digest(canonicalJson(SCENARIOS)) };
}

/** The model that plays: of the command, else of the config file, else the offline one, and says so. */
function modelIdOf(session: Session, { model }: CastIds): string {
  const id = model ?? session.config.model;
  if (id === undefined)
    session.note(
      'No model is named, so the offline model plays; --model openai:gpt-4o-mini (or anthropic:...) plays with a real one.',
    );
  return id ?? 'offline';
}
