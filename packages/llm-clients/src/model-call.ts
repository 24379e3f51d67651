import type { z } from 'zod';
import type { EmbeddingModel, EmbedOptions } from './embedding-model.js';
import { SettingError } from './errors/llm-client-error.js';
import { LengthCutError, RefusalError, UnparsableReplyError } from './errors/reply-errors.js';
import {
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  type Message,
  wellFormedMessages,
} from './language-model.js';
import type { PromptCall } from './prompt.js';
import { askAgain, askAgainShorter } from './replies/ask-again.js';
import { readReply } from './replies/read-reply.js';
import { answerOf, holdsObject, textOf } from './replies/strip-thinking.js';
import { cutText } from './text/cut-text.js';
import { withoutUndefined } from './without-undefined.js';

/** A question: one user message, a conversation, or a prompt applied to its input. */
export type PromptInput<Value = unknown> = string | readonly Message[] | PromptCall<Value>;

/** Settings of one call; `sampling` is laid over the prompt's own. */
export interface CallOptions extends Omit<GenerateRequest, 'messages' | 'schema'> {
  /**
   * How often the model is asked again, with the complaint, when its reply is of no use. Each time is a new call, with
   * an answer of its own on record.
   * @default 2
   */
  readonly reask?: number | undefined;
}

export interface StructuredCallOptions<Value> extends CallOptions {
  /** Checks a value beyond its shape ("no such actor"). Returns the complaint with which the model is asked again, or undefined. */
  readonly check?: ((value: Value) => string | undefined) | undefined;
}

/** The answer that was of use, with the value read from it. Answers before it are on record, not in here. */
export type GeneratedStructured<Value> = GenerateResult & { readonly value: Value; readonly reasks: number };
export type GeneratedText = GenerateResult & { readonly reasks: number };

const DEFAULT_REASKS = 2;

/**
 * Asks for a value of the schema's shape and returns it, parsed and validated.
 * @throws ReplyError when the model refused, was cut off, or sent nothing usable after every re-ask (see `settleReply`)
 * @throws ProviderError when the provider returned no answer
 */
export async function modelCallStructured<Value>(
  model: LanguageModel,
  prompt: PromptCall<Value>,
  schema?: undefined,
  options?: StructuredCallOptions<Value>,
): Promise<Value>;
export async function modelCallStructured<Value>(
  model: LanguageModel,
  prompt: PromptCall<Value>,
  options: StructuredCallOptions<Value>,
): Promise<Value>;
export async function modelCallStructured<Schema extends z.ZodType>(
  model: LanguageModel,
  prompt: PromptInput,
  schema: Schema,
  options?: StructuredCallOptions<z.output<Schema>>,
): Promise<z.output<Schema>>;
export async function modelCallStructured<Value>(
  model: LanguageModel,
  prompt: PromptInput<Value>,
  schema?: z.ZodType<Value> | StructuredCallOptions<Value>,
  options?: StructuredCallOptions<Value>,
): Promise<Value> {
  return (await askForValue(model, prompt, schema, options)).value;
}

/** `modelCallStructured` with all that came back: text, usage, attempts, request id, and how often it was asked again. */
export async function generateStructured<Value>(
  model: LanguageModel,
  prompt: PromptCall<Value>,
  schema?: undefined,
  options?: StructuredCallOptions<Value>,
): Promise<GeneratedStructured<Value>>;
export async function generateStructured<Value>(
  model: LanguageModel,
  prompt: PromptCall<Value>,
  options: StructuredCallOptions<Value>,
): Promise<GeneratedStructured<Value>>;
export async function generateStructured<Schema extends z.ZodType>(
  model: LanguageModel,
  prompt: PromptInput,
  schema: Schema,
  options?: StructuredCallOptions<z.output<Schema>>,
): Promise<GeneratedStructured<z.output<Schema>>>;
export async function generateStructured<Value>(
  model: LanguageModel,
  prompt: PromptInput<Value>,
  schema?: z.ZodType<Value> | StructuredCallOptions<Value>,
  options?: StructuredCallOptions<Value>,
): Promise<GeneratedStructured<Value>> {
  return askForValue(model, prompt, schema, options);
}

/**
 * Asks for free text and returns it without the model's thoughts.
 * @throws ReplyError when the model refused, was cut off, or stayed silent after every re-ask
 * @throws ProviderError when the provider returned no answer
 */
export async function modelCallUnstructured(model: LanguageModel, prompt: PromptInput, options?: CallOptions): Promise<string> {
  return (await generateText(model, prompt, options)).text;
}

/** `modelCallUnstructured` with all that came back; `text` is without what was thought aloud. */
export async function generateText(model: LanguageModel, prompt: PromptInput, options: CallOptions = {}): Promise<GeneratedText> {
  const { reask = DEFAULT_REASKS, ...settings } = options;
  const { result, reasks } = await askUntilUseful(model, toRequest(prompt, settings), reask, (answer) => {
    const text = textOf(answer).trim().toWellFormed();
    return text === '' ? { ok: false, complaint: 'the reply is empty' } : { ok: true, value: text };
  });
  return { ...result.answer, text: result.value, reasks };
}

/** Returns the vector of one text. @throws ProviderError when the provider returned no answer */
export async function getTextEmbedding(model: EmbeddingModel, text: string, options?: EmbedOptions): Promise<Float32Array> {
  const [vector] = await getTextEmbeddings(model, [text], options);
  return vector!;
}

