import { isOffline } from '@entente/llm-clients/contract';
import {
  AS_LISTED,
  type Couple,
  RELATIONSHIP_SETTINGS,
  type RelationshipSettings,
  type Roles,
  type SceneMaterial,
} from '@entente/relationship';
import type { Session } from '@entente/run-console/session';
import { withGiven } from '@entente/studies/settings';
import { assertOfflineReads, unreadWords } from './assert-offline-reads.js';
import { chooseWords } from '../prompts/choose-words.js';
import type { CoupleSampling } from '../relationship-program.js';
import { assertSettingsTakeEffect } from './assert-settings-take-effect.js';
import { COUPLE_SETTINGS, type GivenCoupleSettings } from './couple-settings.js';
import { drawRoles } from './draw-roles.js';
import { underPresentNames } from './former-names.js';
import { materialWith } from '../run-material.js';
import type { RunSpec } from './run-spec.js';
import { materialDigest, promptSetDigest } from '../digests.js';

/** A couple's run but for its roles, which depend on seed and replicate. */
export interface DescribedCouple {
  readonly couple: Couple;
  readonly spec: (seed: string, replicate: number) => RunSpec;
}

/** Scenarios of a study: its own, and those of all that may be played. */
export interface StudyScenes {
  readonly material?: SceneMaterial | undefined;
  readonly pool?: readonly string[] | undefined;
}

/**
 * Describes the run of a couple by its settings, with the prompts and scenarios of this build.
 * @param scenes scenarios and arcs of a study @default those that ship
 * @throws SettingError on a model id that cannot be read, or a missing key; UsageError for a setting without effect
 */
export function describeCouple(
  couple: Couple,
  given: GivenCoupleSettings,
  session: Session,
  { material, pool }: StudyScenes = {},
): DescribedCouple {
  const settings = withGiven(RELATIONSHIP_SETTINGS, 'settings', given) as RelationshipSettings;
  const models = describeModels(
    session,
    underPresentNames(given, (message) => session.note(message)),
  );
  const words = chooseWords(session, given.promptsDir);
  assertOfflineReads(words, models);
  const unread = unreadWords(words, models);
  if (unread.length > 0)
    session.note(
      `promptsDir: the offline model follows rules of thumb and does not read ${inFew(unread)}; what your folder says there changes nothing but the prompts on record`,
    );
  assertSettingsTakeEffect({ couple, settings, material: materialWith(material, pool) }, given);
  const rolesFor = (seed: string, replicate: number): Roles =>
    given.roles === 'as-listed' ? AS_LISTED : drawRoles(couple, seed, replicate);
  const sampling = withGiven(COUPLE_SETTINGS, 'sampling', given);
  noteIdleTemperatures(sampling, models, (message) => session.note(message));
  const fixed = {
    couple,
    models,
    settings,
    sampling: Object.keys(sampling).length > 0 ? sampling : undefined,
    prompts: promptSetDigest(words),
    scenarios: materialDigest(material, pool),
    material,
    pool,
    words,
  };
  return { couple, spec: (seed, replicate) => ({ ...fixed, roles: rolesFor(seed, replicate) }) };
}

/** Models of all parts of a run. */
function describeModels(session: Session, ids: Omit<GivenCoupleSettings, 'partnerAModel' | 'partnerBModel'>): RunSpec['models'] {
  const { models } = session;
  const describe = (id: string | undefined) => (id === undefined ? everybody : models.describe(id));
  const everybody = models.describe(modelIdOf(session, ids));
  const director = describe(ids.directorModel);
  const embeddingId = ids.embeddingModel ?? (everybody.provider === 'offline' ? 'offline' : undefined);
  return {
    actor: describe(ids.firstPartnerModel),
    secondActor: describe(ids.secondPartnerModel),
    director,
    judge: ids.judgeModel === undefined ? director : models.describe(ids.judgeModel),
    embedding: embeddingId === undefined || embeddingId === 'none' ? null : models.describeEmbedding(embeddingId),
  };
}

/** Id of the model that plays: that of the command, or of the config file, or the offline one, with a note. */
function modelIdOf(session: Session, { model }: Pick<GivenCoupleSettings, 'model'>): string {
  const id = model ?? session.config.model;
  if (id === undefined)
    session.note(
      'No model is named, so the offline model plays; --model openai:gpt-4o-mini (or anthropic:...) plays with a real one.',
    );
  return id ?? 'offline';
}

/** Warns that the offline model answers alike at every temperature. */
function noteIdleTemperatures(
  { temperature, judgeTemperature }: CoupleSampling,
  { actor, secondActor, director, judge }: RunSpec['models'],
  note: (message: string) => void,
): void {
  if (temperature !== undefined && [actor, secondActor, director].some(isOffline))
    note('temperature changes nothing about the offline model, which answers alike at every temperature.');
  if (judgeTemperature !== undefined && isOffline(judge))
    note('judgeTemperature changes nothing about the offline judge, which answers alike at every temperature.');
}

/** `director/judge.rubric, agent/rules and 3 more` */
function inFew(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
