import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Engine, GenerationRequest } from './engine.js';
import { readChatRequest } from './read-chat-request.js';
import { RefusedRequest } from './refused-request.js';
import type { LoggedRequest } from './request-log.js';

/** Status in the log of a request whose client did not wait; it is never sent. */
const CLIENT_GONE = 499;

export interface FrontOptions {
  readonly engine: Engine;
  readonly modelId: string;
  /** @default 0, a free port */
  readonly port?: number;
  /** Maximum tokens per reply of a request that names no number. */
  readonly defaultMaxTokens: number;
  /** Gets every request before its reply is sent. */
  readonly onAnswered: (request: LoggedRequest) => void;
}

export interface Front {
  /** `http://127.0.0.1:PORT/v1` */
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** Serves an engine on loopback as llama.cpp's own server does: chat completions, not streamed, and the list of models. */
export async function startFront(options: FrontOptions): Promise<Front> {
  const instance = Math.floor(performance.timeOrigin).toString(36);
  let count = 0;
  const server = createServer((request, response) => void answer(request, response, options, `${instance}-${count++}`));
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port ?? 0, host: '127.0.0.1' }, resolve);
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: FrontOptions, number: string): Promise<void> {
  const id = `chatcmpl-${number}`;
  try {
    const { status, body } = await respond(request, response, options, id);
    send(response, status, id, body);
  } catch (error) {
    const status = error instanceof RefusedRequest ? error.status : 500;
    const message = error instanceof Error ? error.message : String(error);
    const details = error instanceof RefusedRequest ? error.details : { type: 'server_error' };
    send(response, status, id, { error: { code: status, message, ...details } });
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
  id: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const path = (request.url ?? '/').split('?', 1)[0];
  const { engine, modelId } = options;
  if (request.method === 'GET' && path === '/v1/models') {
    const model = { id: modelId, object: 'model', created: 0, owned_by: 'entente', meta: { n_ctx: engine.contextTokens } };
    return { status: 200, body: { object: 'list', data: [model] } };
  }
  if (request.method !== 'POST' || path !== '/v1/chat/completions') {
    throw new RefusedRequest(404, 'File Not Found', { type: 'not_found_error' });
  }
  const text = await readText(request);
  const unanswered = { id, hash: hashOf(text), promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
  try {
    const asked = readChatRequest(text, options);
    const controller = new AbortController();
    response.once('close', () => controller.abort(new RefusedRequest(CLIENT_GONE, 'the client has gone away')));
    return {
      status: 200,
      body: await complete(asked.generation, { ...options, id, hash: unanswered.hash, signal: controller.signal }),
    };
  } catch (error) {
    const refused = error instanceof RefusedRequest ? error : undefined;
    options.onAnswered({
      ...unanswered,
      schema: refused?.details.type === 'schema_error' ? 'refused' : 'none',
      status: refused?.status ?? 500,
      message: error instanceof Error ? error.message : String(error),
    });
    throw error;
  }
}

async function complete(
  generation: GenerationRequest,
  { engine, modelId, id, hash, signal, onAnswered }: FrontOptions & { id: string; hash: string; signal: AbortSignal },
): Promise<unknown> {
  const { text, promptTokens, cachedTokens, completionTokens, finishReason } = await engine.generate({ ...generation, signal });
  const { schema } = generation;
  onAnswered({
    id,
    hash,
    schema: schema === undefined ? 'none' : schema === 'any' ? 'any' : 'json-schema',
    status: 200,
    promptTokens,
    cachedTokens,
    completionTokens,
    finishReason,
    isJson: schema !== undefined && finishReason === 'stop' ? isJson(text) : undefined,
  });
  return {
    id,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1_000),
    model: modelId,
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finishReason }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
      prompt_tokens_details: { cached_tokens: cachedTokens },
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function send(response: ServerResponse, status: number, id: string, body: unknown): void {
  if (response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-request-id': id,
  });
  response.end(text);
}
