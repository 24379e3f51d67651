import type { Complaint } from './complaint.js';
import { complainOf } from './explain-sentence.js';
import type { Item, Sentence } from './items.js';
import type { PlaceNames } from './place-names.js';

/** `WAIVE`, `waive build par`, `Waive A PAR`, `waive 1`, `no build`, `Do not use build order.`: a build that is given up, in any place. */
export function readWaive(items: readonly Item[], names: PlaceNames): Sentence | Complaint {
  const isNamed = items.some((item) => item.kind === 'deed' && (item.deed === 'waive' || item.deed === 'build'));
  const no = items.find((item) => item.kind === 'particle' && item.particle === 'no');
  if (!isNamed && no !== undefined) return complainOf(no, names);
  if (no !== undefined && isAnotherNo(items, items.indexOf(no))) return complainOf(no, names);
  const odd = items.find((item, at) => !isOfWaive(item) || (item.kind === 'place' && isPlace(items.slice(0, at))));
  return odd === undefined ? { kind: 'waive' } : complainOf(odd, names);
}

/** `Do not waive`, and `Build an army, not a fleet`: the negation is not about the build. */
function isAnotherNo(items: readonly Item[], at: number): boolean {
  if (items.some((item) => item.kind === 'deed' && item.deed === 'waive')) return true;
  const before = items.slice(0, at);
  return before.some(({ kind }) => kind === 'unit-type' || kind === 'place') && before.some(({ kind }) => kind === 'deed');
}

const isPlace = (items: readonly Item[]): boolean => items.some(({ kind }) => kind === 'place');

function isOfWaive(item: Item): boolean {
  switch (item.kind) {
    case 'deed':
      return item.deed === 'waive' || item.deed === 'build';
    case 'preposition':
      return ['at', 'for', 'of', 'by'].includes(item.preposition);
    case 'particle':
      return item.particle === 'no';
    case 'number':
    case 'place':
    case 'unit-type':
      return true;
    case 'ambiguous-place':
    case 'unknown':
    case 'unknown-coast':
      return false;
    default:
      return item satisfies never;
  }
}
