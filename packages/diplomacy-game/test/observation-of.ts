import type { Position, Power } from '@entente/diplomacy-rules';
import { blankAgent, type Observation } from '../src/state/index.js';

/** Builds a power's view of a position before any message or order. */
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
