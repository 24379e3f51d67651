import { z } from 'zod';
import type { Engine, GenerationRequest, GrammarSchema } from './engine.js';
import { RefusedRequest } from './refused-request.js';
import { toGrammarSchema, UnsupportedSchemaError } from './to-grammar-schema.js';

const DEFAULT_TEMPERATURE = 0.8;

const content = z.union([z.string(), z.array(z.object({ type: z.literal('text'), text: z.string() }))]);
const format = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({ type: z.literal('json_schema'), json_schema: z.object({ schema: z.unknown() }) }),
]);

// As in llama.cpp's server, further members are overlooked.
const chatRequest = z.object({
  messages: z.array(z.object({ role: z.enum(['system', 'developer', 'user', 'assistant']), content })).min(1),
  temperature: z.number().min(0).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  seed: z.number().int().nullish(),
  max_tokens: z.number().int().positive().nullish(),
  max_completion_tokens: z.number().int().positive().nullish(),
  response_format: format.nullish(),
  stream: z.literal(false).nullish(),
  n: z.literal(1).nullish(),
});

/**
 * Reads the body of a chat completion.
 * @throws RefusedRequest 400: what is not understood, a prompt beyond the context, a schema that there is no grammar for
 */
export function readChatRequest(
  text: string,
  { engine, defaultMaxTokens }: { readonly engine: Engine; readonly defaultMaxTokens: number },
): { readonly generation: GenerationRequest } {
  const parsed = chatRequest.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RefusedRequest(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'the request is not understood'}`);
  }
  const { messages, temperature, top_p: topP, seed, response_format: wanted } = parsed.data;
  const schema = readSchema(wanted ?? undefined);
  const prompt = `${messages.map(({ role, content: said }) => `${role}:\n${textOf(said)}\n\n`).join('')}assistant:\n`;
  const promptTokens = engine.countTokens(prompt);
  const room = engine.contextTokens - promptTokens;
  if (room < 1) {
    throw new RefusedRequest(
      400,
      `request (${promptTokens} tokens) exceeds the available context size (${engine.contextTokens} tokens), try increasing it`,
      { type: 'exceed_context_size_error', n_prompt_tokens: promptTokens, n_ctx: engine.contextTokens },
    );
  }
  return {
    generation: {
      prompt,
      maxTokens: Math.min(parsed.data.max_completion_tokens ?? parsed.data.max_tokens ?? defaultMaxTokens, room),
      temperature: temperature ?? DEFAULT_TEMPERATURE,
      topP: topP ?? 1,
      seed: seed ?? 0,
      schema,
    },
  };
}

function readSchema(wanted: z.infer<typeof format> | undefined): GrammarSchema | undefined {
  switch (wanted?.type) {
    case undefined:
    case 'text':
      return undefined;
    case 'json_object':
      return 'any';
    case 'json_schema':
      try {
        return toGrammarSchema(wanted.json_schema.schema);
      } catch (error) {
        if (!(error instanceof UnsupportedSchemaError)) throw error;
        throw new RefusedRequest(400, error.message, { type: 'schema_error' });
      }
  }
}

function textOf(said: z.infer<typeof content>): string {
  return typeof said === 'string' ? said : said.map(({ text }) => text).join('');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RefusedRequest(400, `the body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
