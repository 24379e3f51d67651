import {
  describeModel,
  type LanguageModel,
  modelCallStructured,
  type Sampling,
  settleReply,
  withSampling,
} from '@entente/llm-clients';
import { inParallel, type Json, promptCallsDigest, type Scope } from '@entente/simulation-core';
import {
  type Appraisal,
  type AppraisedMemory,
  type Character,
  type Choice,
  type Experience,
  type Move,
  type Reflection,
  type SceneActor,
  type SceneOption,
  toMissingReply,
} from '@entente/relationship';
import { agentPromptSamples } from './prompts/agent-prompt-samples.js';
import { AGENT_WORDS, type AgentWords } from './prompts/agent-words.js';
import { appraiseMemoriesPrompt, type MemoryAppraisals } from './prompts/appraise-memories.js';
import { appraisePrompt } from './prompts/appraise.js';
import { complaintAboutChoice, tidyChoice } from './prompts/check-choice.js';
import { type ChoiceReply, choosePrompt } from './prompts/choose.js';
import { reflectPrompt } from './prompts/reflect.js';

/** Options of `RelationshipAgent`: the character, and everything that answers for it. */
export interface RelationshipAgentOptions extends Character {
  readonly model: LanguageModel;
  /** Sampling of every call. @default what the model does by itself */
  readonly sampling?: Sampling | undefined;
  /** Memories from before the first scene, first person. @default [] */
  readonly memories?: readonly string[] | undefined;
  /** Replaces single words of the prompts, for another language or wording. @default AGENT_WORDS */
  readonly words?: Partial<AgentWords> | undefined;
}

/**
 * One character that feels, remembers and chooses. It holds nothing that changes: each call brings the history of the character, oldest
 * first. Every method but `batchAppraiseMemory` throws a `ReplyError` if the model gives no usable answer even when asked again.
 */
export class RelationshipAgent implements SceneActor {
  readonly name: string;
  readonly persona: string;
  readonly pronouns: Character['pronouns'];
  readonly age: number | undefined;
  readonly occupation: string | undefined;
  readonly traits: readonly string[] | undefined;
  readonly values: readonly string[] | undefined;
  readonly attachment: Character['attachment'];
  readonly goals: readonly string[] | undefined;
  readonly dealbreakers: readonly string[] | undefined;
  readonly rules: readonly string[] | undefined;
  readonly memories: readonly string[];
  readonly #words: AgentWords;
  readonly #model: LanguageModel;
  readonly #sampling: Sampling | undefined;

  constructor(options: RelationshipAgentOptions) {
    this.name = options.name;
    this.persona = options.persona;
    this.pronouns = options.pronouns;
    this.age = options.age;
    this.occupation = options.occupation;
    this.traits = options.traits;
    this.values = options.values;
    this.attachment = options.attachment;
    this.goals = options.goals;
    this.dealbreakers = options.dealbreakers;
    this.rules = options.rules;
    this.memories = options.memories ?? [];
    this.#words = { ...AGENT_WORDS, ...options.words };
    this.#model = options.model;
    this.#sampling = options.sampling;
  }

