import type { Order } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import { typeOfUnit } from '../values/unit.js';
import type { Complaint } from './complaint.js';
import type { Surroundings } from './complete-unit.js';
import {
  completeDestination,
  completeNewUnit,
  completeOrderedUnit,
  completeOtherUnit,
  writtenLocation,
} from './complete-unit.js';
import type { Sentence } from './items.js';

/** Completes a sentence to an order on this map and in this position: adds missing types and coasts. */
export function completeOrder(sentence: Sentence, around: Surroundings): Order | Complaint {
  const phaseType = around.position === undefined ? undefined : parsePhase(around.position.phase)?.type;
  switch (sentence.kind) {
    case 'waive':
      return sentence;
    case 'build': {
      const unit = completeNewUnit(sentence.unit, around);
      return typeof unit === 'string' ? { kind: 'build', unit } : unit;
    }
    case 'hold':
    case 'disband': {
      const unit = completeOrderedUnit(sentence.unit, around);
      return typeof unit === 'string' ? { kind: sentence.kind, unit } : unit;
    }
    case 'move':
    case 'retreat': {
      const unit = completeOrderedUnit(sentence.unit, around, sentence);
      if (typeof unit !== 'string') return unit;
      const to = completeDestination(unit, sentence.to, around);
      if (typeof to !== 'string') return to;
      if (sentence.kind === 'retreat' || (phaseType === 'R' && !sentence.viaConvoy)) return { kind: 'retreat', unit, to };
      return { kind: 'move', unit, to, viaConvoy: sentence.viaConvoy };
    }
    case 'support-hold': {
      const unit = completeOrderedUnit(sentence.unit, around);
      if (typeof unit !== 'string') return unit;
      const target = completeOtherUnit(sentence.target, around);
      return typeof target === 'string' ? { kind: 'support-hold', unit, target } : target;
    }
    case 'support-move': {
      const unit = completeOrderedUnit(sentence.unit, around);
      if (typeof unit !== 'string') return unit;
      const target = completeOtherUnit(sentence.target, around, sentence.to);
      if (typeof target !== 'string') return target;
      const to = typeOfUnit(target) === 'A' ? sentence.to.province : writtenLocation(sentence.to);
      return { kind: 'support-move', unit, target, to };
    }
    case 'convoy': {
      const unit = completeOrderedUnit(sentence.unit, around, { type: 'F' });
      if (typeof unit !== 'string') return unit;
      const army = completeOtherUnit({ type: 'A', ...sentence.army }, around);
      return typeof army === 'string' ? { kind: 'convoy', unit, army, to: sentence.to.province } : army;
    }
    default:
      return sentence satisfies never;
  }
}
