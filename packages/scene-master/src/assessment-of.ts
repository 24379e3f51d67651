import { type RelationDelta, type SceneAssessment, type Stage, withoutQuotationMarks } from '@entente/relationship';
import type { AssessmentReply } from './prompts/assess-scene.js';

/**
 * Turns a checked reply into the assessment of a scene. A repair belongs to the scene that it was tried in: it lapses where the next one
 * does not touch it, without words that show it.
 */
export function assessmentFrom(
  { states, facts = [], told = [] }: AssessmentReply,
  { relation: { repair } }: Stage,
): SceneAssessment {
  const isTouched = states.some(({ state }) => state === 'repair');
  const lapsed: readonly RelationDelta[] =
    isTouched || repair === 'unknown' || repair === 'none' ? [] : [{ state: 'repair', to: 'none', quote: '' }];
  return {
    states: [...states.map(bare), ...lapsed] as readonly RelationDelta[],
    facts: facts.map(bare) as SceneAssessment['facts'],
    told: told.map(bare),
  };
}

function bare<Entry extends { readonly quote: string }>(entry: Entry): Entry {
  return { ...entry, quote: withoutQuotationMarks(entry.quote) };
}
