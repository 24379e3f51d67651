import { PARTNERS } from '../ports/partners.js';
import type { StorySoFar } from '../ports/scene-director.js';
import type { SceneCategory } from './scenario.js';

/** Commitment of both from which a relationship deepens, and of either below which it may end. */
const HIGH = 6.5;
const LOW = 3.5;

type Weights = { readonly [Category in SceneCategory]: number };

/** Weights of an ordinary time: together, no quarrel, no end in sight. */
const ORDINARY: Weights = {
  'Initial Formation': 0,
  'Relationship Development': 1,
  'Challenges or Tests': 2,
  'Conflict & Repair': 0.5,
  'Deepening or Milestones': 0.5,
  'Modern Life': 1,
  'Transitions or Endings': 0.25,
};

/** Weights that a state of the relationship adds. Several may hold at once. */
const ADDED: readonly (Partial<Weights> & { readonly where: (story: Relationship) => boolean })[] = [
  { where: ({ couple }) => couple.stage === 'strangers', 'Initial Formation': 20 },
  { where: ({ couple }) => couple.stage === 'acquainted', 'Initial Formation': 12 },
  { where: ({ couple }) => couple.stage === 'dating', 'Initial Formation': 3, 'Relationship Development': 4 },
  { where: ({ couple }) => couple.stage === 'separated', 'Transitions or Endings': 8 },
  { where: hasOpenConflict, 'Conflict & Repair': 6 },
  {
    where: (story) => lowest(story) >= HIGH && !hasOpenConflict(story),
    'Deepening or Milestones': 4,
  },
  {
    where: ({ relation }) => relation.repair === 'successful',
    'Relationship Development': 1,
    'Deepening or Milestones': 2,
  },
  {
    where: (story) => story.relation.breakup === 'soft' || lowest(story) < LOW,
    'Transitions or Endings': 6,
  },
];

type Relationship = Pick<StorySoFar, 'couple' | 'relation' | 'commitment'>;

/** Weight of each category for the next scene, by the state of the relationship; 0 for one that is out of place. */
export function categoryWeights(story: Relationship): Weights {
  const held = ADDED.filter(({ where }) => where(story));
  const weights = Object.entries(ORDINARY).map(([category, weight]) => {
    if (isEnding(story) && BEGINNINGS.includes(category)) return [category, 0];
    const added = held.map((each) => each[category as SceneCategory] ?? 0);
    return [category, added.reduce((sum, value) => sum + value, weight)];
  });
  return Object.fromEntries(weights) as Weights;
}

/** Categories of scenes in which people begin something, or build on it. */
const BEGINNINGS: readonly string[] = ['Initial Formation', 'Deepening or Milestones'];

function isEnding({ relation }: Relationship): boolean {
  return relation.breakup === 'soft' || relation.breakup === 'hard';
}

function hasOpenConflict({ relation: { conflict } }: Relationship): boolean {
  return conflict === 'active' || conflict === 'unresolved';
}

/** Lower commitment of the two; not a number if one was not judged yet, so that no comparison holds. */
function lowest({ commitment }: Relationship): number {
  return Math.min(...PARTNERS.map((partner) => commitment[partner] ?? NaN));
}
