import type { Power } from '@entente/diplomacy-rules';

/** Subjects of diary entries: the negotiation, the orders and their reasons, the results of a phase. */
export const DIARY_KINDS = ['negotiation', 'orders', 'phase-result'] as const;

/** An entry of a power's private diary. */
export interface DiaryEntry {
  readonly phase: string;
  readonly kind: (typeof DIARY_KINDS)[number];
  readonly text: string;
}

/** A relationship that changed. */
export interface RelationshipChange {
  readonly phase: string;
  readonly towards: Power;
  readonly from: Relationship;
  readonly to: Relationship;
}

/** Private state of a power. No other player ever sees any of it. */
export interface AgentState {
  readonly goals: readonly string[];
  /** To every other power. */
  readonly relationships: { readonly [power in Power]?: Relationship };
  /** Oldest first. */
  readonly relationshipChanges: readonly RelationshipChange[];
  /** In the order of the game, without entries of consolidated years. */
  readonly diary: readonly DiaryEntry[];
  /** Text that replaces the diary up to and including `throughYear`; `null` before the first consolidation. */
  readonly consolidated: { readonly throughYear: number; readonly text: string } | null;
  /** Notes outside the diary, oldest first. */
  readonly journal: readonly { readonly phase: string; readonly text: string }[];
  /** Plan of the current phase; `null` if none was made. */
  readonly plan: string | null;
}

/** State of an agent before its first thought. */
export const blankAgent: AgentState = Object.freeze({
  goals: Object.freeze([]),
  relationships: Object.freeze({}),
  relationshipChanges: Object.freeze([]),
  diary: Object.freeze([]),
  consolidated: null,
  journal: Object.freeze([]),
  plan: null,
});

/** Relationships to another power, from worst to best. */
export const RELATIONSHIPS = ['Enemy', 'Unfriendly', 'Neutral', 'Friendly', 'Ally'] as const;

/** Relationship to another power; `Neutral` until something happens. */
export type Relationship = (typeof RELATIONSHIPS)[number];
