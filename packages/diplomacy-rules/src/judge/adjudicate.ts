import { EMPTY } from '../board/none.js';
import { InvalidPositionError } from '../errors.js';
import { namingWhatIsWrong } from '../name-what-is-wrong.js';
import type { RulesOptions } from '../rules-options.js';
import { mapIndexOf, rulebookOf } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { OrdersByPower } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { judgeAdjustments } from './judge-adjustments.js';
import { judgeRetreats } from './judge-retreats.js';
import { judgeMovement } from './movement/judge-movement.js';
import { nextPhase } from './next-phase.js';

/**
 * Judges the orders of a phase. Returns the outcome of every order with its reasons, and the next position in which there is something to
 * order. The sequence of powers and orders does not matter, except that the first of two orders to one unit counts, and the first of too
 * many builds or removals. An illegal order gives a `void` outcome, never an error.
 * @throws {InvalidPositionError} If the position is impossible; names the unit or the phase.
 * @throws {InvalidOrdersError} If something is not an order, such as a text that was not parsed.
 */
export function adjudicate<P extends string = Power>(
  position: Position<P>,
  orders: OrdersByPower<P>,
  options: RulesOptions<P> = {},
): Adjudication<P> {
  return namingWhatIsWrong({ position, orders, options }, () => judge(position, orders, options));
}

function judge<P extends string>(position: Position<P>, orders: OrdersByPower<P>, options: RulesOptions<P>): Adjudication<P> {
  const index = mapIndexOf(options);
  const rulebook = rulebookOf(options);
  const { phase } = position;
  const parts = parsePhase(phase);
  if (parts === null) {
    throw new InvalidPositionError(`phase: nothing is ordered in ${phase}; a phase to judge is named like S1901M.`, {
      place: 'phase',
    });
  }
  switch (parts.type) {
    case 'M': {
      const { outcomes, dislodged, contested, paradoxConvoys, units, retreats } = judgeMovement(
        index,
        position.units,
        orders,
        rulebook,
      );
      const { position: next, captures } = nextPhase(index, parts, { units, centers: position.centers, retreats });
      return { phase, outcomes, dislodged, contested, paradoxConvoys, captures, next };
    }
    case 'R': {
      const { outcomes, units } = judgeRetreats(index, position, orders);
      const { position: next, captures } = nextPhase(index, parts, { units, centers: position.centers });
      return { phase, outcomes, dislodged: EMPTY, contested: EMPTY, paradoxConvoys: EMPTY, captures, next };
    }
    case 'A': {
      const { outcomes, units } = judgeAdjustments(index, position, orders, rulebook);
      const { position: next, captures } = nextPhase(index, parts, { units, centers: position.centers });
      return { phase, outcomes, dislodged: EMPTY, contested: EMPTY, paradoxConvoys: EMPTY, captures, next };
    }
  }
}
