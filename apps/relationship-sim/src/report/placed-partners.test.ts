import {
  applyRelationshipFact,
  initialRelationshipState,
  type RelationshipFact,
  type RelationshipState,
} from '@entente/relationship';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import { offlineProgram } from '../../test/offline-run.js';
import { sceneFacts } from '../../test/scene-facts.js';
import { relationshipKind } from '../relationship-kind.js';
import { dueScores } from './commitment/due-scores.js';
import { breakUpScene } from './placed-partners.js';

const stateAfter = (facts: readonly RelationshipFact[]): RelationshipState =>
  facts.reduce(applyRelationshipFact, initialRelationshipState);
const spec = JSON.parse(JSON.stringify(offlineProgram({}).spec)) as RunBlueprint['spec'];
const blueprint: RunBlueprint = { spec, seed: '7', labels: {} };

describe('a run in which the second of the file stands as A', () => {
  const state = stateAfter(sceneFacts());

  it('is told in the order of the file, by name', () => {
    expect(relationshipKind.results.row(state, blueprint)).toMatchObject({
      couple: 'Maya & Jonas',
      finalFirst: 2,
      finalSecond: 1,
      breakUp: 2,
      missing: 1,
      otherMissing: 2,
    });
    expect(dueScores(state).map(({ scene, partner, score }) => [scene.scene, partner.name, partner.role, score])).toEqual([
      [1, 'Maya', 'B', null],
      [1, 'Jonas', 'A', 5.5],
      [2, 'Maya', 'B', 2],
      [2, 'Jonas', 'A', 1],
    ]);
  });

  it('shows no letter in the columns of its results', () => {
    for (const { title, meaning } of relationshipKind.results.columns) expect(`${title} ${meaning}`).not.toMatch(/\b[AB]\b/);
  });
});

it('takes a break-up back where a later scene does', () => {
  const again: RelationshipFact = {
    type: 'relation-assessed',
    scene: 2,
    deltas: [{ state: 'breakup', to: 'none', quote: 'Stay.' }],
  };
  expect(breakUpScene(stateAfter(sceneFacts()))).toBe(2);
  expect(breakUpScene(stateAfter([...sceneFacts(), again]))).toBeNull();
});
