import type { RunStory } from '@entente/run-console/session';
import { beatPath, byPartner, commitmentPath, type RelationshipFact, scenePath } from '@entente/relationship';
import { readRunSpec } from '../couple-runs/run-spec.js';
import { createStoryDisplay } from './story-display.js';
import { readFact } from './tell-fact.js';

type FactEntries = Parameters<NonNullable<RunStory['inOrder']>>[0];

/** Tells the run of a couple. From its record each score is told at the end of its own scene, although the judge may have answered later. */
export const coupleStory: RunStory = {
  isTitled: true,
  display: (io, blueprint) => {
    const { couple, roles } = readRunSpec(blueprint);
    return createStoryDisplay(
      io,
      byPartner((role) => couple.partners[roles[role]].name),
    );
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

/** Scores of a scene, in the order of roles. */
function scoresOf(scores: FactEntries, scene: unknown): FactEntries {
  return scores
    .filter(({ fact }) => fact['scene'] === scene)
    .toSorted((one, other) => String(one.fact['partner']).localeCompare(String(other.fact['partner'])));
}

/** Path of the calls that a fact rests on; see `play-scene.ts`. */
function callsBehind(fact: RelationshipFact): string | undefined {
  switch (fact.type) {
    case 'scene-opened':
      return scenePath(fact.scene, 'opening');
    case 'context-generated':
      return scenePath(fact.scene, 'context');
    case 'scene-closed':
      return scenePath(fact.scene, 'closing');
    case 'relation-assessed':
      return scenePath(fact.scene, 'assess');
    case 'beat-narrated':
      return beatPath(fact.scene, fact.beat, 'progress');
    case 'choice-made':
      return beatPath(fact.scene, fact.beat, 'choose');
    case 'scene-summarized':
      return scenePath(fact.scene, 'summary');
    case 'reflection-made':
      return scenePath(fact.scene, 'reflections', fact.partner);
    case 'commitment-scored':
      return commitmentPath(fact.scene, fact.partner);
    default:
      return undefined;
  }
}
