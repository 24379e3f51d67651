import { byPartner, type ByPartner, type Partner, PARTNERS } from '../ports/partners.js';
import { hasBrokenUp } from '../state/relation-states.js';
import type { RelationshipState } from '../state/relationship-state.js';
import { type CommitmentLog, commitmentLogOf } from './commitment-log.js';
import { hasLost, type PartnerCourse, type PartnerOutcome, partnerOutcomeOf } from './partner-course.js';

/** How a couple stands at the end, by the table in this package's README. */
export const RELATIONSHIP_OUTCOMES = ['ended', 'at risk', 'torn', 'steady', 'growing', 'unknown'] as const;
export type RelationshipOutcome = (typeof RELATIONSHIP_OUTCOMES)[number];

/** Points between the final scores of two partners from which they stand far apart. */
const FAR_APART = 3;

/** Outcome of a run with everything that decided it. */
export interface OutcomeReport {
  readonly outcome: RelationshipOutcome;
  /** One sentence. */
  readonly why: string;
  /** Whether a break-up is on record. */
  readonly brokenUp: boolean;
  readonly partners: ByPartner<PartnerOutcome>;
  /** Number of scores that are missing from the log, of both. */
  readonly missing: number;
}

export interface OutcomeOptions {
  /** Whether a break-up is on record. @default false */
  readonly brokenUp?: boolean | undefined;
  /** Names for `why`. @default A and B */
  readonly names?: ByPartner<string> | undefined;
}

/** Outcome of a run so far. */
export function outcomeOf(state: RelationshipState): OutcomeReport {
  const { partners, relation } = state;
  const names = partners === null ? undefined : byPartner((partner) => partners[partner].name);
  return classifyOutcome(commitmentLogOf(state), { brokenUp: hasBrokenUp(relation), names });
}

/**
 * Names the outcome of a log: the first row of the README's table that applies. Each partner counts, so that the rise of one hides no fall
 * of the other; missing scores never make an outcome.
 */
export function classifyOutcome(log: CommitmentLog, options: OutcomeOptions = {}): OutcomeReport {
  const { brokenUp = false, names = { A: 'A', B: 'B' } } = options;
  const partners = byPartner((partner) => partnerOutcomeOf(log, partner));
  const missing = partners.A.missing + partners.B.missing;
  return { ...ruling(partners, brokenUp, names), brokenUp, partners, missing };
}

function ruling(
  partners: ByPartner<PartnerOutcome>,
  brokenUp: boolean,
  names: ByPartner<string>,
): Pick<OutcomeReport, 'outcome' | 'why'> {
  const whyOf = (those: readonly Partner[]): string =>
    `${those.map((partner) => `${names[partner]} ${partners[partner].why}`).join('; ')}.`;
  const inCourse = (...courses: readonly PartnerCourse[]): readonly Partner[] =>
    PARTNERS.filter((partner) => courses.includes(partners[partner].course));
  const rules: readonly (readonly [RelationshipOutcome, readonly Partner[]])[] = [
    ['unknown', inCourse('unknown')],
    ['ended', inCourse('gone')],
    ['at risk', inCourse('low', 'falling')],
    ['torn', inCourse('broken', 'undecided')],
  ];
  if (brokenUp) return { outcome: 'ended', why: 'A break-up is on record.' };
  for (const [outcome, those] of rules) if (those.length > 0) return { outcome, why: whyOf(those) };
  const [a, b] = [partners.A.final ?? 0, partners.B.final ?? 0];
  if (Math.abs(a - b) >= FAR_APART)
    return { outcome: 'torn', why: `They stand far apart: ${names.A} ends at ${a}, ${names.B} at ${b}.` };
  const growing = inCourse('growing');
  if (growing.length > 0 && !PARTNERS.some((partner) => hasLost(partners[partner])))
    return { outcome: 'growing', why: whyOf(growing) };
  return { outcome: 'steady', why: whyOf(PARTNERS) };
}
