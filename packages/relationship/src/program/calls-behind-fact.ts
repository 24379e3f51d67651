import type { Partner } from '../ports/partners.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { beatPath, commitmentPath, scenePath } from './couple-path.js';

/**
 * Beginnings of the paths of the calls that a fact rests on; empty for a fact that no call made.
 * @param actor the one whose move the beat of an appraisal is; without it, appraisals name the calls of both
 */
export function callsBehindFact(fact: RelationshipFact, actor?: Partner): readonly string[] {
  switch (fact.type) {
    case 'memories-kept':
      return fact.scene === 0 ? [scenePath(1, 'past', fact.partner)] : [];
    case 'scene-opened':
    case 'opening-missing':
      return [scenePath(fact.scene, 'opening')];
    case 'context-generated':
    case 'context-missing':
      return [scenePath(fact.scene, 'context')];
    case 'beat-narrated':
      return [beatPath(fact.scene, fact.beat, 'progress')];
    case 'beat-appraised': {
      const [before, after] = [beatPath(fact.scene, fact.beat, 'appraise'), beatPath(fact.scene, fact.beat, 'partner')];
      return actor === undefined ? [before, after] : [fact.partner === actor ? before : after];
    }
    case 'choice-made':
      return [beatPath(fact.scene, fact.beat, 'choose')];
    case 'scene-closed':
    case 'closing-missing':
      return [scenePath(fact.scene, 'closing')];
    case 'scene-summarized':
    case 'summary-missing':
      return [scenePath(fact.scene, 'summary')];
    case 'relation-assessed':
    case 'assessment-missing':
      return [scenePath(fact.scene, 'assess')];
    case 'couple-changed':
      return [scenePath(fact.scene, fact.quote === null ? 'opening' : 'assess')];
    case 'reflection-made':
      return [scenePath(fact.scene, 'reflections', fact.partner)];
    case 'commitment-scored':
      return [commitmentPath(fact.scene, fact.partner)];
    default:
      return [];
  }
}
