import { formatOrder, greedyBot } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import { sayDeal } from './deal-phrases.js';
import { powerTitle } from './phrase-pattern.js';
import { pick } from './pick.js';
import { type Board, positionOfBoard } from './read-board.js';
import { type Reading, readPrompt } from './read-prompt.js';
import { isFriend, stanceOf } from './stance.js';
import { thinkOfDeals } from './think-of-deals.js';

/** Writes a plan before any message: orders as they look now, help wanted, and powers to watch. */
export function offlinePlan(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const { self } = reading;
  const stance = stanceOf(reading);
  const sketch = sketchOrders(reading, random);
  const ideas = [...thinkOfDeals(reading, stance, sketch)].sort((a, b) => b.weight - a.weight);
  const wishes = [...new Map(ideas.map((idea) => [idea.other, idea])).values()].slice(0, 2);
  const friends = stance.neighbors.filter(({ power }) => isFriend(stance, power)).map(({ power }) => powerTitle(power));
  return [
    stance.target === null ? pick(OPEN, random) : pick(AIM, random).replace('{name}', powerTitle(stance.target)),
    sketch.length > 0 ? `As it looks now I order ${sketch.join('; ')}.` : 'I cannot say yet what to order.',
    ...wishes.map(
      ({ other, deal }) =>
        `${pick(ASK, random)} ${powerTitle(other)} that ${sayDeal(deal, { sender: self, recipient: other }, random)}.`,
    ),
    friends.length > 0
      ? `${friends.join(' and ')} should notice that I leave them alone.`
      : 'There is nobody yet whose word I would build on.',
    stance.temper.boldness > 0.6
      ? 'If a centre is left open I take it, whoever owns it.'
      : 'If somebody comes at me I fall back on my own centres.',
  ].join(' ');
}

const OPEN = ['This season I listen first.', 'No enemy yet, and no hurry to have one.'];
const AIM = [
  '{name} is where I can gain most.',
  'Everything this season is about {name}.',
  'I want to be stronger than {name} by winter.',
];
const ASK = ['I shall suggest to', 'It would help to agree with', 'I want to hear from'];

/** Sketches the orders that a power would write if there were nobody to talk to: canonical texts, all of them legal. */
export function sketchOrders(reading: Reading, random: () => number, board: Board | null = reading.board): readonly string[] {
  const { self, legalOrders } = reading;
  if (board === null) return [];
  const allowed = new Set(legalOrders);
  const orders = greedyBot(positionOfBoard(board, self, legalOrders), self, { random });
  return orders.map(formatOrder).filter((text) => allowed.has(text));
}
