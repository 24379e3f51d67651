import { describeModel, type LanguageModel, modelCallStructured, settleReply } from '@entente/llm-clients';
import { inParallel, type Json, promptCallsDigest, type Scope } from '@entente/simulation-core';
import {
  type Appraisal,
  type AppraisedMemory,
  type Choice,
  type OptionTaken,
  type Reflection,
  type SceneActor,
  type SceneOption,
  toMissingReply,
} from '@entente/relationship';
import { agentPromptSamples } from './prompts/agent-prompt-samples.js';
import { appraiseMemoriesPrompt, appraisePrompt, type MemoryAppraisals } from './prompts/appraise.js';
import { actPrompt, makeChoicesPrompt } from './prompts/choose.js';
import { reflectPrompt } from './prompts/reflect.js';

/** Options of `RelationshipAgent`. */
export interface RelationshipAgentOptions {
  readonly name: string;
  /** Description of this person; 120 to 300 words work well. */
  readonly persona: string;
  readonly model: LanguageModel;
  /** Hope of this person for the relationship, one sentence. @default none */
  readonly goal?: string | undefined;
  /** Memories from before the first scene. @default [] */
  readonly memories?: readonly string[] | undefined;
}

/**
 * One character that feels, remembers and chooses. It holds nothing that changes: each call brings the history of the character as lines,
 * oldest first. Every method but `batchAppraiseMemory` throws a `ReplyError` if the model gives no usable answer even when asked again.
 */
export class RelationshipAgent implements SceneActor {
  readonly name: string;
  readonly persona: string;
  readonly goal: string | undefined;
  readonly memories: readonly string[];
  readonly #model: LanguageModel;

  constructor(options: RelationshipAgentOptions) {
    this.name = options.name;
    this.persona = options.persona;
    this.goal = options.goal;
    this.memories = options.memories ?? [];
    this.#model = options.model;
  }

  /** Everything that decides the answers: name, persona, goal, memories, model and prompts. */
  get identity(): Json {
    const { name, persona, goal = null, memories } = this;
    return {
      agent: 'RelationshipAgent',
      name,
      persona,
      goal,
      memories: [...memories],
      model: describeModel(this.#model),
      prompts: promptCallsDigest(agentPromptSamples()),
    };
  }

  /** Returns the emotions and the unspoken thought of this person at the last line of the history. */
  async appraise(scope: Scope, history: readonly string[]): Promise<Appraisal> {
    return modelCallStructured(scope.recorded(this.#model), appraisePrompt.with({ character: this, history }));
  }

  /** Returns the next action of this person. `appraisal` is the present feeling, or null if it is missing. */
  async makeChoices(scope: Scope, history: readonly string[], appraisal: Appraisal | null): Promise<Choice> {
    return modelCallStructured(scope.recorded(this.#model), makeChoicesPrompt.with({ character: this, history, appraisal }));
  }

  /** Returns the option that this person takes. A letter that was not offered is never guessed at: the model is asked again. */
  async act(
    scope: Scope,
    history: readonly string[],
    offer: { readonly question: string; readonly options: readonly SceneOption[] },
  ): Promise<OptionTaken> {
    const ids = offer.options.map(({ id }) => id);
    return modelCallStructured(scope.recorded(this.#model), actPrompt.with({ character: this, history, ...offer }), {
      check: ({ option }) =>
        ids.includes(option) ? undefined : `option: there is no option "${option}"; take one of ${ids.join(', ')}`,
    });
  }

  /** Returns the conclusion that this person draws from the history. */
  async reflect(scope: Scope, history: readonly string[]): Promise<Reflection> {
    return modelCallStructured(scope.recorded(this.#model), reflectPrompt.with({ character: this, history }));
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

  async #appraiseBatch(scope: Scope, memories: readonly string[]): Promise<readonly AppraisedMemory[]> {
    const prompt = appraiseMemoriesPrompt.with({ character: this, memories });
    const reply = await settleReply(
      modelCallStructured(scope.recorded(this.#model), prompt, { check: (value) => complaintAbout(value, memories.length) }),
    );
    if (!reply.ok) {
      const missing = toMissingReply(reply.error);
      return memories.map((text) => ({ text, emotions: null, missing }));
    }
    const emotionsOf = new Map(reply.value.appraisals.map(({ memory, emotions }) => [memory, emotions]));
    return memories.map((text, index) => ({ text, emotions: emotionsOf.get(index + 1) ?? null }));
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