/**
 * Returns one vector a text, in the order of the texts, from a single call. @throws ProviderError when the provider returned no
 * answer
 */
export async function getTextEmbeddings(
  model: EmbeddingModel,
  texts: readonly string[],
  options?: EmbedOptions,
): Promise<readonly Float32Array[]> {
  if (texts.length === 0) return [];
  // Services refuse half characters in texts as they do in prompts.
  return (
    await model.embed(
      texts.map((text) => text.toWellFormed()),
      options,
    )
  ).vectors;
}

async function askForValue<Value>(
  model: LanguageModel,
  prompt: PromptInput<Value>,
  schemaOrOptions: z.ZodType<Value> | StructuredCallOptions<Value> | undefined,
  lastOptions: StructuredCallOptions<Value> | undefined,
): Promise<GeneratedStructured<Value>> {
  const given = isSchema(schemaOrOptions) ? schemaOrOptions : undefined;
  const options = lastOptions ?? (isSchema(schemaOrOptions) ? undefined : schemaOrOptions) ?? {};
  const { reask = DEFAULT_REASKS, check, ...settings } = options;
  const schema = given ?? (isPromptCall(prompt) ? prompt.schema : undefined);
  if (!schema) {
    throw new SettingError(
      'schema',
      'A structured call needs the shape of its reply: pass a zod schema, or a prompt that has one',
    );
  }
  const { result, reasks } = await askUntilUseful(model, { ...toRequest(prompt, settings), schema }, reask, (answer) => {
    const reply = readReply(answerOf(answer), schema);
    if (!reply.ok) return reply;
    const complaint = check?.(reply.value);
    return complaint === undefined ? reply : { ok: false, complaint };
  });
  return { ...result.answer, value: result.value, reasks };
}

type Reading<Value> =
  | { readonly ok: true; readonly value: Value; readonly exact?: boolean | undefined }
  | { readonly ok: false; readonly complaint: string };

interface UsefulAnswer<Value> {
  readonly result: { readonly answer: GenerateResult; readonly value: Value };
  readonly reasks: number;
}

async function askUntilUseful<Value>(
  model: LanguageModel,
  request: GenerateRequest,
  reask: number,
  read: (answer: GenerateResult) => Reading<Value>,
): Promise<UsefulAnswer<Value>> {
  let messages = request.messages;
  let cuts = 0;
  let { spellShape } = request;
  for (let reasks = 0; ; reasks += 1) {
    const answer = await model.generate({
      ...request,
      messages: wellFormedMessages(messages),
      spellShape,
    });
    if (answer.finishReason === 'refusal' || answer.finishReason === 'content-filter') {
      throw new RefusalError(`${nameOf(model, request)} declined to answer: ${excerpt(answer.text)}`, answer);
    }
    const reading = read(answer);
    if (answer.finishReason === 'length' && !(reading.ok && reading.exact)) {
      cuts += 1;
      if (cuts > 1 || reasks >= reask) throw new LengthCutError(cutMessage(model, request, answer), answer);
      messages = askAgainShorter(messages);
      continue;
    }
    if (reading.ok) return { result: { answer, value: reading.value }, reasks };
    if (reasks >= reask) {
      const times = reasks === 0 ? '' : `, asked ${String(reasks + 1)} times`;
      const message = `${nameOf(model, request)} sent no usable reply${times}: ${reading.complaint}`;
      throw new UnparsableReplyError(message, answer, reading.complaint);
    }
    // Prose where a schema was sent: the server ignores it, so the next request describes the shape in words too.
    if (answer.structuredRung === 'json-schema' && !holdsObject(answer.text)) spellShape = true;
    messages = askAgain(messages, answer.text, reading.complaint);
  }
}

function cutMessage(model: LanguageModel, request: GenerateRequest, answer: GenerateResult): string {
  const limit = request.sampling?.maxOutputTokens;
  const where = limit === undefined ? `after ${String(answer.usage.outputTokens)} tokens` : `at ${String(limit)} tokens`;
  return `${nameOf(model, request)} was cut off ${where} before its reply was complete; raise maxOutputTokens or ask for less`;
}

function nameOf(model: LanguageModel, { label }: GenerateRequest): string {
  return `${model.provider}:${model.modelId}${label ? ` (prompt ${label.name})` : ''}`;
}

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line === '' ? 'no words given' : line.length > 200 ? `${cutText(line, 200)}…` : line;
}

function toRequest(prompt: PromptInput, settings: Omit<GenerateRequest, 'messages' | 'schema'>): GenerateRequest {
  if (typeof prompt === 'string') return { ...settings, messages: [{ role: 'user', parts: [{ kind: 'tail', text: prompt }] }] };
  if (!isPromptCall(prompt)) return { ...settings, messages: prompt };
  const sampling = withoutUndefined({ ...prompt.sampling, ...withoutUndefined(settings.sampling ?? {}) });
  return {
    ...settings,
    label: settings.label ?? prompt.label,
    messages: prompt.messages,
    shape: prompt.shape ?? settings.shape,
    sampling: Object.keys(sampling).length > 0 ? sampling : undefined,
  };
}

function isPromptCall<Value>(prompt: PromptInput<Value>): prompt is PromptCall<Value> {
  return typeof prompt === 'object' && 'messages' in prompt;
}

function isSchema<Value>(value: z.ZodType<Value> | StructuredCallOptions<Value> | undefined): value is z.ZodType<Value> {
  return typeof value === 'object' && '_zod' in value;
}
