import type { GameState } from '@entente/diplomacy-game/state';
import { type Power, POWERS, type SavedPhase } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import { relationshipAfter, toSteps } from '../games/relationships-over-time.js';

/** Relationships of a power after a phase, in both directions, -2 to 2. */
export interface StandingOfPhase {
  readonly towards: ReadonlyMap<Power, number>;
  readonly meanTowards: Measured;
  readonly meanFrom: Measured;
}

/** Means are `null` where nobody in question keeps relationships on record. Others are those that took part in the phase. */
export function standingOfPhase(
  state: GameState,
  power: Power,
  { phase, alive }: { phase: string; alive: readonly Power[] },
): StandingOfPhase {
  const others = POWERS.filter((other) => other !== power);
  const steps = (from: Power, to: Power): readonly number[] => {
    const relationship = relationshipAfter(state, { from, towards: to }, phase);
    return relationship === null ? [] : [toSteps(relationship)];
  };
  const towards = new Map(others.flatMap((other) => steps(power, other).map((step) => [other, step] as const)));
  return {
    towards,
    meanTowards: meanOf([...towards.values()]),
    meanFrom: meanOf(others.filter((other) => alive.includes(other)).flatMap((other) => steps(other, power))),
  };
}

/** The share of relationships that stayed the same, 0 to 1; `null` where one of the two is not on record. */
export function stability(before: StandingOfPhase, now: StandingOfPhase): Measured {
  return meanOf(
    [...now.towards].flatMap(([power, step]) => {
      const was = before.towards.get(power);
      return was === undefined ? [] : [was === step ? 1 : 0];
    }),
  );
}

/** The mean; `null` of nothing. */
export const meanOf = (values: readonly number[]): Measured =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns the powers that take part in a phase: those with a unit, a dislodged one included, or a centre. */
export const powersIn = ({ state: { units, centers } }: Pick<SavedPhase, 'state'>): readonly Power[] =>
  POWERS.filter((power) => (units[power]?.length ?? 0) + (centers[power]?.length ?? 0) > 0);
