import {
  type ByPower,
  type LegalOrder,
  type OrdersByPower,
  parseOrder,
  type Position,
  type Power,
  POWERS,
  type RulebookChoice,
  startingPosition,
} from '@entente/diplomacy-rules';
import type { GameSettings } from '../settings/game-settings.js';
import { type AgentState, blankAgent } from './agent-state.js';
import type { GameEnded, OrderRecord, OrdersDefaulted, ReplyMissing, Seat } from './game-facts.js';
import type { DroppedMessage, PressMessage } from './press-message.js';

/** A phase that was played. */
export interface PhaseRecord {
  readonly phase: string;
  /** As it was before the orders. */
  readonly position: Position;
  /** As they were judged. Units that are not listed had none. */
  readonly orders: { readonly [power in Power]?: readonly string[] };
  readonly outcomes: readonly OrderRecord[];
  readonly press: readonly PressMessage[];
}

/** Results of the order texts of a power over the whole game, in units. */
export interface OrderCounts {
  readonly valid: number;
  readonly repaired: number;
  readonly illegal: number;
  readonly defaulted: number;
}

/** Results of the order texts of a power in one phase, in units. */
export interface OrderTexts extends OrderCounts {
  readonly phase: string;
  readonly power: Power;
  /** Player who wrote them; `null` before the game has begun. */
  readonly model: string | null;
}

/** State of a game: the fold of its facts. No player sees it; each power sees its `Observation`. */
export interface GameState {
  /** `null` before the game has begun. */
  readonly settings: GameSettings | null;
  readonly seats: ByPower<Seat> | null;
  readonly position: Position;
  readonly agents: ByPower<AgentState>;
  /** Of the current phase. */
  readonly press: readonly PressMessage[];
  readonly roundsHeld: number;
  readonly done: readonly Power[];
  readonly orders: { readonly [power in Power]?: readonly string[] };
  /** Phases that were played, oldest first. */
  readonly history: readonly PhaseRecord[];
  readonly summaries: Readonly<Record<string, string>>;
  readonly orderCounts: ByPower<OrderCounts>;
  /** The same counts phase by phase, oldest first, with the players, because a fork may seat others in the middle of a game. */
  readonly orderTexts: readonly OrderTexts[];
  /** Players and rulebooks by the phase from which they played, oldest first. */
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

/** Order counts before any order is recorded. */
const NO_ORDERS: OrderCounts = { valid: 0, repaired: 0, illegal: 0, defaulted: 0 };

/** State before anything has happened. */
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

/** Powers that still have a unit or a centre, in their usual order. */
export const livingPowers = ({ units, centers, retreats }: Position): readonly Power[] =>
  POWERS.filter((power) => units[power].length + centers[power].length + Object.keys(retreats[power]).length > 0);

/** Reads the recorded orders of a phase into the form that the rules take. */
export function readOrders({ position, orders }: Pick<GameState, 'position' | 'orders'>): OrdersByPower {
  const readOwn = (power: (typeof POWERS)[number]): readonly LegalOrder[] =>
    (orders[power] ?? []).flatMap((text) => {
      const parsed = parseOrder(text, { position, power });
      return parsed.ok ? [parsed.order as LegalOrder] : [];
    });
  return Object.fromEntries(POWERS.map((power) => [power, readOwn(power)]));
}
