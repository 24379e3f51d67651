import type { RunStory } from '@entente/run-console/session';
import { commitmentKey, type RelationshipFact } from '@entente/relationship';
import { readRunSpec } from '../couple-runs/run-spec.js';
import { createStoryDisplay } from './story-display.js';
import { readFact } from './tell-fact.js';

type FactEntries = Parameters<NonNullable<RunStory['inOrder']>>[0];

/** How a couple's run is told: from its record with every score at the end of its own scene, although judges may have been later. */
export const coupleStory: RunStory = {
  display: (io, blueprint) => {
    const [first, second] = readRunSpec(blueprint).couple.partners;
    return createStoryDisplay(io, { A: first.name, B: second.name });
  },
  inOrder: (facts) => {
    const scores = facts.filter(({ fact }) => isOfJudge(fact));
    const told = facts.flatMap((entry) => {
      if (isOfJudge(entry.fact)) return [];
      return entry.fact.type === 'scene-ended' ? [entry, ...scoresOf(scores, entry.fact['scene'])] : [entry];
    });
    return [...told, ...scores.filter((entry) => !told.includes(entry))];
  },
  callsBehind: (fact) => {
    const known = readFact(fact);
    return known && callsBehind(known);
  },
};

function isOfJudge({ type }: { readonly type: string }): boolean {
  return type === 'commitment-scored' || type === 'judge-missing';
}

/** Of the first partner, then of the second. */
function scoresOf(scores: FactEntries, scene: unknown): FactEntries {
  return scores
    .filter(({ fact }) => fact['scene'] === scene)
    .toSorted((one, other) => String(one.fact['partner']).localeCompare(String(other.fact['partner'])));
}

/** The branch of a scene in which a fact was asked for; see `play-scene.ts`. */
function callsBehind(fact: RelationshipFact): string | undefined {
  switch (fact.type) {
    case 'scene-opened':
      return `scene-${fact.scene}/opening`;
    case 'beat-narrated':
      return `scene-${fact.scene}/beat-${fact.beat}/progress`;
    case 'choice-made':
      return `scene-${fact.scene}/beat-${fact.beat}/choose`;
    case 'scene-summarized':
      return `scene-${fact.scene}/summary`;
    case 'reflection-made':
      return `scene-${fact.scene}/reflections/${fact.partner}`;
    case 'commitment-scored':
      return `deferred/${commitmentKey(fact.scene, fact.partner)}`;
    default:
      return undefined;
  }
}
