import type { GameState } from '@entente/diplomacy-game';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import { relationshipAt, toSteps } from '../games/relationships-over-time.js';

/** How a power stood to the others, and they to it, when a phase began; -2 to 2. */
export interface StandingOfPhase {
  readonly towards: ReadonlyMap<Power, number>;
  readonly meanTowards: Measured;
  readonly meanFrom: Measured;
}

/** Means are `null` where nobody in question keeps relationships on record. */
export function standingOfPhase(state: GameState, power: Power, phase: string): StandingOfPhase {
  const others = POWERS.filter((other) => other !== power);
  const steps = (from: Power, to: Power): readonly number[] => {
    const relationship = relationshipAt(state, { from, towards: to }, phase);
    return relationship === null ? [] : [toSteps(relationship)];
  };
  const towards = new Map(others.flatMap((other) => steps(power, other).map((step) => [other, step] as const)));
  return {
    towards,
    meanTowards: meanOf([...towards.values()]),
    meanFrom: meanOf(others.flatMap((other) => steps(other, power))),
  };
}

/** 1 where nothing changed, 0 where every relationship went from one end to the other; `null` where one of the two is not on record. */
export function stability(before: StandingOfPhase, now: StandingOfPhase): Measured {
  const changes = [...now.towards].flatMap(([power, step]) => {
    const was = before.towards.get(power);
    return was === undefined ? [] : [1 - Math.abs(step - was) / 4];
  });
  return meanOf(changes);
}

/** The mean; `null` of nothing. */
export const meanOf = (values: readonly number[]): Measured =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
