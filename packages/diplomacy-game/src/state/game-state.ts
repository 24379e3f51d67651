import type { ByPower, Position, Power, RulebookChoice } from '@entente/diplomacy-rules';
import { POWERS, startingPosition } from '@entente/diplomacy-rules';
import type { AgentState } from './agent-state.js';
import { blankAgent } from './agent-state.js';
import type { GameEnded, OrderRecord, OrdersDefaulted, ReplyMissing, Seat } from './game-facts.js';
import type { GameSettings } from '../settings/game-settings.js';
import type { DroppedMessage, PressMessage } from './press-message.js';

/** A phase that was played. */
export interface PhaseRecord {
  readonly phase: string;
  /** As it was before the orders. */
  readonly position: Position;
  /** As they were judged; units that are not in here had none. */
  readonly orders: { readonly [power in Power]?: readonly string[] };
  readonly outcomes: readonly OrderRecord[];
  readonly press: readonly PressMessage[];
}

/** What became of the texts a power wrote as orders, over the whole game, in units. */
export interface OrderCounts {
  readonly valid: number;
  readonly repaired: number;
  readonly illegal: number;
  readonly defaulted: number;
}

/** What became of the texts that a power wrote as orders in one phase, in units. */
export interface OrderTexts extends OrderCounts {
  readonly phase: string;
  readonly power: Power;
  /** Who wrote them; `null` before anybody has sat down. */
  readonly model: string | null;
}

/** A game as it stands: the fold of its facts. Nobody who plays sees it; each power sees its `Observation`. */
export interface GameState {
  /** `null` before the game has begun. */
  readonly settings: GameSettings | null;
  readonly seats: ByPower<Seat> | null;
  readonly position: Position;
  readonly agents: ByPower<AgentState>;
  /** Of the phase that is being played. */
  readonly press: readonly PressMessage[];
  readonly roundsHeld: number;
  readonly done: readonly Power[];
  readonly orders: { readonly [power in Power]?: readonly string[] };
  /** Phases that were played, oldest first. */
  readonly history: readonly PhaseRecord[];
  readonly summaries: Readonly<Record<string, string>>;
  readonly orderCounts: ByPower<OrderCounts>;
  /** The same phase by phase, oldest first, with who wrote them: a fork may seat others in the middle of a game. */
  readonly orderTexts: readonly OrderTexts[];
  /** Who played from which phase on, oldest first. */
  readonly tables: readonly {
    readonly phase: string;
    readonly seats: ByPower<Seat>;
    readonly rulebook: RulebookChoice;
  }[];
  readonly dropped: readonly DroppedMessage[];
  readonly defaulted: readonly OrdersDefaulted[];
  readonly missing: readonly ReplyMissing[];
  /** `null` while the game goes on. */
  readonly ended: GameEnded | null;
}

/** The same for every power. */
export const forEveryPower = <T>(value: (power: Power) => T): ByPower<T> =>
  Object.fromEntries(POWERS.map((power) => [power, value(power)])) as ByPower<T>;

/** Of whom no order is on record. */
export const NO_ORDERS: OrderCounts = { valid: 0, repaired: 0, illegal: 0, defaulted: 0 };

/** Before anything has happened. */
export const initialGameState: GameState = {
  settings: null,
  seats: null,
  position: startingPosition(),
  agents: forEveryPower(() => blankAgent),
  press: [],
  roundsHeld: 0,
  done: [],
  orders: {},
  history: [],
  summaries: {},
  orderCounts: forEveryPower(() => NO_ORDERS),
  orderTexts: [],
  tables: [],
  dropped: [],
  defaulted: [],
  missing: [],
  ended: null,
};
