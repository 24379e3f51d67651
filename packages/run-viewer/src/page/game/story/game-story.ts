import type {
  AgentUpdated,
  DiaryConsolidated,
  DiaryWritten,
  DroppedMessage,
  GameEnded,
  OrderRecord,
  OrdersDefaulted,
  PressMessage,
  ReplyMissing,
} from '@entente/diplomacy-game/state';
import type { ByPower, Position, Power, RulebookChoice } from '@entente/diplomacy-rules';

/** A game as the page shows it, whether it comes from a journal or from a saved file. */
export interface GameStory {
  /** Oldest first. The last one may be under way, or be the position in which the game ended. */
  readonly phases: readonly StoryPhase[];
  /** Reason for the end; `null` while the game goes on. */
  readonly ended: GameEnded | null;
  /** Things that the record does not hold, in sentences. */
  readonly notes: readonly string[];
  /** Run whose calls can be opened; `null` for a file. */
  readonly runId: string | null;
}

/** A phase: the board before it, and everything that was written and ordered in it. */
export interface StoryPhase {
  /** `S1901M`. */
  readonly name: string;
  /** `played`, `open` while it is under way, or `end` for the last position. */
  readonly stage: 'played' | 'open' | 'end';
  readonly position: Position;
  readonly rulebook: RulebookChoice;
  /** As they were judged, by power. */
  readonly orders: { readonly [power in Power]?: readonly string[] };
  /** Results as they are on record; empty while the phase is under way. */
  readonly results: readonly OrderRecord[];
  readonly press: readonly PressMessage[];
  readonly dropped: readonly DroppedMessage[];
  /** Minds of the powers when they gave their orders; `null` where the record has none. */
  readonly agents: ByPower<AgentView> | null;
  /** Diary entries about this phase, also those of years that were consolidated since. */
  readonly diaries: readonly StoryEntry[];
  /** Changes of goals and relationships after this phase. */
  readonly updates: readonly AgentUpdated[];
  /** Diaries that were shortened before the orders of this phase. */
  readonly consolidations: readonly DiaryConsolidated[];
  readonly defaulted: readonly OrdersDefaulted[];
  readonly missing: readonly ReplyMissing[];
  readonly summary: string | null;
  /** Players by power; `null` where nobody is named. */
  readonly models: { readonly [power in Power]?: string };
}

/** A diary entry; `entry` where the record does not say what it is about. */
export interface StoryEntry extends Pick<DiaryWritten, 'power' | 'text'> {
  readonly kind: DiaryWritten['kind'] | 'entry';
}

/** Mind of a power as far as the record holds it. */
export interface AgentView {
  readonly goals: readonly string[];
  readonly relationships: { readonly [power in Power]?: string };
  readonly plan: string | null;
}
