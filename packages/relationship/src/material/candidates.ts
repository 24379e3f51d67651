import type { StorySoFar } from '../ports/scene-director.js';
import { castConditions, castKey } from './cast-scenario.js';
import { conditionsHold, type Situation } from './conditions-hold.js';
import type { Scenario } from './scenario.js';

/** Conditions that count: all of them, all but those on states, or facts alone, which leaves out commitment too. */
export type Strictness = 'all' | 'without-states' | 'facts';

/** A scenario that may be played, and the ways of giving out its two parts: as written, swapped, or either. */
export interface Candidate {
  readonly scenario: Scenario;
  /** Values of `swapped` that fit; never empty. */
  readonly ways: readonly boolean[];
}

/**
 * Scenarios that fit the story: bond, conditions, and no event of a life that has happened already. A commitment that was not judged yet
 * fulfils conditions where the order is fixed, since scores come late there, and fails them where the state decides.
 */
function candidatesOf(scenarios: readonly Scenario[], story: StorySoFar, strictness: Strictness): readonly Candidate[] {
  const situation = situationOf(story, strictness);
  return scenarios.flatMap((scenario) => {
    if (!scenario.bonds.includes(story.couple.bond)) return [];
    const ways = [false, true].filter(
      (swapped) =>
        !scenario.uses.some((event) => story.usedUp.includes(castKey(event, swapped))) &&
        conditionsHold(castConditions(scenario.requires, swapped), situation),
    );
    return ways.length > 0 ? [{ scenario, ways }] : [];
  });
}

/** Facts that the conditions of a scenario are checked against, for each strictness. */
export function situationOf({ couple, relation, commitment, usedUp, order }: StorySoFar, strictness: Strictness): Situation {
  return {
    couple,
    usedUp,
    relation: strictness === 'all' ? relation : null,
    commitment: strictness === 'facts' ? { A: null, B: null } : commitment,
    unjudgedFulfils: strictness === 'facts' || order === 'fixed',
  };
}

/** Candidates of the first pool that has any, each pool tried with each strictness. */
export function firstCandidates(
  pools: readonly (readonly Scenario[])[],
  story: StorySoFar,
  strictnesses: readonly Strictness[],
): readonly Candidate[] {
  for (const pool of pools) {
    for (const strictness of strictnesses) {
      const candidates = candidatesOf(pool, story, strictness);
      if (candidates.length > 0) return candidates;
    }
  }
  return [];
}

/** Those with the least of a measure. */
export function withLeast<Item>(items: readonly Item[], measure: (item: Item) => number): readonly Item[] {
  const least = Math.min(...items.map(measure));
  return items.filter((item) => measure(item) === least);
}
