import type { Couple, RelationshipFact, RelationshipState } from '@entente/relationship';
import { type Plan, planRun, type Session } from '@entente/run-console/session';
import type { RunSummary } from '@entente/simulation-core';
import type { GivenCoupleSettings } from '../couple-runs/couple-settings.js';
import { describeCouple } from '../couple-runs/describe-couple.js';
import { toJson } from '../couple-runs/run-spec.js';
import { relationshipKind } from '../relationship-kind.js';

/** Options of every verb that plays. */
export type PlayOptions = GivenCoupleSettings & { readonly new: boolean };
export type CouplePlan = Plan<RelationshipState, RelationshipFact>;

/**
 * Plans one run for every couple and seed.
 * @throws SettingError on a model id that cannot be read, or a missing key; UsageError for a setting without effect
 */
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
  return couples
    .map((couple) => describeCouple(couple, options, session))
    .flatMap(({ couple, spec }) =>
      seeds.map((seed) =>
        planRun(
          relationshipKind,
          { name: couple.id, spec: (replicate) => toJson(spec(seed, replicate)), seed },
          { models, known, further: options.new },
        ),
      ),
    );
}
