import type { Power, Province } from '@entente/diplomacy-rules';
import type { Agreement } from './agreements.js';
import type { Commitments } from './commitments.js';
import type { Betrayals } from './decide-betrayals.js';
import { sayDeal } from './deal-phrases.js';
import { powerTitle, provinceTitle } from './phrase-pattern.js';
import { pick } from './pick.js';
import type { Board } from './read-board.js';
import { goalOf, readOrderText } from './read-order-text.js';

/** Orders and their origin. */
export interface Explained {
  readonly board: Board;
  readonly self: Power;
  readonly orders: readonly string[];
  readonly agreed?: readonly Agreement[];
  readonly commitments?: Commitments;
  readonly betrayals?: Betrayals;
}

/** Explains orders in a few sentences. */
export function explainOrders(
  { board, self, orders, agreed = [], commitments, betrayals = new Map() }: Explained,
  random: () => number,
): string {
  if (!board.phase.endsWith('M')) {
    return orders.length === 0 ? 'There is nothing to order.' : `${pick(QUIET, random)} ${orders.join(', ')}.`;
  }
  const goals = orders.map(readOrderText).flatMap((order) => (order.kind === 'move' ? (goalOf(order) ?? []) : []));
  const prizes = goals.filter((goal) => isPrize(board, self, goal));
  const supports = orders.filter((text) => text.includes(' S '));
  const honored = commitments?.honored ?? [];
  return [
    ...[...betrayals]
      .filter(([, center]) => goals.includes(center))
      .map(([power, center]) =>
        pick(TURNS, random).replace('{name}', powerTitle(power)).replace('{center}', provinceTitle(center)),
      ),
    ...honored
      .slice(0, 3)
      .map(
        ({ other, deal }) =>
          `${pick(KEEPS, random)} ${powerTitle(other)}: ${sayDeal(deal, { sender: self, recipient: other }, random)}.`,
      ),
    ...(agreed.length > honored.length && betrayals.size === 0 ? ['Not all that was agreed can be done at once.'] : []),
    ...(prizes.length > 0 ? [`${pick(GOES, random)} ${listed(prizes.map(provinceTitle))}.`] : []),
    ...(supports.length > 0 ? [`${pick(HELPS, random)} ${supports.slice(0, 3).join(', ')}.`] : []),
    ...(prizes.length + honored.length + betrayals.size === 0 ? [pick(IDLE, random)] : []),
  ].join(' ');
}

const QUIET = ['What makes most of the places we have:', 'The next year asks for this:', 'Nearest to where we are needed:'];
const TURNS = [
  '{name} left {center} open, and a treaty does not guard a centre.',
  'The understanding with {name} has served its time; {center} is worth more.',
  'I turn on {name} now, before {center} is defended.',
];
const KEEPS = ['I keep my word to', 'As settled with', 'The agreement holds with'];
const GOES = ['The units go for', 'There is something to win in', 'I reach for'];
const HELPS = ['Supports where they count:', 'The rest lends a hand:', 'Nobody attacks alone:'];
const IDLE = ['Nothing is to be had this season, so I stand where I stand.', 'A season to hold together what there is.'];

const isPrize = ({ owners, neutral }: Board, self: Power, goal: Province): boolean =>
  neutral.includes(goal) || (owners.get(goal) ?? self) !== self;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
