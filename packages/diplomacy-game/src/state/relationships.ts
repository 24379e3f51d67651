/** How a power stands to another one, from worst to best. */
export const RELATIONSHIPS = ['Enemy', 'Unfriendly', 'Neutral', 'Friendly', 'Ally'] as const;

/** One of five steps; `Neutral` until something happens. */
export type Relationship = (typeof RELATIONSHIPS)[number];
