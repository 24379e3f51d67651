/**
 * Conventions of the default rulebook where rulebooks differ, by the section of the DATC that discusses them. They are those that the DATC
 * prefers.
 */
export const CONVENTIONS = {
  '4.A.1': 'An army is convoyed as long as one of its routes survives.',
  '4.A.2': 'Convoys that are the core of a paradox fail (Szykman).',
  '4.A.3':
    'An army that could walk is convoyed if its order says VIA or a fleet of its own power is to carry it; it does not walk then.',
  '4.A.4': 'An army that comes by convoy does not cut support for an attack on the place it comes from.',
  '4.A.5': 'A unit dislodged by convoy may retreat to where the attacker embarked.',
  '4.A.6': 'An order to move by convoy does not name the route.',
  '4.A.7':
    'A unit dislodged by one on a convoy, whom it does not meet on the way, still keeps others out of the place it attacked.',
  '4.B.2': 'A coast that is left out is filled in when only one can be meant.',
  '4.B.3': 'A coast that cannot be reached makes the order void, also when the other could be.',
  '4.B.4': 'An order to support a move need not name the coast; a wrong one makes it void.',
  '4.B.5': 'A wrong coast of the ordered fleet itself is passed over.',
  '4.B.6': "A coast in an army's order is passed over.",
  '4.C.4': 'A unit that cannot stand where it is to be built is not built.',
  '4.D.4': 'Of too many builds the first legal ones are made.',
  '4.D.6': 'Of too many removals the first legal ones are made.',
  '4.D.8':
    'The unit farthest from any owned centre goes first, over land and sea alike; fleets before armies, then the alphabet.',
  '4.E.1': 'A unit with an order that is void holds, and can be supported.',
} as const;

/** The section of the DATC that discusses a convention. */
export type Convention = keyof typeof CONVENTIONS;
