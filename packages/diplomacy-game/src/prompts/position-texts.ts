import type { Position, Power } from '@entente/diplomacy-rules';
import { describeBoard, describeLegalOrders, describeOrderableUnits } from '../context/index.js';
import { SECTIONS } from './game-messages.js';

/** The sections about a position. They are the longest of a prompt, and the same in all prompts of a phase, so each is written once. */
export const boardSection = (position: Position): string =>
  remembered(position, 'board', () => `${SECTIONS.board}\n${describeBoard(position)}`);

/** What surrounds the units of a power; empty where it has nothing to order. */
export const unitsSection = (position: Position, power: Power): string =>
  remembered(position, `units ${power}`, () => `${SECTIONS.units}\n${describeOrderableUnits(position, power)}`);

/** All legal orders of a power. */
export const legalOrdersSection = (position: Position, power: Power): string =>
  remembered(position, `orders ${power}`, () => `${SECTIONS.legalOrders}\n${describeLegalOrders(position, power)}`);

const texts = new WeakMap<Position, Map<string, string>>();

function remembered(position: Position, key: string, write: () => string): string {
  const known = texts.get(position) ?? new Map<string, string>();
  texts.set(position, known);
  const text = known.get(key) ?? write();
  known.set(key, text);
  return text;
}
