import type { Position, Power } from '@entente/diplomacy-rules';
import { POWERS } from '@entente/diplomacy-rules';

/** Powers that still have a unit or a centre, in their usual order. */
export const livingPowers = ({ units, centers, retreats }: Position): readonly Power[] =>
  POWERS.filter((power) => units[power].length + centers[power].length + Object.keys(retreats[power]).length > 0);
