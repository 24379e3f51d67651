import { type Bot, formatOrder, type Power } from '@entente/diplomacy-rules';
import type { Scope } from '@entente/simulation-core';
import type { Observation } from '../state/index.js';
import type { PowerAgent, WrittenOrders, WrittenPress } from './power-agent.js';

/** A power that is played by rules of thumb. It sends no messages, keeps no diary and calls no model. */
export class BotAgent implements PowerAgent {
  readonly power: Power;
  readonly mind = null;
  readonly #bot: Bot;

  constructor(options: { readonly power: Power; readonly bot: Bot }) {
    this.power = options.power;
    this.#bot = options.bot;
  }

  async writeMessages(): Promise<WrittenPress> {
    return { messages: [], done: true };
  }

  async writeOrders(scope: Scope, { position }: Observation): Promise<WrittenOrders> {
    const orders = this.#bot(position, this.power, { random: () => scope.random() });
    return { orders: orders.map(formatOrder), reasoning: '' };
  }
}
