import {
  adjudicate,
  type Capture,
  explainOutcome,
  formatOrder,
  type OrderMark,
  orderMarks,
  type OrderResult,
  type Outcome,
  parseOrders,
  type Power,
  toRulebook,
  type Unit,
} from '@entente/diplomacy-rules';
import type { StoryPhase } from './game-story';

/** An order with its result, and the reason in words. */
export interface JudgedOrder {
  /** Same for the order here and its mark on the board. */
  readonly id: string;
  readonly power: Power;
  readonly unit: Unit | null;
  /** `A PAR - BUR`. */
  readonly text: string;
  /** Empty for a success, and while the phase is under way. */
  readonly results: readonly OrderResult[];
  /** In sentences: the order and its result, then each reason. */
  readonly why: string;
  /** Whether it stands in for an order that nobody gave. */
  readonly isFilledIn: boolean;
  readonly mark: OrderMark | null;
}

/** Orders of a phase as they were judged. */
export interface JudgedPhase {
  readonly orders: readonly JudgedOrder[];
  /** Centres that changed hands. */
  readonly captures: readonly Capture[];
  /** Things that could not be told, in sentences. */
  readonly notes: readonly string[];
}

const known = new WeakMap<StoryPhase['position'], { readonly phase: StoryPhase; readonly judged: JudgedPhase }>();

/** Judges a phase once more, for the reasons: the record keeps results only. Remembers what it has judged. */
export function judgePhase(phase: StoryPhase): JudgedPhase {
  const held = known.get(phase.position);
  if (held?.phase.orders === phase.orders && held.phase.stage === phase.stage) return held.judged;
  const judged = judge(phase);
  known.set(phase.position, { phase, judged });
  return judged;
}

function judge({ position, orders: texts, rulebook, stage, results }: StoryPhase): JudgedPhase {
  if (stage === 'end') return { orders: [], captures: [], notes: [] };
  const { orders } = parseOrders(position, texts);
  if (stage === 'open') {
    const marks = orderMarks(position, { orders });
    const given = Object.entries(orders).flatMap(([power, own]) =>
      own.map((order) => ({ power: power as Power, unit: unitOf(order), order, results: [], reasons: [] })),
    );
    return { orders: given.map((outcome, at) => judgedOrder(outcome, at, marks, false)), captures: [], notes: [] };
  }
  const { outcomes, captures } = adjudicate(position, orders, { rulebook: toRulebook(rulebook) });
  const marks = orderMarks(position, { outcomes });
  const told = outcomes.map((outcome, at) => judgedOrder(outcome, at, marks, true));
  return { orders: told, captures, notes: differences(told, results) };
}

function judgedOrder(outcome: Outcome, at: number, marks: readonly OrderMark[], isJudged: boolean): JudgedOrder {
  const { power, unit, order, results, reasons } = outcome;
  return {
    id: `${power} ${unit ?? at}`,
    power,
    unit,
    text: formatOrder(order),
    results,
    why: isJudged ? explainOutcome(outcome) : '',
    isFilledIn: reasons.some(({ kind }) => kind === 'no-order' || kind === 'civil-disorder'),
    mark: marks.find((mark) => mark.power === power && mark.order === order) ?? null,
  };
}

const unitOf = (order: Outcome['order']): Unit | null => (order.kind === 'waive' ? null : order.unit);

/** Tells where the record has other results than the rules of this version give. */
function differences(told: readonly JudgedOrder[], recorded: StoryPhase['results']): readonly string[] {
  return recorded.flatMap(({ power, order, results }) => {
    const own = told.find((one) => one.power === power && one.text === order);
    if (own === undefined || [...own.results].sort().join() === [...results].sort().join()) return [];
    return [`${power}, ${order}: the record says ${inWords(results)}, the rules of this page say ${inWords(own.results)}.`];
  });
}

const inWords = (results: readonly string[]): string => (results.length === 0 ? 'success' : results.join(', '));
