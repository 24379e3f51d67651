import { byPower } from '../src/cases/by-power.js';
import type { OfPowers } from '../src/cases/rules-case.js';
import type { Rulebook } from '../src/judge/rulebook.js';
import { RULEBOOKS } from '../src/judge/rulebook.js';
import type { Phase } from '../src/values/phase.js';
import type { Position } from '../src/values/position.js';
import type { Location, Province, Unit } from '../src/values/unit.js';

/** A phase of a game in the data folder; what follows from its orders is told by the next phase. */
export interface GamePhase {
  readonly name: Phase;
  readonly units: OfPowers<readonly Unit[]>;
  readonly centers: OfPowers<readonly Province[]>;
  readonly orders: OfPowers<readonly string[]>;
  /** `null` where the record does not say where a unit could have gone; it disbanded. */
  readonly retreats?: OfPowers<Readonly<Record<Unit, readonly Location[] | null>>>;
  readonly results?: Readonly<Record<Unit, readonly string[]>>;
  readonly flags?: readonly string[];
  readonly terminal?: boolean;
}

/** A game in the data folder. */
export interface Game {
  readonly id: string;
  readonly phases: readonly GamePhase[];
}

/** The position at the beginning of a phase. */
export const positionOfPhase = ({ name, units, centers, retreats = {} }: GamePhase): Position => ({
  phase: name,
  units: byPower((power) => units[power] ?? []),
  centers: byPower((power) => centers[power] ?? []),
  retreats: byPower((power) =>
    Object.fromEntries(Object.entries(retreats[power] ?? {}).map(([unit, locations]) => [unit as Unit, locations ?? []])),
  ),
});

/** The rulebook that a phase was judged by, as its flags tell: the default, but for what is known to differ. */
export const rulebookOfPhase = ({ flags = [] }: GamePhase): Rulebook => ({
  ...RULEBOOKS['2023'],
  ...(flags.includes('via-land') && { landFallback: 'whenNoRouteOrdered' }),
  ...(flags.includes('explicit-via') && { convoyIntent: 'explicitVia' }),
  ...(flags.includes('civil-disorder-2023-differs') && { civilDisorder: 'homeDistance' }),
});
