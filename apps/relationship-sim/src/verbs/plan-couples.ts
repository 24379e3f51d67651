import type { RelationshipFact, RelationshipState } from '@entente/relationship';
import { type Plan, planRun, type Session } from '@entente/run-console/session';
import type { RunSummary } from '@entente/simulation-core';
import type { Couple } from '../couples/couple.js';
import type { GivenCoupleSettings } from '../couple-runs/couple-settings.js';
import { coupleSpec, describeModels, relationshipSettingsOf } from '../couple-runs/describe-couple.js';
import { relationshipKind } from '../relationship-kind.js';
import { type RunSpec, toJson } from '../couple-runs/run-spec.js';

/** Options of every verb that plays. */
export type PlayOptions = GivenCoupleSettings & { readonly new: boolean };
export type CouplePlan = Plan<RelationshipState, RelationshipFact>;

/** Spec of each couple's run, as a command describes it. @throws SettingError on a model id that cannot be read, or a missing key */
export function describeCouples(couples: readonly Couple[], session: Session, options: PlayOptions): readonly RunSpec[] {
  const models = describeModels(session, options);
  const settings = relationshipSettingsOf(options);
  return couples.map((couple) => coupleSpec(couple, models, settings));
}

/** Plans one run for every couple and seed. @throws SettingError on a model id that cannot be read, or a missing key */
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
