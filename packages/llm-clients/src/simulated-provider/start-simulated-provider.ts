import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RequestHandler } from './request-handler.js';
import { type LoggedRequest, type LogStats, RequestLog } from './request-log.js';
import type { SimulatedProviderOptions } from './simulated-provider-options.js';

/** A provider that runs; the same log is at `GET /__log`, `GET /__duplicates`, `GET /__stats` and `POST /__reset`. */
export interface SimulatedProvider {
  /** `http://127.0.0.1:PORT`, which is the Anthropic base URL too. */
  readonly url: string;
  /** `url` with `/v1`, as OpenAI clients take it. */
  readonly openAiUrl: string;
  requests(): readonly LoggedRequest[];
  /** Groups of requests that asked the same thing with the same seed: proof of what was asked, and paid for, twice. */
  duplicates(): readonly (readonly LoggedRequest[])[];
  stats(): LogStats;
  /** Empties log, caches and rate limits, and begins the fault script anew. */
  reset(): void;
  /** Cuts every connection. */
  close(): Promise<void>;
}

/**
 * Speaks the OpenAI and Anthropic wires on loopback and answers with offline responders: for the same messages and seed (`seed`,
 * or the header `x-entente-seed`) exactly as the offline model does in process.
 * @throws the system's error when the port or the log file is not available
 */
export async function startSimulatedProvider(options: SimulatedProviderOptions = {}): Promise<SimulatedProvider> {
  const file = options.logFile === undefined ? undefined : (await open(options.logFile, 'a')).createWriteStream();
  const log = new RequestLog(file && ((request) => void file.write(`${JSON.stringify(request)}\n`)));
  const handler = new RequestHandler(options, log);
  const server = createServer((request, response) => void handler.handle(request, response));
  // Idle connections stay open: a client that reuses one just as it is closed would see a fault nobody asked for.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port ?? 0, host: '127.0.0.1', backlog: 4_096 }, resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    openAiUrl: `${url}/v1`,
    requests: () => log.requests,
    duplicates: () => log.duplicates(),
    stats: () => log.stats(),
    reset: () => handler.reset(),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      if (file) await new Promise<void>((resolve) => void file.end(resolve));
    },
  };
}
