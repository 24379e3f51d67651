import type { UnitType } from '../values/unit.js';
import { isComplaint } from './complaint.js';
import { completeOrder } from './complete-order.js';
import type { Surroundings } from './complete-unit.js';
import { writtenLocation } from './complete-unit.js';
import { formatOrder } from './format-order.js';
import type { Sentence, WrittenUnit } from './items.js';

/** Formats one possible meaning of a text as canonical text, without undecided parts such as the type of a unit. */
export function formatReading(sentence: Sentence, around: Surroundings): string {
  const order = completeOrder(sentence, around);
  if (!isComplaint(order)) return formatOrder(order);
  const unit = ({ type, place }: WrittenUnit): string => `${letterOf(type)}${writtenLocation(place)}`;
  switch (sentence.kind) {
    case 'waive':
      return 'WAIVE';
    case 'hold':
      return `${unit(sentence.unit)} H`;
    case 'disband':
      return `${unit(sentence.unit)} D`;
    case 'build':
      return `${unit(sentence.unit)} B`;
    case 'move':
      return `${unit(sentence.unit)} - ${writtenLocation(sentence.to)}${sentence.viaConvoy ? ' VIA' : ''}`;
    case 'retreat':
      return `${unit(sentence.unit)} R ${writtenLocation(sentence.to)}`;
    case 'support-hold':
      return `${unit(sentence.unit)} S ${unit(sentence.target)}`;
    case 'support-move':
      return `${unit(sentence.unit)} S ${unit(sentence.target)} - ${writtenLocation(sentence.to)}`;
    case 'convoy':
      return `${unit(sentence.unit)} C ${unit(sentence.army)} - ${sentence.to.province}`;
    default:
      return sentence satisfies never;
  }
}

const letterOf = (type: UnitType | undefined): string => (type === undefined ? '' : `${type} `);
