import {
  isRelationValue,
  RELATION_STATE_NAMES,
  RELATION_STATES,
  type RelationStateName,
  type Stage,
} from '@entente/relationship';
import type { AssessmentReply } from '../prompts/assess-scene.js';
import { possibleChanges } from '../possible-changes.js';
import { isQuoted } from './quotes.js';

/** Returns the complaint about names, values and ids that do not exist, and quotes that nobody said. `transcript` is as the prompt shows it. */
export function complaintAboutAssessment(
  { states, facts = [], told = [] }: AssessmentReply,
  stage: Stage,
  transcript: readonly string[],
): string | undefined {
  const { opening, secrets } = stage;
  for (const { state, to } of states) {
    if (!isState(state)) return `states: there is no state "${state}", only ${RELATION_STATE_NAMES.join(', ')}`;
    if (!isRelationValue(state, to)) return `states: ${state} is one of ${RELATION_STATES[state].join(', ')}, not "${to}"`;
  }
  const possible = possibleChanges(stage).map(({ fact, to }) => `${fact} to ${to}`);
  for (const { fact, to } of facts)
    if (!possible.includes(`${fact} to ${to}`))
      return `facts: "${fact} to ${to}" is not on the list; ${possible.length > 0 ? `there are ${possible.join('; ')}` : 'leave it empty'}`;
  const ids = secrets.map(({ id }) => id);
  for (const { id } of told)
    if (!ids.includes(id))
      return `told: there is no secret "${id}"; ${ids.length > 0 ? `there are ${ids.join(', ')}` : 'leave it empty'}`;
  const invented = [...states, ...facts, ...told].find(({ quote }) => !isQuoted(quote, [...transcript, opening.situation]));
  return (
    invented &&
    `quote: "${invented.quote}" does not stand in the scene; copy three words or more from there exactly, or leave the entry out`
  );
}

function isState(name: string): name is RelationStateName {
  return Object.hasOwn(RELATION_STATES, name);
}
