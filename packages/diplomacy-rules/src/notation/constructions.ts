import type { Preposition } from './order-words.js';

/**
 * Role of a place in an order. `unit`: place of the ordered unit. `other`: place of the supported or convoyed unit. `to`: destination of
 * one of them. `from`: its origin. `route`: a sea on its way. `same`: place of a unit that was already named. `aside`: a place that the
 * order does not need, as in `supports A MAR against BUR`.
 */
export type Role = 'unit' | 'other' | 'to' | 'from' | 'route' | 'same' | 'aside';

/** Possible roles of a place after each preposition. A preposition that is not listed allows none. */
export type RolesByPreposition = { readonly [preposition in Preposition | 'none']?: readonly Role[] };

/** Meaning of a sentence. `support` is support of a move if there is a destination. */
export type Statement = 'move' | 'convoyed-move' | 'retreat' | 'hold' | 'disband' | 'build' | 'support' | 'convoy';

/**
 * One way to phrase an order: roles of places by preposition, before the deed, behind it, and behind a second deed that belongs to the
 * supported or convoyed unit.
 */
export interface Construction {
  readonly says: Statement;
  readonly before: RolesByPreposition;
  readonly behind: RolesByPreposition;
  /** @default the same as `behind` */
  readonly nested?: RolesByPreposition;
  /** Whether two places without prepositions behind the deed have the fixed sequence of compact notation: `F NTH C LON BEL`. */
  readonly isOrdered: boolean;
}

const AT_UNIT = { none: ['unit', 'same'], at: ['unit', 'same'], of: ['unit'], by: ['unit'], with: ['unit'] } as const;

const MOVE_BEFORE = {
  none: ['unit'],
  to: ['to'],
  dash: ['to'],
  from: ['from'],
  by: ['unit'],
  with: ['unit'],
  at: ['unit', 'same'],
  of: ['unit'],
} as const;

const MOVE_BEHIND = {
  none: ['unit', 'to', 'route'],
  to: ['to', 'route'],
  dash: ['to', 'route'],
  against: ['to'],
  from: ['from'],
  by: ['unit', 'route'],
  with: ['unit'],
  via: ['route'],
  at: ['unit', 'to', 'same'],
  of: ['unit', 'to'],
  for: ['unit', 'to'],
} as const;

const SUPPORT_BEHIND = {
  none: ['other', 'to', 'same'],
  to: ['to'],
  dash: ['to'],
  against: ['to', 'aside'],
  from: ['from'],
  by: ['other', 'route'],
  with: ['other'],
  via: ['route'],
  at: ['other', 'same'],
  of: ['other', 'to'],
  for: ['other', 'to'],
} as const;

const SUPPORTED = {
  none: ['other', 'same'],
  to: ['other'],
  dash: ['other'],
  at: ['other', 'same'],
  of: ['other'],
  by: ['other'],
  for: ['other'],
} as const;

const CONVOY_BEHIND = {
  none: ['other', 'to'],
  to: ['to'],
  dash: ['to'],
  from: ['from'],
  of: ['other'],
  for: ['other'],
  at: ['same'],
  via: ['route'],
} as const;

const SUBJECT = { none: ['unit'], at: ['unit'], from: ['unit'], by: ['unit'], with: ['unit'] } as const;

/** `PAR - BUR`, `to BUR from PAR`, `BUR from PAR by A`: no deed is named. */
export const MARCH: Construction = {
  says: 'move',
  before: {
    none: ['unit', 'to', 'route'],
    to: ['to', 'route'],
    dash: ['to', 'route'],
    against: ['to'],
    from: ['from'],
    by: ['unit', 'route'],
    with: ['unit'],
    via: ['route'],
    at: ['unit', 'same'],
    of: ['unit'],
  },
  behind: {},
  isOrdered: true,
};

/** `A PAR attacks BUR`, `Attack BUR from PAR`, `Move A PAR to BUR`. */
export const MOVE: Construction = { says: 'move', before: MOVE_BEFORE, behind: MOVE_BEHIND, isOrdered: false };

/** Two places without prepositions, as in `Burgundy: Paris attacks`, have no fixed sequence if a deed is named last. */
const NAMED_LAST_BEFORE = { ...MARCH.before, at: ['unit', 'to', 'same'] } as const;

/** `A GAS from BUR (retreat)`, `to BUR from PAR: attack`: the deed is named last. */
export const MOVE_NAMED_LAST: Construction = { ...MOVE, before: NAMED_LAST_BEFORE };

/** `BUR is attacked by A PAR`. */
export const ATTACKED: Construction = {
  says: 'move',
  before: { none: ['to'] },
  behind: { by: ['unit'], with: ['unit'], from: ['from'] },
  isOrdered: false,
};

