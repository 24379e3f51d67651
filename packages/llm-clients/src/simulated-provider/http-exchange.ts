import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiFailure, type Vendor } from './api-failure.js';
import type { WireEvent } from './wire.js';

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString('utf8');
}

export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiFailure({ status: 400, message: 'We could not parse the JSON body of your request.' });
  }
}

/** @throws ApiFailure 401 without a key; any key will do */
export function keyOf(request: IncomingMessage): string {
  const { authorization, 'x-api-key': apiKey } = request.headers;
  const key = typeof apiKey === 'string' ? apiKey : authorization?.replace(/^Bearer\s+/i, '');
  if (key === undefined || key === '')
    throw new ApiFailure({ status: 401, message: "You didn't provide an API key.", code: 'invalid_api_key' });
  return key;
}

export function headerSeed(request: IncomingMessage): number | undefined {
  const seed = Number(request.headers['x-entente-seed'] ?? NaN);
  return Number.isSafeInteger(seed) ? seed : undefined;
}

export function idHeaders(vendor: Vendor, requestId: string): Record<string, string> {
  return vendor === 'openai' ? { 'x-request-id': requestId } : { 'request-id': requestId };
}

/** Formats an event for the wire. */
export function formatEvent({ event, data }: WireEvent): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${text}\n\n`;
}

/** Answers with server-sent events, each written by itself. */
export function sendEvents(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  events: readonly WireEvent[],
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache', ...headers });
  for (const event of events) response.write(formatEvent(event));
  response.end();
}

export function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: unknown): void {
  sendText(response, status, headers, JSON.stringify(body));
}

export function sendText(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers });
  response.end(text);
}
