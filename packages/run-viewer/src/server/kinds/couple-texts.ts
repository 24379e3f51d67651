import type { Partner, RelationshipFact } from '@entente/relationship';
import type { RunHeader } from '@entente/simulation-core/journal';
import { at } from '../read-header.js';
import type { FactText } from './run-reader.js';

/** Texts of a fact of a couple: deeds and words, and what stays unspoken. */
export function textsOfCouple(fact: RelationshipFact, header: Pick<RunHeader, 'spec'>): readonly FactText[] {
  const said = (text: string, partner?: Partner): FactText => textOf('said', text, partner);
  const thought = (text: string, partner?: Partner): FactText => textOf('thought', text, partner);
  const textOf = (as: FactText['as'], text: string, partner: Partner | undefined): FactText => ({
    as,
    who: partner === undefined ? null : nameIn(header, partner),
    text,
  });
  switch (fact.type) {
    case 'scene-opened': {
      const { turningPoint, setting, situation, conflict, onlyKnows, goals } = fact.opening;
      return [
        said(`${turningPoint}. ${setting}`),
        said(situation),
        thought(conflict),
        thought(onlyKnows.A, 'A'),
        thought(onlyKnows.B, 'B'),
        thought(goals.A, 'A'),
        thought(goals.B, 'B'),
      ];
    }
    case 'event-injected':
      return [said(fact.event)];
    case 'context-generated':
      return [thought(fact.contexts.A, 'A'), thought(fact.contexts.B, 'B')];
    case 'beat-narrated':
      return [
        said(fact.narrative),
        thought(fact.onlySees.A, 'A'),
        thought(fact.onlySees.B, 'B'),
        said(fact.question),
        ...fact.options.map(({ action }) => said(action)),
      ];
    case 'beat-appraised':
      return [thought(fact.thought, fact.partner)];
    case 'choice-made':
      return [said(fact.deed, fact.partner), said(fact.words, fact.partner), thought(fact.reason, fact.partner)];
    case 'scene-closed':
      return [said(fact.narrative), thought(fact.onlySees.A, 'A'), thought(fact.onlySees.B, 'B')];
    case 'scene-summarized':
      return [said(fact.summary)];
    case 'reflection-made':
      return [fact.reflection, fact.story, fact.ofOther].map((text) => thought(text, fact.partner));
    case 'secret-told':
      return [said(fact.quote, fact.partner)];
    case 'commitment-scored':
      return [thought(fact.reasoning)];
    case 'memories-kept':
      return fact.scene === 0 ? fact.memories.map(({ text }) => thought(text, fact.partner)) : [];
    default:
      return [];
  }
}

function nameIn({ spec }: Pick<RunHeader, 'spec'>, partner: Partner): string {
  const place = at(at(spec, 'roles'), partner) ?? (partner === 'A' ? 0 : 1);
  const name = at(
    at(at(at(spec, 'couple'), 'partners'), typeof place === 'number' || typeof place === 'string' ? String(place) : '0'),
    'name',
  );
  return typeof name === 'string' ? name : partner;
}
