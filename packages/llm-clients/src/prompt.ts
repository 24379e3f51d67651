import type { z } from 'zod';
import type { GenerateRequest, Message, MessageRole, PromptLabel, Sampling } from './language-model.js';

/** A request as the offline model sees it: the text a real model would read, and a seed. */
export interface OfflineRequest {
  readonly messages: readonly { readonly role: MessageRole; readonly text: string }[];
}

/**
 * Answers one kind of prompt without a model: a function of the rendered request and of seeded randomness only.
 * `reply` returns the text a model would send (JSON where a shape is asked for).
 */
export interface OfflineResponder {
  readonly name: string;
  recognises(request: OfflineRequest): boolean;
  reply(request: OfflineRequest, random: () => number): string;
}

/** One prompt applied to its input: what `modelCallStructured` and `modelCallUnstructured` take. */
export interface PromptCall<Value> {
  readonly label: PromptLabel;
  readonly messages: readonly Message[];
  readonly schema?: z.ZodType<Value> | undefined;
  readonly shape?: GenerateRequest['shape'] | undefined;
  readonly sampling?: Sampling | undefined;
}

export interface PromptDefinition<Input, Value> {
  readonly name: string;
  /** Bump it when the meaning of the prompt changes. */
  readonly version: string;
  /** The shape of the reply; absent for free text. */
  readonly schema?: z.ZodType<Value> | undefined;
  /** The shape of the reply, where it depends on the input; it goes before `schema`. */
  readonly schemaFor?: ((input: Input) => z.ZodType<Value>) | undefined;
  /**
   * `in-words`: the rendered messages describe the shape, so that prompts of different shapes share their beginning. @default
   * 'native'
   */
  readonly shape?: GenerateRequest['shape'] | undefined;
  readonly sampling?: Sampling | undefined;
  readonly render: (input: Input) => readonly Message[];
}

/** A prompt: `with(input)` renders a call. */
export interface Prompt<Input, Value> extends PromptDefinition<Input, Value> {
  with(input: Input): PromptCall<Value>;
}

/**
 * Makes a prompt. A small program may put the answer of the offline model beside it as `offline`; a package keeps such answers in an entry of
 * their own, so that nobody loads them who asks real models.
 */
export function definePrompt<Input, Value = string>(
  definition: PromptDefinition<Input, Value> & { readonly offline: Omit<OfflineResponder, 'name'> },
): Prompt<Input, Value> & { readonly offline: OfflineResponder };
export function definePrompt<Input, Value = string>(definition: PromptDefinition<Input, Value>): Prompt<Input, Value>;
export function definePrompt<Input, Value>(
  definition: PromptDefinition<Input, Value> & { readonly offline?: Omit<OfflineResponder, 'name'> | undefined },
): Prompt<Input, Value> & { readonly offline?: OfflineResponder | undefined } {
  const { name, version, schema, schemaFor, shape, sampling, render, offline } = definition;
  return {
    ...definition,
    offline: offline && { ...offline, name },
    with: (input) => ({
      label: { name, version },
      messages: render(input),
      schema: schemaFor?.(input) ?? schema,
      shape,
      sampling,
    }),
  };
}
