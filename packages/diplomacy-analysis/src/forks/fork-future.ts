import type { GameState } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import { toSteps } from '../games/relationships-over-time.js';
import { hasMind, type ReportedGame } from '../games/reported-game.js';
import type { ForkEdit } from './fork-edit.js';

/** A fork with its edit. */
export interface ForkedGame extends ReportedGame {
  readonly edit: ForkEdit;
}

/** Numbers of phases after which a report compares the board with the fork; `end` is after the last phase of finished games. */
export const HORIZONS = [1, 2, 4, 'end'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Number of a power's centres some phases after a step began; `null` where the game did not get that far. */
export function centersAfter(
  state: GameState,
  from: { readonly step: string; readonly power: Power },
  horizon: Horizon,
): Measured {
  const { history, position, ended } = state;
  if (horizon === 'end') return ended === null ? null : position.centers[from.power].length;
  const begun = history.findIndex(({ phase }) => phase === from.step);
  if (begun < 0) return null;
  const after = history[begun + horizon]?.position ?? (history.length === begun + horizon ? position : undefined);
  return after?.centers[from.power].length ?? null;
}

/** Mean relationship of a power to the living others at the last phase, -2 to 2; `null` where none is on record. */
export function meanStanding(state: GameState, power: Power): Measured {
  if (!hasMind(state, power, state.position.phase)) return null;
  const others = POWERS.filter((other) => other !== power && state.position.centers[other].length > 0);
  if (others.length === 0) return null;
  const steps = others.map((other) => toSteps(state.agents[power].relationships[other] ?? 'Neutral'));
  return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** An order of a fork's first phase that differs from the parent's. */
export interface ChangedOrder {
  readonly power: Power;
  readonly unit: string;
  /** `null` where the unit had none. */
  readonly was: string | null;
  readonly became: string | null;
}

/** Lists the orders that differ in a phase of two games; none where either has not played it. */
export function changedOrders(parent: GameState, fork: GameState, step: string): readonly ChangedOrder[] {
  const [before, after] = [parent, fork].map(({ history }) => history.find(({ phase }) => phase === step)?.orders);
  if (before === undefined || after === undefined) return [];
  return POWERS.flatMap((power) => {
    const [were, are] = [before, after].map((orders) => new Map((orders[power] ?? []).map((order) => [unitOf(order), order])));
    const units = [...new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])])];
    return units.flatMap((unit): readonly ChangedOrder[] => {
      const [was, became] = [were?.get(unit) ?? null, are?.get(unit) ?? null];
      return was === became ? [] : [{ power, unit, was, became }];
    });
  });
}

/** Unit of an order: `A PAR` in `A PAR - BUR`. */
const unitOf = (order: string): string => order.split(' ', 2).join(' ');
