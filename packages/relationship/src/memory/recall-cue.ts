import type { Experience } from '../ports/scene-actor.js';
import { type Partner, PARTNERS } from '../ports/partners.js';
import type { CoupleFacts } from '../state/couple-facts.js';
import { experienceText } from '../state/experience-text.js';
import type { RelationshipState } from '../state/relationship-state.js';

/**
 * Returns the text that memories of a partner are to fit: what this partner perceived last, the newest narration and the newest move. At the
 * beginning of a scene it is the situation, with this partner's own wish, secret and news.
 */
export function recallCueOf(state: RelationshipState, partner: Partner): string {
  const { present } = state.minds[partner];
  const narrated = present.findLast((moment) => typeof moment !== 'string' && moment.kind === 'narrated');
  const deed = present.findLast((moment) => typeof moment !== 'string' && moment.kind === 'deed' && moment.deed !== null);
  const last = [narrated, deed].filter((moment) => moment !== undefined);
  return (last.length > 0 ? last : present.filter(isOfOpening)).map(experienceText).join('\n');
}

const OF_OPENING: readonly string[] = ['scene', 'event', 'secret', 'wish'];

function isOfOpening(moment: Experience): boolean {
  return typeof moment !== 'string' && OF_OPENING.includes(moment.kind);
}

/**
 * Returns texts whose words say nothing special of a memory: the two personas and what is known of the couple. As long as neither changes, it
 * is the same list.
 */
export function recallBackgroundOf({ partners, couple }: RelationshipState): readonly string[] {
  if (partners === null) return [];
  const lists = BACKGROUNDS.get(partners) ?? new WeakMap<CoupleFacts, readonly string[]>();
  BACKGROUNDS.set(partners, lists);
  const known = lists.get(couple) ?? [
    ...PARTNERS.map((partner) => partners[partner].persona),
    couple.story ?? '',
    ...couple.agreed,
    ...PARTNERS.map((partner) => couple.knows[partner]),
  ];
  lists.set(couple, known);
  return known;
}

const BACKGROUNDS = new WeakMap<object, WeakMap<CoupleFacts, readonly string[]>>();
