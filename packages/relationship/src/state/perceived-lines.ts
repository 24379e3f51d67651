import { describeEmotions } from '../memory/emotions.js';
import { otherPartner, type Partner } from '../ports/partners.js';
import type { RelationshipFact } from './relationship-facts.js';
import type { RelationshipState } from './relationship-state.js';
import { deedLine } from './stage-of.js';

/** Lines that a fact adds to one partner's history. Both partners see narration and actions; each knows only its own mind. */
export function perceivedLines(state: RelationshipState, partner: Partner, fact: RelationshipFact): readonly string[] {
  switch (fact.type) {
    case 'scene-opened': {
      const { theme, setting, situation, conflict, goals } = fact.opening;
      const other = state.partners?.[otherPartner(partner)].name ?? otherPartner(partner);
      return [
        `Scene ${fact.scene} with ${other}: ${theme}`,
        `${setting} ${situation} ${conflict}`,
        `You want: ${goals[partner]}`,
      ];
    }
    case 'context-generated':
      return [`Only you know: ${fact.contexts[partner]}`];
    case 'memories-recalled':
      return fact.partner === partner ? fact.memories.flatMap(({ id }) => rememberedLine(state, partner, id)) : [];
    case 'beat-narrated':
      return [fact.narrative];
    case 'beat-appraised':
      return fact.partner === partner ? [`You felt ${describeEmotions(fact.emotions)}. You thought: ${fact.thought}`] : [];
    case 'choice-made':
      return [deedLine(nameFor(state, partner, fact.partner), fact)];
    case 'choice-missing':
      return fact.partner ? [deedLine(nameFor(state, partner, fact.partner), 'missing')] : [];
    case 'reflection-made':
      return fact.partner === partner ? [`Looking back you thought: ${fact.reflection}`] : [];
    default:
      return [];
  }
}

function rememberedLine(state: RelationshipState, partner: Partner, id: string): readonly string[] {
  const memory = state.minds[partner].memories.find((candidate) => candidate.id === id);
  return memory ? [`You remember: ${memory.text}`] : [];
}

function nameFor(state: RelationshipState, reader: Partner, actor: Partner): string {
  return reader === actor ? 'You' : (state.partners?.[actor].name ?? actor);
}
