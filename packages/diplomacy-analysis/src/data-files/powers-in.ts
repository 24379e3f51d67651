import { type Power, POWERS, type SavedPhase } from '@entente/diplomacy-rules';

/** Returns the powers that take part in a phase: those with a unit, a dislodged one included, or a centre. */
export const powersIn = ({ state: { units, centers } }: Pick<SavedPhase, 'state'>): readonly Power[] =>
  POWERS.filter((power) => (units[power]?.length ?? 0) + (centers[power]?.length ?? 0) > 0);
