import type { GameState } from '@entente/diplomacy-game';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import { toSteps } from '../games/relationships-over-time.js';
import { hasMind, type ReportedGame } from '../games/reported-game.js';
import type { ForkEdit } from './fork-edit.js';

/** A fork, and what was changed in it. */
export interface ForkedGame extends ReportedGame {
  readonly edit: ForkEdit;
}

/** After how many phases from the fork on a report looks at the board; `end` is after the last one, of games that are over. */
export const HORIZONS = [1, 2, 4, 'end'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** A power's centres some phases after a step was begun; `null` where the game did not get so far. */
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

/** How a power stands to the others as far as the game got: the mean over those who live, -2 to 2; `null` where nothing of it is on record. */
export function meanStanding(state: GameState, power: Power): Measured {
  if (!hasMind(state, power, state.position.phase)) return null;
  const others = POWERS.filter((other) => other !== power && state.position.centers[other].length > 0);
  if (others.length === 0) return null;
  const steps = others.map((other) => toSteps(state.agents[power].relationships[other] ?? 'Neutral'));
  return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** An order of a fork's first phase that is not the parent's. */
export interface ChangedOrder {
  readonly power: Power;
  readonly unit: string;
  /** `null` where the unit had none. */
  readonly was: string | null;
  readonly became: string | null;
}

/** What is ordered otherwise in a phase of two games; none where either has not played it. */
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

/** `A PAR - BUR` is an order to `A PAR`. */
const unitOf = (order: string): string => order.split(' ', 2).join(' ');
