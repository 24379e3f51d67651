import { byPartner, type ByPartner, otherPartner, type Partner } from '../ports/partners.js';
import { COUPLE_STAGES, type CoupleChange, type CoupleFacts, type CoupleStage } from '../state/couple-facts.js';
import type { Conditions, Scenario } from './scenario.js';

/** A scenario for the two of a run: names filled in, letters those of the run. */
export interface ChosenScenario extends Omit<Scenario, 'onlyA' | 'onlyB'> {
  /** Whether the scenario's {A} is partner B and its {B} partner A. */
  readonly swapped: boolean;
  /** Matter that each partner alone knows; empty for nothing. */
  readonly onlyKnows: ByPartner<string>;
  /** Step of the arc that it stands in for, in words; absent where it is of the step, or no arc decides. */
  readonly insteadOf?: string | undefined;
}

/** Fills in the names, and turns every letter into that of the partner who takes the part. */
export function castScenario(
  scenario: Scenario,
  swapped: boolean,
  partners: ByPartner<{ readonly name: string }>,
): ChosenScenario {
  const { onlyA, onlyB, ...rest } = scenario;
  const player = (part: Partner) => (swapped ? otherPartner(part) : part);
  const named = (text: string) => text.replace(/\{([AB])\}/g, (_, part: Partner) => partners[player(part)].name);
  const changed = ({ fact, to }: CoupleChange) => ({ fact: castKey(fact, swapped), to });
  const only = { A: named(onlyA), B: named(onlyB) };
  return {
    ...rest,
    turningPoint: named(rest.turningPoint),
    context: named(rest.context),
    setting: named(rest.setting),
    situation: named(rest.situation),
    conflict: named(rest.conflict),
    swapped,
    onlyKnows: byPartner((partner) => only[player(partner)]),
    requires: castConditions(rest.requires, swapped),
    uses: rest.uses.map((key) => castKey(key, swapped)),
    brings: rest.brings.map(changed),
    mayBring: rest.mayBring.map(changed),
  };
}

/** The key with its letter exchanged where the parts are: `A.work` becomes `B.work`. A key without a letter stays. */
export function castKey<Key extends string>(key: Key, swapped: boolean): Key {
  return swapped ? (key.replace(/^[AB](?=\.)/, (part) => otherPartner(part as Partner)) as Key) : key;
}

/** The conditions with those of A and B exchanged where the parts are. */
export function castConditions(conditions: Conditions, swapped: boolean): Conditions {
  return swapped ? { ...conditions, A: conditions.B, B: conditions.A } : conditions;
}

/**
 * Changes that still are changes: neither true already, nor back to a stage that the two have passed. Any couple may separate, and one that
 * has may come together again. Friends may begin to date, and are partners then; family stays what it is.
 */
export function openChanges(changes: readonly CoupleChange[], couple: CoupleFacts): readonly CoupleChange[] {
  return changes.filter(({ fact, to }) => {
    if (fact === 'stage') return isNextStage(to, couple);
    if (fact === 'living') return to !== couple.living;
    return true;
  });
}

function isNextStage(to: string, { bond, stage }: CoupleFacts): boolean {
  if (bond !== 'partners') return bond === 'friends' && to === 'dating';
  return to !== stage && (stage === 'separated' || rank(to) > rank(stage));
}

function rank(stage: string): number {
  return COUPLE_STAGES.indexOf(stage as CoupleStage);
}
