import type { OptionValues } from '@entente/run-console';
import { type Plan, planRun, type Session } from '@entente/run-console/session';
import type { RunSummary } from '@entente/simulation-core';
import {
  DEFAULT_RELATIONSHIP_SETTINGS,
  type RelationshipFact,
  type RelationshipSettings,
  type RelationshipState,
} from '@entente/simulation-core/scenes';
import type { playOptions } from '../cli/verb-options.js';
import type { Couple } from '../couples/couple.js';
import { relationshipSpec } from '../relationship-program.js';
import { relationshipKind } from './relationship-kind.js';
import { type RunSpec, toJson } from './run-spec.js';

export type PlayOptions = OptionValues<typeof playOptions>;
export type CouplePlan = Plan<RelationshipState, RelationshipFact>;

/** One run for every couple and seed. @throws SettingError on a model id that cannot be read, or a missing key */
export function planCouples(
  couples: readonly Couple[],
  seeds: readonly string[],
  {
    session,
    options,
    known,
  }: { readonly session: Session; readonly options: PlayOptions; readonly known: readonly RunSummary[] },
): readonly CouplePlan[] {
  const { models } = session;
  const specs = describeModels(session, options);
  const settings = settingsOf(options);
  const actor = models.languageModel(specs.actor);
  return couples.flatMap((couple) => {
    const spec: RunSpec = { ...relationshipSpec({ couple, settings, models: { actor, director: actor } }), models: specs };
    return seeds.map((seed) =>
      planRun(relationshipKind, { name: couple.id, spec: toJson(spec), seed }, { models, known, further: options.new }),
    );
  });
}

/** The model that plays: of the command, else of the config file, else the offline one, and says so. */
export function modelIdOf({
  session,
  options,
}: {
  readonly session: Session;
  readonly options: Pick<PlayOptions, 'model'>;
}): string {
  const id = options.model ?? session.config.model;
  if (id === undefined)
    session.note(
      'No model is named, so the offline model plays; --model openai:gpt-4o-mini (or anthropic:...) plays with a real one.',
    );
  return id ?? 'offline';
}

function describeModels(session: Session, options: PlayOptions): RunSpec['models'] {
  const { models } = session;
  const actor = models.describe(modelIdOf({ session, options }));
  const judge = options.judgeModel === undefined ? actor : models.describe(options.judgeModel);
  const embeddingId = options.embeddingModel ?? (actor.provider === 'offline' ? 'offline' : undefined);
  const embedding = embeddingId === undefined || embeddingId === 'none' ? null : models.describeEmbedding(embeddingId);
  return { actor, secondActor: actor, director: actor, judge, embedding };
}

function settingsOf({ scenes, interactionsPerScene, choices }: PlayOptions): RelationshipSettings {
  return {
    ...DEFAULT_RELATIONSHIP_SETTINGS,
    ...(scenes !== undefined && { scenes }),
    ...(interactionsPerScene !== undefined && { interactionsPerScene }),
    ...(choices !== undefined && { choices }),
  };
}
