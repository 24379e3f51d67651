import { formatOrder, greedyBot } from '@entente/diplomacy-rules';
import { type Board, positionOfBoard } from './read-board.js';
import type { Reading } from './read-prompt.js';

/** What a power would order if there were nobody to talk to: canonical texts, all of them among its legal orders. */
export function sketchOrders(reading: Reading, random: () => number, board: Board | null = reading.board): readonly string[] {
  const { self, legalOrders } = reading;
  if (board === null) return [];
  const allowed = new Set(legalOrders);
  const orders = greedyBot(positionOfBoard(board, self, legalOrders), self, { random });
  return orders.map(formatOrder).filter((text) => allowed.has(text));
}
