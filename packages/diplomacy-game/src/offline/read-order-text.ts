import { provinceOf } from '@entente/diplomacy-rules';

/** Patterns of a location (`PAR`, `SPA/NC`), a unit and a movement order in canonical text, for use in other patterns. */
const LOCATION_PATTERN = '[A-Z]{3}(?:/[NSEW]C)?';
export const UNIT_PATTERN = `[AF] ${LOCATION_PATTERN}`;
export const ORDER_PATTERN = `${UNIT_PATTERN} (?:H\\b|- ${LOCATION_PATTERN}(?: VIA\\b)?|[SC] ${UNIT_PATTERN}(?: - ${LOCATION_PATTERN})?)`;

/** A canonical order text, taken apart; locations are as written. */
export interface OrderText {
  readonly text: string;
  /** Empty for `WAIVE`. */
  readonly unit: string;
  readonly kind: 'hold' | 'move' | 'support-hold' | 'support-move' | 'convoy' | 'other';
  /** The unit that is supported or convoyed. */
  readonly target?: string;
  /** Destination of the unit, or of the supported or convoyed unit. */
  readonly to?: string;
  readonly viaConvoy: boolean;
}

/** Parses a canonical order text. It never fails: a text that is no movement order is of the kind `other`. */
export function readOrderText(text: string): OrderText {
  const [type = '', location, verb, ...rest] = text.split(' ');
  const unit = location === undefined ? '' : `${type} ${location}`;
  const order = (kind: OrderText['kind'], more: Partial<OrderText> = {}): OrderText => ({
    text,
    unit,
    kind,
    viaConvoy: false,
    ...more,
  });
  if (verb === 'H') return order('hold');
  if (verb === '-') return order('move', { to: rest[0] ?? '', viaConvoy: rest[1] === 'VIA' });
  if (verb !== 'S' && verb !== 'C') return order('other');
  const target = `${rest[0] ?? ''} ${rest[1] ?? ''}`;
  const to = rest[3];
  if (verb === 'C') return order('convoy', { target, to: to ?? '' });
  return to === undefined ? order('support-hold', { target }) : order('support-move', { target, to });
}

/** Province to which an order sends a unit; `undefined` if it sends none. */
export const goalOf = ({ to }: OrderText): string | undefined => (to === undefined ? undefined : provinceOf(to));