/** `A PAR S A MAR - BUR`, `A PAR supports an attack on BUR by A MAR`. */
export const SUPPORT: Construction = { says: 'support', before: SUBJECT, behind: SUPPORT_BEHIND, isOrdered: true };

/** `A PAR support hold to MAR`, `A PAR S A MAR H`. */
export const SUPPORT_HOLD: Construction = { ...SUPPORT, nested: SUPPORTED };

/** `Support A MAR to BUR with A PAR`: the ordered unit comes behind the deed. */
export const SUPPORT_COMMAND: Construction = {
  says: 'support',
  before: {},
  behind: { ...SUPPORT_BEHIND, by: ['unit', 'other', 'route'], with: ['unit', 'other'], from: ['unit', 'from'] },
  isOrdered: false,
};

/** `Support holding A MAR with A PAR`. */
export const SUPPORT_HOLD_COMMAND: Construction = {
  ...SUPPORT_COMMAND,
  nested: { ...SUPPORTED, by: ['unit', 'other'], with: ['unit'], from: ['unit'] },
};

/** `A MAR to BUR is supported by A PAR`. */
export const SUPPORTED_BY: Construction = {
  says: 'support',
  before: {
    none: ['other', 'to', 'same'],
    to: ['to'],
    dash: ['to'],
    against: ['to'],
    from: ['from'],
    by: ['other'],
    with: ['other'],
    of: ['other', 'to'],
    at: ['other', 'same'],
  },
  behind: { by: ['unit'], with: ['unit'], from: ['unit', 'from'], to: ['to'] },
  nested: {},
  isOrdered: true,
};

/** `F NTH C A LON - BEL`, `F NTH convoys to BEL from LON`. */
export const CONVOY: Construction = { says: 'convoy', before: SUBJECT, behind: CONVOY_BEHIND, isOrdered: true };

/** `Convoy A LON to BEL by F NTH`. */
export const CONVOY_COMMAND: Construction = {
  says: 'convoy',
  before: {},
  behind: { ...CONVOY_BEHIND, by: ['unit'], with: ['unit'] },
  isOrdered: false,
};

/** `A LON is convoyed to BEL by F NTH`, which may be the order of either. */
export const CONVOYED_BY: Construction = {
  says: 'convoy',
  before: { none: ['other'], to: ['to'], dash: ['to'], from: ['from'], of: ['other'] },
  behind: { by: ['unit'], with: ['unit'], to: ['to'], dash: ['to'], from: ['from'] },
  isOrdered: false,
};

/** `A LON convoy to BEL`, `A LON is convoyed to BEL via NTH`. */
export const CONVOYED_MOVE: Construction = {
  says: 'convoyed-move',
  before: {
    none: ['unit', 'to'],
    at: ['unit'],
    to: ['to', 'route'],
    dash: ['to', 'route'],
    from: ['from'],
    of: ['unit'],
    via: ['route'],
  },
  behind: {
    none: ['to', 'route'],
    to: ['to', 'route'],
    dash: ['to', 'route'],
    from: ['from'],
    via: ['route'],
    by: ['route'],
    with: ['route'],
    of: ['route'],
  },
  isOrdered: true,
};

/** `Convoy A YOR to NWY via NTH`, which may be the order of either. */
export const CONVOYED_MOVE_COMMAND: Construction = {
  says: 'convoyed-move',
  before: {},
  behind: { none: ['unit'], to: ['to'], dash: ['to'], from: ['from'], via: ['route'] },
  isOrdered: false,
};

const RETREAT_BEHIND = { ...MOVE_BEHIND, none: ['unit', 'to'], to: ['to'], dash: ['to'], by: ['unit'], via: [] } as const;

/** `A BUR R GAS`, `Retreat to GAS from BUR`. */
export const RETREAT: Construction = { says: 'retreat', before: MOVE_BEFORE, behind: RETREAT_BEHIND, isOrdered: false };

/** `A GAS from BUR retreat`. */
export const RETREAT_NAMED_LAST: Construction = {
  ...RETREAT,
  before: { ...NAMED_LAST_BEFORE, none: ['unit', 'to'] },
};

/** `A PAR H`, `hold with A PAR`. */
export const HOLD: Construction = { says: 'hold', before: AT_UNIT, behind: AT_UNIT, isOrdered: false };

/** `A PAR D`, `remove the army from PAR`. */
export const DISBAND: Construction = {
  says: 'disband',
  before: AT_UNIT,
  behind: { ...AT_UNIT, from: ['unit', 'same'] },
  isOrdered: false,
};

/** `A PAR B`, `build an army in PAR`. */
export const BUILD: Construction = { says: 'build', before: AT_UNIT, behind: { ...AT_UNIT, to: ['unit'] }, isOrdered: false };
