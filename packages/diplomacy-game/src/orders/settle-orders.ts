import type { LegalOrder, Order, Position, Power, RulebookChoice } from '@entente/diplomacy-rules';
import {
  adjustmentsDue,
  checkOrders,
  explainIllegal,
  formatOrder,
  legalOrdersOfPower,
  parseOrder,
  parsePhase,
  toRulebook,
} from '@entente/diplomacy-rules';

/** Result of reading written orders. */
export interface SettledOrders {
  readonly legal: readonly LegalOrder[];
  /** Texts that were not understood, or not allowed. */
  readonly illegal: readonly string[];
  /** Units that still have no order; in Winter, `a build` or `a removal` for each one that is open. */
  readonly missing: readonly string[];
  /** One sentence for each illegal text. */
  readonly complaints: readonly string[];
}

/**
 * Reads written orders leniently and keeps the legal ones. Of two orders to one unit the first counts; of too many builds or removals the
 * first ones count.
 */
export function settleOrders(
  position: Position,
  power: Power,
  { texts, rulebook }: { readonly texts: readonly string[]; readonly rulebook: RulebookChoice },
): SettledOrders {
  const written = texts.filter((text) => text.trim() !== '');
  const illegal: string[] = [];
  const complaints: string[] = [];
  const understood: { readonly text: string; readonly order: Order }[] = [];
  for (const text of written) {
    const parsed = parseOrder(text, { position, power });
    if (parsed.ok) understood.push({ text, order: parsed.order });
    else {
      const { message, suggestion } = parsed.refusal;
      illegal.push(text);
      complaints.push(
        `"${text}" was not understood: ${message}${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
      );
    }
  }
  const orders = understood.map(({ order }) => order);
  const checked = checkOrders(position, { [power]: orders }, { rulebook: toRulebook(rulebook) })[power];
  const legal: LegalOrder[] = [];
  checked.forEach((each, at) => {
    if (each.legal) return legal.push(each.order);
    const text = understood[at]?.text ?? formatOrder(each.order);
    illegal.push(text);
    return complaints.push(`"${text}" is not allowed: ${explainIllegal(each.illegality)}`);
  });
  return { legal, illegal, missing: withoutOrder(position, power, legal), complaints };
}

/** Complaints for a power that is asked again. */
export function complaintsAbout({ complaints, missing }: SettledOrders): readonly string[] {
  const count = (what: string): number => missing.filter((each) => each === what).length;
  const units = missing.filter((each) => each !== A_BUILD && each !== A_REMOVAL);
  return [
    ...complaints,
    ...units.map((unit) => `${unit} has no order.`),
    ...(count(A_BUILD) > 0 ? [`${count(A_BUILD)} more to build; write WAIVE for each that you leave out.`] : []),
    ...(count(A_REMOVAL) > 0 ? [`${count(A_REMOVAL)} more to remove.`] : []),
  ];
}

const A_BUILD = 'a build';
const A_REMOVAL = 'a removal';

/** Units, builds or removals that are still to be ordered. */
function withoutOrder(position: Position, power: Power, orders: readonly LegalOrder[]): readonly string[] {
  if (parsePhase(position.phase)?.type === 'A') {
    const { count } = adjustmentsDue(position, power);
    const open = Math.abs(count) - orders.length;
    if (open <= 0) return [];
    return Array.from({ length: open }, () => (count > 0 ? A_BUILD : A_REMOVAL));
  }
  const ordered = new Set(orders.map((order) => ('unit' in order ? order.unit : '')));
  return legalOrdersOfPower(position, power).flatMap(({ unit }) => (unit === undefined || ordered.has(unit) ? [] : [unit]));
}
