import type { Capture, Dislodgement, Outcome } from './outcome.js';
import type { Phase } from './phase.js';
import type { Position } from './position.js';
import type { Power } from './power.js';
import type { Province } from './unit.js';

/** What became of a phase's orders, and the position that follows. */
export interface Adjudication<P extends string = Power> {
  readonly phase: Phase;
  /** One for every order given and for every unit that had none, power by power. */
  readonly outcomes: readonly Outcome<P>[];
  /** Units that lost their place in this movement phase. */
  readonly dislodged: readonly Dislodgement<P>[];
  /** Provinces left empty by a standoff; nobody retreats there. */
  readonly contested: readonly Province[];
  /** Where fleets stood whose convoys failed under the paradox rule. */
  readonly paradoxConvoys: readonly Province[];
  /** Centres that changed hands, after Fall. */
  readonly captures: readonly Capture<P>[];
  readonly next: Position<P>;
}
