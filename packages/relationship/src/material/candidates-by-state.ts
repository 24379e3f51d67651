import type { StorySoFar } from '../ports/scene-director.js';
import { type Candidate, firstCandidates, withLeast } from './candidates.js';
import { categoryWeights } from './category-weights.js';
import type { SceneMaterial } from './scenario.js';

/**
 * Candidates for the next scene where the state of the relationship decides. A category is drawn by `categoryWeights` among those in which
 * something fits that was not played yet, then the turning point of it that was played longest ago. If nothing new fits, conditions on states
 * give way; then scenarios repeat; and only if nothing fits either way do conditions on commitment give way.
 */
export function candidatesByState(
  { scenarios }: SceneMaterial,
  story: StorySoFar,
  { random }: { readonly random: () => number },
): readonly Candidate[] {
  const standAlone = scenarios.filter(({ series }) => series === undefined);
  const fresh = standAlone.filter(({ id }) => !story.used.includes(id));
  const gated = firstCandidates([fresh, standAlone], story, ['all', 'without-states']);
  const fitting = gated.length > 0 ? gated : firstCandidates([fresh, standAlone], story, ['facts']);
  const ofCategory = drawCategory(fitting, story, random);
  return withLeast(ofCategory, ({ scenario }) => lastPlayed(scenario.turningPoint, story));
}

/** Candidates of one category, drawn by weight; all of them if every category that fits is out of place. */
function drawCategory(candidates: readonly Candidate[], story: StorySoFar, random: () => number): readonly Candidate[] {
  const weights = categoryWeights(story);
  const categories = [...new Set(candidates.map(({ scenario }) => scenario.category))].sort();
  const total = categories.reduce((sum, category) => sum + weights[category], 0);
  let left = random() * total;
  if (total === 0) return candidates;
  const drawn = categories.find((category) => (left -= weights[category]) < 0);
  return candidates.filter(({ scenario }) => scenario.category === drawn);
}

/** Scene in which a turning point was played last, from 1; 0 if it was not. */
function lastPlayed(turningPoint: string, { turningPoints }: StorySoFar): number {
  return turningPoints.lastIndexOf(turningPoint) + 1;
}
