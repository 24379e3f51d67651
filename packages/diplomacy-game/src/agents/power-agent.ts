import type { Position, Power } from '@entente/diplomacy-rules';
import type { Scope } from '@entente/simulation-core';
import type { AgentState } from '../state/agent-state.js';
import type { DiaryEntry, Observation, PhaseRecord, Relationship } from '../state/index.js';

/** Relationships of a power to others. Powers that are left out stay as they were. */
export type Relations = { readonly [power in Power]?: Relationship };

/** Goals and relationships of a power at the beginning. */
export interface Outset {
  readonly goals: readonly string[];
  readonly relationships: Relations;
}

/** A message as it was written; its recipient is not checked yet. */
export interface WrittenMessage {
  readonly recipient: string;
  readonly text: string;
}

/** Messages of a power in a round of negotiation. */
export interface WrittenPress {
  readonly messages: readonly WrittenMessage[];
  /** Whether the power has nothing more to say in this phase. */
  readonly done: boolean;
}

/** Changes after a negotiation or a phase. Fields that are left out stay as they were. */
export interface Reflection {
  readonly goals?: readonly string[];
  readonly relationships?: Relations;
  /** For the power's journal. */
  readonly note?: string;
}

/** Review of a negotiation: the diary entry and the changes. */
export interface NegotiationReview extends Reflection {
  readonly diary: string;
}

/** Orders as they were written; nothing has checked yet whether they are understood or legal. */
export interface WrittenOrders {
  readonly orders: readonly string[];
  /** Reasons for the orders, for the diary; empty if none were given. */
  readonly reasoning: string;
}

/** Reasons to ask a power for its orders a second time. */
export interface OrderComplaints {
  readonly written: WrittenOrders;
  /** One sentence for each problem, with the order or unit that it is about. */
  readonly complaints: readonly string[];
}

/** A movement phase that was judged, as one power sees it. The power thinks about it while the next phase is played. */
export interface PlayedPhase {
  readonly power: Power;
  readonly record: PhaseRecord;
  /** Board after the phase. */
  readonly position: Position;
  readonly self: AgentState;
  readonly maxYear: number;
}

/** Years of a diary that are to become one text. */
export interface DiaryToConsolidate {
  readonly power: Power;
  /** The last of these years. */
  readonly throughYear: number;
  /** Text of the years before; `null` if there is none. */
  readonly consolidated: AgentState['consolidated'];
  readonly entries: readonly DiaryEntry[];
}

/**
 * A player of a power: a model, a person or a bot. It keeps no state between calls: everything it knows comes with each call. Methods may
 * throw a `ReplyError` if a model gives nothing usable; the phases put that on record. All other errors end the run.
 */
export interface PowerAgent {
  readonly power: Power;
  /** `null` for players that keep their thoughts to themselves (people) or have none (bots). */
  readonly mind: PowerMind | null;
  writeMessages(scope: Scope, observation: Observation): Promise<WrittenPress>;
  /** With complaints, asks again for the orders that are missing or wrong; the answer may hold only those, or all. */
  writeOrders(scope: Scope, observation: Observation, complaints?: OrderComplaints): Promise<WrittenOrders>;
}

/** Private thoughts of a power, on record as its goals, relationships, plans and diary. */
export interface PowerMind {
  initialize(scope: Scope, observation: Observation): Promise<Outset>;
  makePlan(scope: Scope, observation: Observation): Promise<string>;
  reviewNegotiation(scope: Scope, observation: Observation): Promise<NegotiationReview>;
  reviewPhase(scope: Scope, played: PlayedPhase): Promise<string>;
  /**  @param diary result of `reviewPhase`; `null` if it gave nothing usable */
  updateState(scope: Scope, played: PlayedPhase, diary: string | null): Promise<Reflection>;
  consolidateDiary(scope: Scope, diary: DiaryToConsolidate): Promise<string>;
}
