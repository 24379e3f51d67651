import { legalOrders, legalOrdersOfPower } from '../legal/legal-orders.js';
import type { OrderableUnit } from '../legal/order-table.js';
import { standardMap } from '../map/standard-map.js';
import type { ParseOptions } from '../rules-options.js';
import type { Power } from '../values/power.js';
import type { Location } from '../values/unit.js';
import { provinceOf } from '../values/unit.js';
import type { Complaint, RefusalKind } from './complaint.js';
import { editDistance } from './edit-distance.js';
import { nearestPlace } from './find-place.js';
import { formatOrder } from './format-order.js';
import type { Item } from './items.js';
import { openBrackets } from './open-brackets.js';
import type { OrderWord } from './order-words.js';
import { nearestMeaning } from './order-words.js';
import type { PlaceNames } from './place-names.js';
import { placeNamesOf } from './place-names.js';
import { readItems } from './read-items.js';
import { tokenize } from './tokenize.js';

/** Maximum share of a suggestion that differs from the text, for an order of the named unit and for any other. */
const LARGEST_DIFFERENCE = { sameUnit: 0.6, otherUnit: 0.35 };

const NOT_LIKE_ANY: ReadonlySet<RefusalKind> = new Set(['empty', 'too-long', 'several-orders', 'ambiguous-order']);

/**
 * Returns the text of the legal order most like the written one, by the named unit if the power has it. Null without a position, and if
 * none is similar.
 */
export function nearestOrder<P extends string = Power>(
  complaint: Complaint,
  text: string,
  { position, power, map }: ParseOptions<P>,
): string | null {
  if (position === undefined || NOT_LIKE_ANY.has(complaint.kind)) return null;
  const names = placeNamesOf(map ?? standardMap);
  const items = readItems(openBrackets(tokenize(text), names), names);
  const drafts = readingsOf(complaint, names).map((place) =>
    items
      .map((item) => (place !== null && item.start === complaint.start ? place : draftOf(item, names)))
      .filter((piece) => piece !== '')
      .join(' '),
  );
  const units: readonly OrderableUnit[] =
    power === undefined
      ? Object.values<readonly OrderableUnit[]>(legalOrders(position, { map })).flat()
      : legalOrdersOfPower(position, power, { map });
  const places = items.map((item) => (item.kind === 'place' || item.kind === 'unknown' ? provinceOf(draftOf(item, names)) : ''));
  const named = places.find((place) => names.provinces.has(place));
  const own = units.filter(({ location }) => provinceOf(location) === named);
  const difference = own.length > 0 ? LARGEST_DIFFERENCE.sameUnit : LARGEST_DIFFERENCE.otherUnit;
  let nearest: string | null = null;
  let least = Infinity;
  for (const order of (own.length > 0 ? own : units).flatMap(({ orders }) => orders)) {
    const candidate = formatOrder(order);
    for (const draft of drafts) {
      const limit = Math.min(least - 1, Math.floor(difference * Math.max(draft.length, candidate.length)));
      const distance = editDistance(draft, candidate, limit);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
  }
  return nearest;
}

/** Returns the possible meanings of the piece that was complained of; null if there are none. */
function readingsOf({ kind, places = [] }: Complaint, names: PlaceNames): readonly (Location | null)[] {
  if (kind === 'coast-missing' || kind === 'ambiguous-place') return places;
  if (kind !== 'unknown-coast') return [null];
  return places.flatMap((place) => names.provinces.get(place)?.coasts?.map(({ id }) => `${place}/${id}`) ?? [place]);
}

const LETTERS: Readonly<Record<OrderWord | 'dash', string>> = {
  hold: 'H',
  move: '-',
  attacked: '-',
  'convoyed-move': '-',
  support: 'S',
  supported: 'S',
  convoy: 'C',
  convoyed: 'C',
  retreat: 'R',
  disband: 'D',
  build: 'B',
  waive: 'WAIVE',
  to: '-',
  dash: '-',
  against: '-',
  from: '',
  by: 'VIA',
  with: '',
  via: 'VIA',
  at: '',
  of: '',
  for: '',
  and: '-',
  be: '',
  give: '',
  no: '',
  army: 'A',
  fleet: 'F',
  article: 'A',
  nothing: '',
};

/** Returns the meaning of a misspelt word of an order, or nothing for any other word. */
function letterNear(spelling: string): string {
  const meaning = nearestMeaning(spelling);
  return meaning === undefined ? '' : LETTERS[meaning];
}

/** Rewrites a piece of text as in canonical text, with nearly right names corrected. */
function draftOf(item: Item, names: PlaceNames): string {
  switch (item.kind) {
    case 'place':
      return item.coast === undefined ? item.province : `${item.province}/${item.coast}`;
    case 'unit-type':
      return item.type;
    case 'deed':
      return LETTERS[item.deed];
    case 'preposition':
      return LETTERS[item.preposition];
    case 'particle':
      return LETTERS[item.particle];
    case 'number':
      return '';
    case 'ambiguous-place':
      return item.candidates[0] ?? '';
    case 'unknown-coast':
      return item.province;
    case 'unknown':
      return item.near?.[0] ?? nearestPlace(names, item.spelling) ?? letterNear(item.spelling);
    default:
      return item satisfies never;
  }
}
