import type { OptionValues } from '@entente/run-console';
import { type Plan, planRun, type Session } from '@entente/run-console/session';
import type { RunSummary } from '@entente/simulation-core';
import {
  DEFAULT_RELATIONSHIP_SETTINGS,
  type RelationshipFact,
  type RelationshipSettings,
  type RelationshipState,
} from '@entente/relationship';
import type { playOptions } from '../cli/verb-options.js';
import type { Couple } from '../couples/couple.js';
import { coupleSpec, describeModels } from './describe-couple.js';
import { relationshipKind } from './relationship-kind.js';
import { type RunSpec, toJson } from './run-spec.js';

export type PlayOptions = OptionValues<typeof playOptions>;
export type CouplePlan = Plan<RelationshipState, RelationshipFact>;

/** What a command says the run of each couple is. @throws SettingError on a model id that cannot be read, or a missing key */
export function describeCouples(couples: readonly Couple[], session: Session, options: PlayOptions): readonly RunSpec[] {
  const models = describeModels(session, options);
  const settings = settingsOf(options);
  return couples.map((couple) => coupleSpec(couple, models, settings));
}

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
  return describeCouples(couples, session, options).flatMap((spec) =>
    seeds.map((seed) =>
      planRun(relationshipKind, { name: spec.couple.id, spec: toJson(spec), seed }, { models, known, further: options.new }),
    ),
  );
}

function settingsOf({ scenes, interactionsPerScene, choices }: PlayOptions): RelationshipSettings {
  return {
    ...DEFAULT_RELATIONSHIP_SETTINGS,
    ...(scenes !== undefined && { scenes }),
    ...(interactionsPerScene !== undefined && { interactionsPerScene }),
    ...(choices !== undefined && { choices }),
  };
}
