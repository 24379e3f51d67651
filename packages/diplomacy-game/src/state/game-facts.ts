import type { ByPower, GameResult, OrderResult, Position, Power } from '@entente/diplomacy-rules';
import type { DIARY_KINDS } from './agent-state.js';
import type { GameSettings } from '../settings/game-settings.js';
import type { DroppedMessage, PressMessage } from './press-message.js';
import type { Relationship } from './relationships.js';

/** Who plays a power. */
export interface Seat {
  /** The model's id, without key. */
  readonly model: string;
}

/** The first fact of every game. */
export interface GameBegun {
  readonly type: 'game-begun';
  readonly settings: GameSettings;
  readonly seats: ByPower<Seat>;
  readonly position: Position;
}

/** A fork goes on with other players or settings than the game it comes from; put on record before its first phase. */
export interface TableChanged {
  readonly type: 'table-changed';
  readonly settings: GameSettings;
  readonly seats: ByPower<Seat>;
}

/** What a power set out with. */
export interface AgentInitialized {
  readonly type: 'agent-initialized';
  readonly phase: string;
  readonly power: Power;
  readonly goals: readonly string[];
  readonly relationships: { readonly [power in Power]?: Relationship };
}

/** A round of negotiation: all that was written at the same time, in the order of the powers. */
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

/** What a power thinks of the others and wants, after a phase. What is left out stays as it was. */
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
  /** How many units had a legal order at once, and how many after being asked again. */
  readonly valid: number;
  readonly repaired: number;
  /** Texts of the first answer that were not understood or not allowed. */
  readonly illegal: readonly string[];
}

/** Units that got no legal order and hold, disband, or are not built, and why. */
export interface OrdersDefaulted {
  readonly type: 'orders-defaulted';
  readonly phase: string;
  readonly power: Power;
  readonly units: readonly string[];
  readonly reason: 'not-ordered' | 'illegal' | 'refusal' | 'length-cut' | 'unparsable';
  readonly detail: string;
}

/** What became of one order. */
export interface OrderRecord {
  readonly power: Power;
  readonly order: string;
  /** Empty for a success. */
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

/** Why a game was over. */
export const GAME_ENDINGS = ['solo', 'draw', 'max-year', 'end-at-phase'] as const;

export interface GameEnded {
  readonly type: 'game-ended';
  readonly ending: (typeof GAME_ENDINGS)[number];
  readonly result?: GameResult;
}

/** What was asked of a model and not answered usably; see each name for what was done instead. */
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
  /** Absent for what is asked of nobody's behalf. */
  readonly power?: Power;
  readonly reason: 'refusal' | 'length-cut' | 'unparsable';
  readonly detail: string;
}

/** What a power made of a phase after it was judged: its diary, and how it stands to the others since; one fact, for it is one piece of work. */
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
