import type { Position, Power } from '@entente/diplomacy-rules';
import { blankAgent, type Observation } from '../src/state/index.js';

/** A power's view of a position in which nothing has been said or done yet. */
export const observationOf = (position: Position, power: Power, more: Partial<Observation> = {}): Observation => ({
  power,
  position,
  press: [],
  negotiationRounds: 3,
  roundsHeld: 0,
  maxYear: 1910,
  history: [],
  self: blankAgent,
  ...more,
});
