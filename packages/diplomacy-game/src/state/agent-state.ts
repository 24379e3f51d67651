import type { Power } from '@entente/diplomacy-rules';
import type { Relationship } from './relationships.js';

/** What diary entries are about: what was talked over, what was ordered and why, what came of it. */
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

/** What a power keeps to itself. Nobody else ever sees any of it. */
export interface AgentState {
  readonly goals: readonly string[];
  /** To every other power. */
  readonly relationships: { readonly [power in Power]?: Relationship };
  /** Oldest first. */
  readonly relationshipChanges: readonly RelationshipChange[];
  /** In the order of the game; entries of years that were consolidated are no longer here. */
  readonly diary: readonly DiaryEntry[];
  /** What the diary of the years up to and including `throughYear` came to; `null` before the first consolidation. */
  readonly consolidated: { readonly throughYear: number; readonly text: string } | null;
  /** What a power notes for itself outside the diary, oldest first. */
  readonly journal: readonly { readonly phase: string; readonly text: string }[];
  /** The plan of the phase that is being played; `null` where none was made. */
  readonly plan: string | null;
}

/** An agent that has thought of nothing yet. */
export const blankAgent: AgentState = Object.freeze({
  goals: Object.freeze([]),
  relationships: Object.freeze({}),
  relationshipChanges: Object.freeze([]),
  diary: Object.freeze([]),
  consolidated: null,
  journal: Object.freeze([]),
  plan: null,
});
