import type { Capture, Dislodgement, Outcome } from './outcome.js';
import type { Phase } from './phase.js';
import type { Position } from './position.js';
import type { Power } from './power.js';
import type { Province } from './unit.js';

/** Result of a phase: the outcomes of its orders, and the next position. */
export interface Adjudication<P extends string = Power> {
  readonly phase: Phase;
  /** One outcome for every order, and for every unit without one, power by power. */
  readonly outcomes: readonly Outcome<P>[];
  /** Units dislodged in this movement phase. */
  readonly dislodged: readonly Dislodgement<P>[];
  /** Provinces left empty by a standoff. Units cannot retreat there. */
  readonly contested: readonly Province[];
  /** Provinces of fleets whose convoys a paradox disrupted. */
  readonly paradoxConvoys: readonly Province[];
  /** Centres that changed hands, after Fall. */
  readonly captures: readonly Capture<P>[];
  readonly next: Position<P>;
}
