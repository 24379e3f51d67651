import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { offlineResponders } from '../src/offline-responders.js';

/** Response of a service in place of an answer. */
export interface ServiceSays {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Simulated provider behind a front that now and then responds like a real service. */
export interface FrontedProvider {
  /** Address in the form that a model id takes. */
  readonly url: string;
  /** Number of calls, including those that the front answered. */
  readonly calls: () => number;
  /** Distinct keys of the calls; an empty text for a call without one. */
  readonly keys: () => readonly string[];
  /** Decides about each call by its number, from 1; undefined lets the call through. Setting it restarts the count. */
  say(words: (call: number) => ServiceSays | undefined): void;
  close(): Promise<void>;
}

export async function startFrontedProvider(): Promise<FrontedProvider> {
  const provider = await startSimulatedProvider({ responders: offlineResponders });
  let words: (call: number) => ServiceSays | undefined = () => undefined;
  let calls = 0;
  const keys = new Set<string>();
  const server = createServer((request, response) => {
    void (async () => {
      const body = await textOf(request);
      calls += 1;
      keys.add(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
      const said = words(calls);
      const { status, headers, text } = said
        ? { status: said.status, headers: said.headers ?? {}, text: JSON.stringify(said.body) }
        : await forward(`${provider.url}${request.url ?? ''}`, request, body);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls: () => calls,
    keys: () => [...keys],
    say: (next) => {
      words = next;
      calls = 0;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await provider.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function forward(
  url: string,
  { headers, method }: IncomingMessage,
  body: string,
): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string }> {
  const sent = Object.entries(headers).filter(
    (entry): entry is [string, string] => /^(authorization|content-type|x-)/.test(entry[0]) && typeof entry[1] === 'string',
  );
  const response = await fetch(url, { method: method ?? 'POST', headers: sent, body });
  return { status: response.status, headers: {}, text: await response.text() };
}
