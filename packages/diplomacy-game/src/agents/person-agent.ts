import type { Power } from '@entente/diplomacy-rules';
import type { LanguageModel, PromptCall } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import { askPersonMessages, askPersonOrders } from '../prompts/ask-person.js';
import type { Observation } from '../state/index.js';
import type { OrderComplaints, PowerAgent, WrittenOrders, WrittenPress } from './power-agent.js';

/**
 * A power that is played by a person. The person is asked like a model and answers in plain lines, which are on record like any answer. A
 * person's thoughts stay private, so there is no mind: no plan, no diary, no goals.
 */
export class PersonAgent implements PowerAgent {
  readonly power: Power;
  readonly mind = null;
  readonly #model: LanguageModel;

  /** @param options.model asks the person; an empty text is an answer too */
  constructor(options: { readonly power: Power; readonly model: LanguageModel }) {
    this.power = options.power;
    this.#model = options.model;
  }

  async writeMessages(scope: Scope, observation: Observation): Promise<WrittenPress> {
    return readMessages(await this.#ask(scope, askPersonMessages(observation)));
  }

  async writeOrders(scope: Scope, observation: Observation, complaints?: OrderComplaints): Promise<WrittenOrders> {
    const lines = linesOf(await this.#ask(scope, askPersonOrders(observation, complaints)));
    return {
      orders: lines.flatMap((line) => line.split(';').map((order) => order.trim())).filter((order) => order !== ''),
      reasoning: '',
    };
  }

  /** Asks once, because silence is an answer. */
  async #ask(scope: Scope, { messages, label }: PromptCall<string>): Promise<string> {
    return (await scope.recorded(this.#model).generate({ messages, label })).text;
  }
}

/** Reads `ENGLAND: text` as a message. A line without a recipient continues the message before it. Silence means done. */
function readMessages(text: string): WrittenPress {
  const lines = linesOf(text);
  const messages: { recipient: string; text: string }[] = [];
  let done = lines.length === 0;
  for (const line of lines) {
    const [, recipient, said] = /^([\p{L}-]+)\s*:\s*(.*)$/u.exec(line) ?? [];
    const last = messages.at(-1);
    if (/^done[.!]?$/i.test(line)) done = true;
    else if (recipient !== undefined) messages.push({ recipient, text: said ?? '' });
    else if (last === undefined) messages.push({ recipient: '', text: line });
    else last.text += `\n${line}`;
  }
  return { messages, done };
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
