import type { MessageRole } from '../language-model.js';
import { isJsonSchema, type JsonSchema } from '../offline/schema-instruction.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import { ApiFailure } from './api-failure.js';

/** Reads a request body field by field. @throws ApiFailure 400 that names the field */
export class BodyReader {
  readonly #body: JsonSchema;

  constructor(body: unknown) {
    if (!isJsonSchema(body)) throw badRequest('We could not parse the JSON body of your request.');
    this.#body = body;
  }

  get(field: string): unknown {
    return this.#body[field] ?? undefined;
  }

  object(field: string): JsonSchema | undefined {
    const value = this.get(field);
    return isJsonSchema(value) ? value : undefined;
  }

  requiredString(field: string): string {
    const value = this.get(field);
    return typeof value === 'string' && value !== '' ? value : missing(field);
  }

  requiredList(field: string): readonly unknown[] {
    const value = this.get(field);
    return Array.isArray(value) ? (value as unknown[]) : missing(field);
  }

  positive(field: string): number | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && value > 0) return value;
    throw badRequest(`Invalid value for '${field}': expected a positive number.`, field);
  }

  /** Members that change nothing here are refused where they are set, and never overlooked. */
  refuse(fields: readonly string[]): void {
    for (const field of fields) {
      const value = this.get(field);
      if (value === undefined || value === false || value === 0 || isEmpty(value)) continue;
      throw badRequest(`'${field}' is not supported by the simulated provider.`, field);
    }
  }

  /** One text or a list of texts. */
  texts(field: string): readonly string[] {
    const value = this.get(field) ?? [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (list.every((text): text is string => typeof text === 'string' && text !== '')) return list;
    throw badRequest(`Invalid type for '${field}': expected a text or a list of texts.`, field);
  }

  integer(field: string): number | undefined {
    const value = this.get(field);
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

export function badRequest(message: string, parameter?: string): ApiFailure {
  return new ApiFailure({ status: 400, message, parameter });
}

function missing(field: string): never {
  throw badRequest(`${field}: Field required`, field);
}

/** The texts of a message's content, which is a string or a list of blocks that hold text. */
export function contentTexts(content: unknown, at: string): readonly string[] {
  if (typeof content === 'string') return [content];
  if (!Array.isArray(content)) throw badRequest(`${at}.content: expected a string or a list of blocks`, at);
  return content.map((block: unknown) => {
    const text = isJsonSchema(block) ? block['text'] : undefined;
    if (typeof text !== 'string') throw badRequest(`${at}.content: only text blocks are understood here`, at);
    return text;
  });
}

const ROLES: Readonly<Record<string, MessageRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  // The result of a tool is part of the text the model reads.
  tool: 'user',
};

export function readMessage(message: unknown, at: string): OfflineMessage {
  const role = isJsonSchema(message) && typeof message['role'] === 'string' ? ROLES[message['role']] : undefined;
  if (!role || !isJsonSchema(message)) throw badRequest(`${at}.role: expected system, developer, user, assistant or tool`, at);
  const calls = message['tool_calls'];
  const content = message['content'] ?? (Array.isArray(calls) ? '' : undefined);
  const texts = [...contentTexts(content, at), ...(Array.isArray(calls) ? [JSON.stringify(calls)] : [])];
  return { role, text: texts.join('\n\n') };
}
