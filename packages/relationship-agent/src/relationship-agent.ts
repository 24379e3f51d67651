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
import { actPrompt } from './prompts/act.js';
import { appraiseMemoriesPrompt, type MemoryAppraisals } from './prompts/appraise-memories.js';
import { appraisePrompt } from './prompts/appraise.js';
import { makeChoicesPrompt } from './prompts/make-choices.js';
import { agentPromptSamples } from './prompts/agent-prompt-samples.js';
import { reflectPrompt } from './prompts/reflect.js';

export interface RelationshipAgentOptions {
  readonly name: string;
  /** Who this person is, in words; 120 to 300 of them work well. */
  readonly persona: string;
  readonly model: LanguageModel;
  /** What this person hopes for from the relationship, one sentence. */
  readonly goal?: string;
  /** What this person remembers from before the first scene. @default [] */
  readonly memories?: readonly string[];
}

/**
 * One character that feels, remembers and chooses. Holds nothing that changes: what it has lived through comes in with
 * every call, as lines, oldest first. Every method throws a `ReplyError` when the model gave nothing usable even after
 * being asked again, except `batchAppraiseMemory`.
 */
export class RelationshipAgent implements SceneActor {
  readonly name: string;
  readonly persona: string;
  readonly goal?: string;
  readonly memories: readonly string[];
  readonly #model: LanguageModel;

  constructor(options: RelationshipAgentOptions) {
    this.name = options.name;
    this.persona = options.persona;
    if (options.goal !== undefined) this.goal = options.goal;
    this.memories = options.memories ?? [];
    this.#model = options.model;
  }

  /** Persona, goal, memories, model and prompts: an agent that differs in one of them is another. */
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

  /** What this person feels, and thinks without saying it, at the last line of the history. */
  async appraise(scope: Scope, history: readonly string[]): Promise<Appraisal> {
    return modelCallStructured(scope.recorded(this.#model), appraisePrompt.with({ character: this, history }));
  }

  /** What this person does next, feeling like that; null where it is not known how. */
  async makeChoices(scope: Scope, history: readonly string[], appraisal: Appraisal | null): Promise<Choice> {
    return modelCallStructured(scope.recorded(this.#model), makeChoicesPrompt.with({ character: this, history, appraisal }));
  }

  /** Which of the options this person takes; a letter that was not offered is asked for again, never guessed at. */
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

  /** What this person concludes from what happened. */
  async reflect(scope: Scope, history: readonly string[]): Promise<Reflection> {
    return modelCallStructured(scope.recorded(this.#model), reflectPrompt.with({ character: this, history }));
  }

  /**
   * What memories feel like, `batchSize` of them a call (8 unless told), the batches at the same time. Where the model
   * gives nothing usable, the memories of that batch are kept without a feeling and say why.
   */
  async batchAppraiseMemory(
    scope: Scope,
    memories: readonly string[],
    options: { readonly batchSize?: number } = {},
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
