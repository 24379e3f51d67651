import type { ByPower, GameResult, OrderResult, Position, Power } from '@entente/diplomacy-rules';
import type { GameSettings } from '../settings/game-settings.js';
import type { DIARY_KINDS, Relationship } from './agent-state.js';
import type { DroppedMessage, PressMessage } from './press-message.js';

/** Player of a power. */
export interface Seat {
  /** Id of the model, without key. */
  readonly model: string;
}

/** The first fact of every game. */
export interface GameBegun {
  readonly type: 'game-begun';
  readonly settings: GameSettings;
  readonly seats: ByPower<Seat>;
  readonly position: Position;
}

/** Players and settings of a fork that changes them, recorded before its first phase. */
export interface TableChanged {
  readonly type: 'table-changed';
  readonly settings: GameSettings;
  readonly seats: ByPower<Seat>;
}

/** Goals and relationships of a power at the beginning. */
export interface AgentInitialized {
  readonly type: 'agent-initialized';
  readonly phase: string;
  readonly power: Power;
  readonly goals: readonly string[];
  readonly relationships: { readonly [power in Power]?: Relationship };
}

/** A round of negotiation: all messages written at the same time, in the order of the powers. */
export interface RoundHeld {
  readonly type: 'round-held';
  readonly phase: string;
  /** From 1. */
  readonly round: number;
  readonly messages: readonly PressMessage[];
  readonly dropped: readonly DroppedMessage[];
  /** Powers that said they have nothing more to say in this phase. */
  readonly done: readonly Power[];
}

export interface PlanMade {
  readonly type: 'plan-made';
  readonly phase: string;
  readonly power: Power;
  readonly plan: string;
}

export interface DiaryWritten {
  readonly type: 'diary-written';
  readonly phase: string;
  readonly power: Power;
  readonly kind: (typeof DIARY_KINDS)[number];
  readonly text: string;
}

/** Goals and relationships of a power after a phase. Fields that are left out stay as they were. */
export interface AgentUpdated {
  readonly type: 'agent-updated';
  readonly phase: string;
  readonly power: Power;
  readonly goals?: readonly string[];
  readonly relationships?: { readonly [power in Power]?: Relationship };
  readonly note?: string;
}

/** Years of diary that became one text; the newest year stays as it is. */
export interface DiaryConsolidated {
  readonly type: 'diary-consolidated';
  readonly power: Power;
  readonly throughYear: number;
  readonly text: string;
}

/** The orders of a power, as they are judged: canonical texts. */
export interface OrdersSubmitted {
  readonly type: 'orders-submitted';
  readonly phase: string;
  readonly power: Power;
  readonly orders: readonly string[];
  /** Number of units that had a legal order at once, and of those that had one after the second question. */
  readonly valid: number;
  readonly repaired: number;
  /** Texts of the first answer that were not understood or not allowed. */
  readonly illegal: readonly string[];
}

/** Units without a legal order, which hold, disband or are not built, and the reason. */
export interface OrdersDefaulted {
  readonly type: 'orders-defaulted';
  readonly phase: string;
  readonly power: Power;
  readonly units: readonly string[];
  readonly reason: 'not-ordered' | 'illegal' | 'refusal' | 'length-cut' | 'unparsable';
  readonly detail: string;
}

/** Result of one order. */
export interface OrderRecord {
  readonly power: Power;
  readonly order: string;
  /** Empty if the order succeeded. */
  readonly results: readonly OrderResult[];
}

/** A phase was judged; `next` is the position that follows. Its orders are those submitted before. */
export interface PhaseResolved {
  readonly type: 'phase-resolved';
  readonly phase: string;
  readonly outcomes: readonly OrderRecord[];
  readonly next: Position;
}

export interface PhaseSummarized {
  readonly type: 'phase-summarized';
  readonly phase: string;
  readonly text: string;
}

/** Reasons for the end of a game. */
export const GAME_ENDINGS = ['solo', 'draw', 'max-year', 'end-at-phase'] as const;

export interface GameEnded {
  readonly type: 'game-ended';
  readonly ending: (typeof GAME_ENDINGS)[number];
  readonly result?: GameResult;
}

/** Questions to which a model gave no usable answer. Each name has a comment on the consequence. */
export const MISSING_TYPES = [
  /** No goals, everybody neutral. */
  'initialization-missing',
  /** The power is silent in this round. */
  'messages-missing',
  'plan-missing',
  'diary-missing',
  /** Goals and relationships stay as they were. */
  'update-missing',
  /** The diary stays as long as it was. */
  'consolidation-missing',
  'summary-missing',
] as const;

export interface ReplyMissing {
  readonly type: (typeof MISSING_TYPES)[number];
  readonly phase: string;
  /** Absent for a question that is asked for no power. */
  readonly power?: Power;
  readonly reason: 'refusal' | 'length-cut' | 'unparsable';
  readonly detail: string;
}

/**
 * Thoughts of a power about a judged phase: its diary entry and its changes. They are one fact because they are one piece of deferred work.
 */
export interface PhaseAnalyzed {
  readonly type: 'phase-analyzed';
  readonly phase: string;
  readonly power: Power;
  readonly written: readonly (DiaryWritten | AgentUpdated | ReplyMissing)[];
}

/** Everything that can become true in a game. */
export type GameFact =
  | GameBegun
  | TableChanged
  | AgentInitialized
  | RoundHeld
  | PlanMade
  | DiaryWritten
  | AgentUpdated
  | DiaryConsolidated
  | OrdersSubmitted
  | OrdersDefaulted
  | PhaseAnalyzed
  | PhaseResolved
  | PhaseSummarized
  | GameEnded
  | ReplyMissing;
