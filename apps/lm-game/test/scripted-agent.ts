import type {
  DiaryToConsolidate,
  GameTable,
  NegotiationReview,
  Observation,
  OrderComplaints,
  Outset,
  PlayedPhase,
  PowerAgent,
  PowerMind,
  Reflection,
  WrittenOrders,
  WrittenPress,
} from '@entente/diplomacy-game';
import { BotAgent, forEveryPower, type GameSettings, RELATIONSHIPS } from '@entente/diplomacy-game';
import { formatOrder, legalOrdersOfPower, type Power, POWERS, randomBot, seededRandom } from '@entente/diplomacy-rules';
import { type LanguageModel, modelCallUnstructured, NO_USAGE } from '@entente/llm-clients';
import { digest, type Scope } from '@entente/simulation-core';

/**
 * A model that answers with a digest of what it is asked, so that whatever reaches a prompt changes everything that follows.
 * @param around what happens before an answer comes
 */
export function digestingModel(
  around: (answer: () => string) => Promise<string> = async (answer) => answer(),
): LanguageModel & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    provider: 'scripted',
    modelId: 'digest',
    asked,
    generate: async (request) => {
      const text = request.messages.flatMap(({ parts }) => parts.map((part) => part.text)).join('\n');
      asked.push(text);
      return {
        text: await around(() => digest(text).slice(0, 16)),
        finishReason: 'stop',
        usage: { ...NO_USAGE, inputTokens: text.length, outputTokens: 16 },
        latencyMs: 1,
        attempts: [{ outcome: 'answered', latencyMs: 1 }],
        droppedParameters: [],
      };
    },
  };
}

/** A power whose messages, thoughts and orders follow from the digest of everything that it sees. */
export class ScriptedAgent implements PowerAgent, PowerMind {
  readonly power: Power;
  readonly #model: LanguageModel;

  constructor(power: Power, model: LanguageModel) {
    this.power = power;
    this.#model = model;
  }

  get mind(): PowerMind {
    return this;
  }

  async initialize(scope: Scope, seen: Observation): Promise<Outset> {
    const reply = await this.#ask(scope, 'initialize', seen);
    return { goals: [reply], relationships: this.#relationships(reply) };
  }

  async writeMessages(scope: Scope, seen: Observation): Promise<WrittenPress> {
    const reply = await this.#ask(scope, 'messages', seen);
    const random = seededRandom(reply);
    const recipients = [...POWERS, 'GLOBAL', 'PRUSSIA'];
    const messages = [1, 2, 3].map((at) => ({
      recipient: recipients[Math.floor(random() * recipients.length)] ?? '',
      text: `${reply} ${at}`,
    }));
    return { messages, done: random() < 0.5 };
  }

  makePlan(scope: Scope, seen: Observation): Promise<string> {
    return this.#ask(scope, 'plan', seen);
  }

  async reviewNegotiation(scope: Scope, seen: Observation): Promise<NegotiationReview> {
    const reply = await this.#ask(scope, 'review', seen);
    return { diary: reply, relationships: this.#relationships(reply), note: reply };
  }

  async writeOrders(scope: Scope, seen: Observation, complaints?: OrderComplaints): Promise<WrittenOrders> {
    const reply = await this.#ask(scope, 'orders', seen, complaints);
    const random = seededRandom(reply);
    const orders = randomBot(seen.position, this.power, { random }).map(formatOrder);
    // Now and then an order that is not allowed, or none.
    const written = orders.flatMap((order) => (random() < 0.05 ? ['A PAR - STP'] : random() < 0.05 ? [] : [order]));
    return { orders: written, reasoning: reply };
  }

  reviewPhase(scope: Scope, played: PlayedPhase): Promise<string> {
    return this.#ask(scope, 'result', played);
  }

  async updateState(scope: Scope, played: PlayedPhase, diary: string | null): Promise<Reflection> {
    const reply = await this.#ask(scope, 'update', played, diary);
    return { goals: [reply], relationships: this.#relationships(reply) };
  }

  consolidateDiary(scope: Scope, diary: DiaryToConsolidate): Promise<string> {
    return this.#ask(scope, 'consolidate', diary);
  }

  #ask(scope: Scope, what: string, ...seen: readonly unknown[]): Promise<string> {
    return modelCallUnstructured(scope.recorded(this.#model), `${what} ${this.power}\n${JSON.stringify(seen)}`);
  }

  #relationships(reply: string): Outset['relationships'] {
    const random = seededRandom(reply);
    return Object.fromEntries(
      POWERS.filter((power) => power !== this.power && random() < 0.5).map((power) => [
        power,
        RELATIONSHIPS[Math.floor(random() * RELATIONSHIPS.length)] ?? 'Neutral',
      ]),
    );
  }
}

export const scriptedSettings: GameSettings = {
  maxYear: 1901,
  negotiationRounds: 2,
  adaptiveRounds: false,
  planning: true,
  phaseSummaries: true,
  rulebook: 'python-compatible',
};

/** Seven scripted powers at a table; `bots` of them, from the last on, are bots. */
export function scriptedTable(
  model: LanguageModel,
  { settings = scriptedSettings, bots = 0 }: { readonly settings?: GameSettings; readonly bots?: number } = {},
): GameTable {
  const isBot = (power: Power): boolean => POWERS.indexOf(power) >= POWERS.length - bots;
  return {
    settings,
    seats: forEveryPower((power) => ({ model: isBot(power) ? 'bot:random' : 'scripted:digest' })),
    agents: forEveryPower((power) => (isBot(power) ? new BotAgent({ power, bot: randomBot }) : new ScriptedAgent(power, model))),
    narrator: {
      summarizePhase: (scope, record) => modelCallUnstructured(scope.recorded(model), `summary\n${JSON.stringify(record)}`),
    },
  };
}

/** Whether these orders are all legal; for what a game has on record. */
export const areLegal = (position: Observation['position'], power: Power, orders: readonly string[]): boolean => {
  const legal = legalOrdersOfPower(position, power).flatMap((unit) => unit.orders.map(formatOrder));
  return orders.every((order) => legal.includes(order));
};
