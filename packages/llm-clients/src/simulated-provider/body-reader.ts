import { isJsonSchema, type JsonSchema } from '../offline/json-schema.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import type { MessageRole } from '../language-model.js';
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

  integer(field: string): number | undefined {
    const value = this.get(field);
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
  }
}

export function badRequest(message: string, parameter?: string): ApiFailure {
  return new ApiFailure({ status: 400, message, ...(parameter !== undefined && { parameter }) });
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
};

export function readMessage(message: unknown, at: string): OfflineMessage {
  const role = isJsonSchema(message) && typeof message['role'] === 'string' ? ROLES[message['role']] : undefined;
  if (!role || !isJsonSchema(message)) throw badRequest(`${at}.role: expected system, developer, user or assistant`, at);
  return { role, text: contentTexts(message['content'], at).join('\n\n') };
}
