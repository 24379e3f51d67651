import { type Power, POWERS, provinceOfUnit, type Unit } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import { agreementsOf, withStatus } from './agreements.js';
import { bendOrders } from './bend-orders.js';
import { commitmentsOf } from './commitments.js';
import { decideBetrayals } from './decide-betrayals.js';
import { explainOrders } from './explain-orders.js';
import { sketchOrders } from './offline-plan.js';
import { pick } from './pick.js';
import { ordersInWords } from './plain-words.js';
import { complaintsOf } from './prompt-sections.js';
import type { Board } from './read-board.js';
import { readOrderText, UNIT_PATTERN } from './read-order-text.js';
import { type Reading, readPrompt } from './read-prompt.js';
import { stanceOf } from './stance.js';

/** Maximum probability that a power tries something else with one of its units than the best. */
const WHIMSY = 0.9;

/**
 * Writes the orders of a power, all of them among those that its prompt lists. In a movement phase it plays for centres, keeps or breaks
 * its promises, and gives reasons. Asked again, it orders only the units in the complaint.
 */
export function offlineOrders(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const written = writeOrders(reading, random);
  const complaints = complaintsOf(request);
  const reply = complaints === null ? written : { ...written, orders: onlyComplainedOf(written.orders, complaints) };
  return reading.wantsPlainWords ? ordersInWords(reply) : JSON.stringify(reply);
}

interface Written {
  readonly reasoning: string;
  readonly orders: readonly string[];
}

function writeOrders(reading: Reading, random: () => number): Written {
  const { board, legalOrders, self, press } = reading;
  if (legalOrders.length === 0)
    return { reasoning: 'I see no list of orders, so everything stays where it is.', orders: holdsOf(reading) };
  if (board === null)
    return { reasoning: 'I cannot see the board and do what looks least harmful.', orders: blindOrders(legalOrders, random) };
  if (!board.phase.endsWith('M')) {
    const orders = sketchOrders(reading, random);
    return { reasoning: explainOrders({ board, self, orders }, random), orders };
  }
  const stance = stanceOf(reading);
  const agreed = withStatus(agreementsOf(press.get(board.phase) ?? [], self, board), 'agreed');
  const bound = new Set(agreed.map(({ other }) => other));
  const betrayals = decideBetrayals(reading, stance, { bound, random });
  const commitments = commitmentsOf(reading, stance, { agreed, betrayals });
  const sketch = sketchOrders(reading, random, withoutPrizes(board, self, commitments.spared));
  const orders = bendOrders(sketch, commitments, {
    reading,
    target: stance.target,
    whimsy: WHIMSY * stance.temper.boldness,
    random,
  });
  return { reasoning: explainOrders({ board, self, orders, agreed, commitments, betrayals }, random), orders };
}

/** Returns the board with the centres of friends counted as ours, so that nobody wants them. */
function withoutPrizes(board: Board, self: Power, spared: ReadonlySet<Power>): Board {
  if (spared.size === 0) return board;
  const theirs = [...spared].flatMap((power) => board.centers[power]).filter((center) => !board.occupants.has(center));
  const centers = { ...board.centers, [self]: [...board.centers[self], ...theirs] };
  for (const power of spared) centers[power] = board.centers[power].filter((center) => !theirs.includes(center));
  return { ...board, centers };
}

/** Picks any legal order for each unit, with a preference for moves; as many builds or removals as the list has lines. */
function blindOrders(legalOrders: readonly string[], random: () => number): readonly string[] {
  const byUnit = new Map<string, string[]>();
  for (const text of legalOrders) {
    const { unit, kind, viaConvoy } = readOrderText(text);
    if (unit === '' || kind === 'convoy' || kind === 'support-move' || viaConvoy) continue;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), text]);
  }
  return [...byUnit.values()].map((texts) => pick(texts, random));
}

/** Reads the orders that a text gives for the own units. */
function holdsOf({ self, text, board }: Reading): readonly string[] {
  if (board !== null) return board.phase.endsWith('M') ? board.units[self].map((unit) => `${unit} H`) : [];
  const after = text.toUpperCase().split(new RegExp(`\\b(${POWERS.join('|')})\\b`));
  // Words after each mention of the own power, up to the next power or the end of the line.
  const own = after.flatMap((piece, at) => (after[at - 1] === self ? (piece.split('\n')[0] ?? '') : []));
  const units = new Set(own.flatMap((words) => words.match(new RegExp(UNIT_PATTERN, 'g')) ?? []));
  return [...units].map((unit) => `${unit} H`);
}

/** Picks the orders of units that a complaint names; all if it names none. */
function onlyComplainedOf(orders: readonly string[], complaints: string): readonly string[] {
  const named = new Set((complaints.match(new RegExp(UNIT_PATTERN, 'g')) ?? []).map((unit) => provinceOfUnit(unit as Unit)));
  const meant = orders.filter((text) => named.has(provinceOfUnit(readOrderText(text).unit as Unit)));
  return meant.length === 0 ? orders : meant;
}