  /** Everything that decides the answers: the character, its memories, the model and the prompts. */
  get identity(): Json {
    const { name, persona, pronouns = null, age = null, occupation = null, attachment } = this;
    const { traits = [], values = [], goals = [], dealbreakers = [], rules = [], memories } = this;
    return {
      agent: 'RelationshipAgent',
      name,
      persona,
      pronouns,
      age,
      occupation,
      traits: [...traits],
      values: [...values],
      attachment: attachment ? { anxiety: attachment.anxiety, avoidance: attachment.avoidance } : null,
      goals: [...goals],
      dealbreakers: [...dealbreakers],
      rules: [...rules],
      memories: [...memories],
      model: describeModel(this.#model),
      sampling: { ...this.#sampling } as Json,
      prompts: promptCallsDigest(agentPromptSamples(this.#words)),
    };
  }

  /** Returns the emotions and the unspoken thought of this person at the last happening of the history. */
  async appraise(scope: Scope, history: readonly Experience[]): Promise<Appraisal> {
    return modelCallStructured(this.#asked(scope), appraisePrompt.with(this.#request(history)));
  }

  /** Returns the next move of this person, freely chosen. */
  async makeChoices(scope: Scope, history: readonly Experience[], move: Move): Promise<Choice> {
    return this.#choose(scope, history, move, []);
  }

  /**
   * Returns the option that this person takes, and the deed and words that carry it out. A letter that was not offered is never guessed at:
   * the model is asked again.
   */
  async act(
    scope: Scope,
    history: readonly Experience[],
    { options, ...move }: Move & { readonly options: readonly SceneOption[] },
  ): Promise<Choice> {
    return this.#choose(scope, history, move, options);
  }

  /** Returns what this person makes of the scene, how it will be remembered, and what it showed of the other one. */
  async reflect(scope: Scope, history: readonly Experience[]): Promise<Reflection> {
    return modelCallStructured(this.#asked(scope), reflectPrompt.with(this.#request(history)));
  }

  /**
   * Appraises memories, at most `batchSize` of them per call (default 8), all batches at the same time. If the model gives no usable answer
   * for a batch, its memories come back without emotions and with the reason.
   */
  async batchAppraiseMemory(
    scope: Scope,
    memories: readonly string[],
    options: { readonly batchSize?: number | undefined } = {},
  ): Promise<readonly AppraisedMemory[]> {
    const batches = inBatches(memories, options.batchSize ?? 8);
    const keys = batches.map((_, index) => `memories-${index + 1}`);
    const appraised = await inParallel(scope, keys, (key, branch) =>
      this.#appraiseBatch(branch, batches[keys.indexOf(key)] ?? []),
    );
    return keys.flatMap((key) => appraised[key] ?? []);
  }

  async #choose(scope: Scope, history: readonly Experience[], move: Move, options: readonly SceneOption[]): Promise<Choice> {
    const prompt = choosePrompt.with({ ...this.#request(history), move, options });
    const tidied = (choice: ChoiceReply) => tidyChoice(choice, this.name, options);
    const check = (choice: ChoiceReply) => complaintAboutChoice(tidied(choice), options);
    return tidied(await modelCallStructured(this.#asked(scope), prompt, { check }));
  }

  #asked(scope: Scope): LanguageModel {
    return withSampling(scope.recorded(this.#model), this.#sampling);
  }

  async #appraiseBatch(scope: Scope, memories: readonly string[]): Promise<readonly AppraisedMemory[]> {
    const prompt = appraiseMemoriesPrompt.with({ character: this, words: this.#words, memories });
    const reply = await settleReply(
      modelCallStructured(this.#asked(scope), prompt, { check: (value) => complaintAbout(value, memories.length) }),
    );
    if (!reply.ok) {
      const missing = toMissingReply(reply.error);
      return memories.map((text) => ({ text, emotions: null, missing }));
    }
    const emotionsOf = new Map(reply.value.appraisals.map(({ memory, emotions }) => [memory, emotions]));
    return memories.map((text, index) => ({ text, emotions: emotionsOf.get(index + 1) ?? null }));
  }

  #request(history: readonly Experience[]) {
    return { character: this, words: this.#words, history };
  }
}

function complaintAbout({ appraisals }: MemoryAppraisals, count: number): string | undefined {
  const numbers = appraisals.map(({ memory }) => memory);
  const expected = Array.from({ length: count }, (_, index) => index + 1);
  const absent = expected.filter((number) => !numbers.includes(number));
  if (absent.length > 0) return `appraisals: the memories ${absent.join(', ')} are left out`;
  if (numbers.length > count) return `appraisals: there are ${count} memories, each is to be appraised once`;
  return undefined;
}

function inBatches<Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] {
  const batches: Value[][] = [];
  for (let start = 0; start < values.length; start += size) batches.push(values.slice(start, start + size));
  return batches;
}
