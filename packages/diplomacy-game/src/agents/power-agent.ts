import type { Position, Power } from '@entente/diplomacy-rules';
import type { Scope } from '@entente/simulation-core';
import type { AgentState, DiaryEntry, Observation, PhaseRecord, Relationship } from '../state/index.js';

/** How a power stands to others; those that are left out stay as they were. */
export type Relations = { readonly [power in Power]?: Relationship };

/** What a power sets out with. */
export interface Outset {
  readonly goals: readonly string[];
  readonly relationships: Relations;
}

/** A message as it was written: nobody has looked yet whether there is such a recipient. */
export interface WrittenMessage {
  readonly recipient: string;
  readonly text: string;
}

/** What a power says in a round of negotiation. */
export interface WrittenPress {
  readonly messages: readonly WrittenMessage[];
  /** Whether it has nothing more to say in this phase. */
  readonly done: boolean;
}

/** What a power makes of a negotiation, or of a phase. What is left out stays as it was. */
export interface Reflection {
  readonly goals?: readonly string[];
  readonly relationships?: Relations;
  /** For the power's journal. */
  readonly note?: string;
}

/** What a power makes of a negotiation: the diary entry, and what has changed. */
export interface NegotiationReview extends Reflection {
  readonly diary: string;
}

/** Orders as they were written: nobody has looked yet whether they are understood or allowed. */
export interface WrittenOrders {
  readonly orders: readonly string[];
  /** What they are for, for the diary; empty where nothing was said. */
  readonly reasoning: string;
}

/** Why a power is asked for its orders a second time. */
export interface OrderComplaints {
  readonly written: WrittenOrders;
  /** One sentence each, with the order or the unit that it is about. */
  readonly complaints: readonly string[];
}

/**
 * A movement phase that was judged, as one power sees it: plain data, small enough to stand on record, for it is thought about while
 * the next phase is played.
 */
export interface PlayedPhase {
  readonly power: Power;
  readonly record: PhaseRecord;
  /** The board after it. */
  readonly position: Position;
  readonly self: AgentState;
  readonly maxYear: number;
}

/** Years of a diary that are to become one text. */
export interface DiaryToConsolidate {
  readonly power: Power;
  /** The last of these years. */
  readonly throughYear: number;
  /** What the years before came to. */
  readonly consolidated: AgentState['consolidated'];
  readonly entries: readonly DiaryEntry[];
}

/**
 * Whoever plays a power: a model, a person, a bot. It holds nothing that changes; what it knows comes in with every call. Methods may throw
 * a `ReplyError` where a model gave nothing usable, which the phases put on record; all other errors end the run.
 */
export interface PowerAgent {
  readonly power: Power;
  /** `null` for players who keep their thoughts to themselves (a person), or have none (a bot). */
  readonly mind: PowerMind | null;
  writeMessages(scope: Scope, observation: Observation): Promise<WrittenPress>;
  /** A second time with complaints, for the orders that are still missing; the answer then has only those, or all. */
  writeOrders(scope: Scope, observation: Observation, complaints?: OrderComplaints): Promise<WrittenOrders>;
}

/** What a power thinks and nobody else learns, on record as its goals, relationships, plans and diary. */
export interface PowerMind {
  initialize(scope: Scope, observation: Observation): Promise<Outset>;
  makePlan(scope: Scope, observation: Observation): Promise<string>;
  reviewNegotiation(scope: Scope, observation: Observation): Promise<NegotiationReview>;
  reviewPhase(scope: Scope, played: PlayedPhase): Promise<string>;
  /** @param diary what `reviewPhase` gave; `null` where it gave nothing usable */
  updateState(scope: Scope, played: PlayedPhase, diary: string | null): Promise<Reflection>;
  consolidateDiary(scope: Scope, diary: DiaryToConsolidate): Promise<string>;
}
