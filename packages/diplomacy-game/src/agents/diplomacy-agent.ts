import type { Power } from '@entente/diplomacy-rules';
import { type LanguageModel, modelCallStructured, modelCallUnstructured, type Prompt } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import { consolidateDiaryPrompt } from '../prompts/consolidate-diary.js';
import type { WordsToFormat } from '../prompts/format-prompt.js';
import { formatInitializeAgentPrompt, initializeAgentPrompt } from '../prompts/initialize-agent.js';
import { makePlanPrompt } from '../prompts/make-plan.js';
import { formatNegotiationDiaryPrompt, negotiationDiaryPrompt } from '../prompts/negotiation-diary.js';
import { phaseDiaryPrompt } from '../prompts/phase-diary.js';
import type { PromptSet } from '../prompts/prompt-set.js';
import type { ReplyForm } from '../prompts/task-section.js';
import { formatUpdateStatePrompt, updateStatePrompt } from '../prompts/update-state.js';
import { formatMessagesPrompt, writeMessagesPrompt } from '../prompts/write-messages.js';
import { formatOrdersPrompt, writeOrdersPrompt } from '../prompts/write-orders.js';
import type { Observation } from '../state/index.js';
import type {
  DiaryToConsolidate,
  NegotiationReview,
  OrderComplaints,
  Outset,
  PlayedPhase,
  PowerAgent,
  PowerMind,
  Reflection,
  WrittenOrders,
  WrittenPress,
} from './power-agent.js';

export interface DiplomacyAgentOptions {
  readonly power: Power;
  readonly model: LanguageModel;
  readonly prompts: PromptSet;
  /**
   * Turns plain words into JSON. If set, the power's own model is asked for plain words only: two calls instead of one for every reply with
   * a shape. Models that think worse when they write JSON play better this way.
   */
  readonly formatter?: LanguageModel | undefined;
}

/** A prompt whose reply has a shape, and the prompt that turns plain words into that shape. */
interface Question<Input, Value> {
  readonly prompt: Prompt<Input, Value>;
  readonly format: Prompt<WordsToFormat, Value>;
  /** Number of times that the model is asked again after a reply that cannot be read. @default 2 */
  readonly reask?: number;
}

/**
 * A power that is played by a language model. It keeps no state between calls: everything it knows comes with each call. Every method
 * throws a `ReplyError` if the model gives nothing usable, even after it was asked again.
 */
export class DiplomacyAgent implements PowerAgent, PowerMind {
  readonly power: Power;
  readonly prompts: PromptSet;
  readonly #model: LanguageModel;
  readonly #formatter: LanguageModel | undefined;

  constructor(options: DiplomacyAgentOptions) {
    this.power = options.power;
    this.prompts = options.prompts;
    this.#model = options.model;
    this.#formatter = options.formatter;
  }

  get mind(): PowerMind {
    return this;
  }

  /** Goals and relationships to begin with. */
  async initialize(scope: Scope, observation: Observation): Promise<Outset> {
    const question = { prompt: initializeAgentPrompt, format: formatInitializeAgentPrompt };
    return this.#notOfItself(await this.#ask(scope, question, { observation, prompts: this.prompts }));
  }

  /** Messages of the coming round. */
  async writeMessages(scope: Scope, observation: Observation): Promise<WrittenPress> {
    const question = { prompt: writeMessagesPrompt, format: formatMessagesPrompt };
    return this.#ask(scope, question, { observation, prompts: this.prompts });
  }

  /** Plan for this phase, made before the others were heard. */
  async makePlan(scope: Scope, observation: Observation): Promise<string> {
    return modelCallUnstructured(scope.recorded(this.#model), makePlanPrompt.with({ observation, prompts: this.prompts }));
  }

  /** Review of the negotiation, after the last round. */
  async reviewNegotiation(scope: Scope, observation: Observation): Promise<NegotiationReview> {
    const question = { prompt: negotiationDiaryPrompt, format: formatNegotiationDiaryPrompt };
    return this.#notOfItself(await this.#ask(scope, question, { observation, prompts: this.prompts }));
  }

  /** Orders; the second time, only those that were missing or wrong. */
  async writeOrders(scope: Scope, observation: Observation, complaints?: OrderComplaints): Promise<WrittenOrders> {
    const question = { prompt: writeOrdersPrompt, format: formatOrdersPrompt, reask: 1 };
    const again = complaints && { again: complaints };
    return this.#ask(scope, question, { observation, prompts: this.prompts, ...again });
  }

  /** Diary entry about a phase that was judged. */
  async reviewPhase(scope: Scope, played: PlayedPhase): Promise<string> {
    return modelCallUnstructured(scope.recorded(this.#model), phaseDiaryPrompt.with({ played, prompts: this.prompts }));
  }

  /** Goals and relationships after a phase. */
  async updateState(scope: Scope, played: PlayedPhase, diary: string | null): Promise<Reflection> {
    const question = { prompt: updateStatePrompt, format: formatUpdateStatePrompt };
    return this.#notOfItself(await this.#ask(scope, question, { played, diary, prompts: this.prompts }));
  }

  /** One text that replaces years of diary. */
  async consolidateDiary(scope: Scope, diary: DiaryToConsolidate): Promise<string> {
    return modelCallUnstructured(scope.recorded(this.#model), consolidateDiaryPrompt.with({ diary, prompts: this.prompts }));
  }

  /** Asks in one step, or with a formatter in two: for plain words, then for their shape. */
  async #ask<Input, Value>(scope: Scope, question: Question<Input, Value>, input: Input): Promise<Value> {
    const { prompt, format, reask = 2 } = question;
    const model = scope.recorded(this.#model);
    if (this.#formatter === undefined) return modelCallStructured(model, prompt.with(input), { reask });
    const form: ReplyForm = 'words';
    const words = await modelCallUnstructured(model, prompt.with({ ...input, form }));
    return modelCallStructured(scope.recorded(this.#formatter), format.with({ power: this.power, words }), { reask });
  }

  /** Removes a power's relationship to itself, which models often write. */
  #notOfItself<Value extends Pick<Reflection, 'relationships'>>(value: Value): Value {
    if (value.relationships === undefined) return value;
    const { [this.power]: _own, ...relationships } = value.relationships;
    return { ...value, relationships };
  }
}
