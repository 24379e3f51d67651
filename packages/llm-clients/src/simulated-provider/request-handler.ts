import type { IncomingMessage, ServerResponse } from 'node:http';
import { SIMULATED_LATENCY_HEADER } from '../base-url.js';
import type { Clock } from '../clock/clock.js';
import { nodeClock } from '../clock/node-clock.js';
import { type Latency, parseLatency } from '../offline/latency.js';
import { seededRandom } from '../offline/seeded-random.js';
import { anthropicWire } from './anthropic-wire.js';
import { ApiFailure, type Vendor } from './api-failure.js';
import { drawTransportFault, failureOf, type Fault, isContentFault } from './faults.js';
import { formatRateLimitHeaders } from './format-rate-limit-headers.js';
import { formatEvent, headerSeed, idHeaders, keyOf, parseBody, readBody, send, sendEvents, sendText } from './http-exchange.js';
import { type Job, type JobAnswer, JobReader } from './job.js';
import { RateLimiter } from './rate-limiter.js';
import type { LoggedRequest, RequestLog } from './request-log.js';
import type { SimulatedProviderOptions } from './simulated-provider-options.js';
import { checkWellFormed } from './strict/check-well-formed.js';

/** One request on its way through the provider. */
interface Exchange {
  readonly path: string;
  readonly vendor: Vendor;
  readonly requestId: string;
  readonly key: string;
  readonly job: Job;
  readonly logged: LoggedRequest;
  readonly startedAt: number;
  readonly fault: Fault | undefined;
  readonly random: () => number;
  readonly response: ServerResponse;
}

/** Answers the requests of one simulated provider, and keeps its log. */
export class RequestHandler {
  readonly #options: SimulatedProviderOptions;
  readonly #clock: Clock;
  readonly #log: RequestLog;
  readonly #latency: Latency;
  readonly #limiter: RateLimiter;
  readonly #jobs: JobReader;
  // How often each request was made, so that a fault does not strike the same request for ever.
  readonly #asked = new Map<string, number>();
  #arrived = 0;
  #ids = 0;

  constructor(options: SimulatedProviderOptions, log: RequestLog) {
    this.#options = options;
    this.#clock = options.clock ?? nodeClock;
    this.#log = log;
    this.#latency = parseLatency(options.latency ?? '0');
    this.#limiter = new RateLimiter(options.rateLimits ?? {});
    this.#jobs = new JobReader(options, this.#clock);
  }

  reset(): void {
    this.#log.reset();
    this.#limiter.reset();
    this.#jobs.clear();
    this.#asked.clear();
    this.#arrived = 0;
  }

  /** Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const vendor: Vendor =
      path === anthropicWire.path || request.headers['anthropic-version'] !== undefined ? 'anthropic' : 'openai';
    const requestId = `req_${(++this.#ids).toString(36).padStart(8, '0')}`;
    try {
      const body = await readBody(request);
      if (path.startsWith('/__')) this.#administer(path, request.method, response);
      else if (request.method === 'GET') this.#list(path, vendor, response);
      else await this.#answer(this.#open(path, vendor, requestId, request, body, response));
    } catch (error) {
      const failure = toFailure(error);
      if (!response.destroyed)
        send(response, failure.details.status, idHeaders(vendor, requestId), failure.toBody(vendor, requestId));
    }
  }

  /** @throws ApiFailure where the request cannot be read; that is logged too */
  #open(
    path: string,
    vendor: Vendor,
    requestId: string,
    request: IncomingMessage,
    text: string,
    response: ServerResponse,
  ): Exchange {
    const startedAt = this.#clock.now();
    let key: string;
    let job: Job;
    try {
      key = keyOf(request);
      if (path === anthropicWire.path && request.headers['anthropic-version'] === undefined) {
        throw new ApiFailure({ status: 400, message: 'anthropic-version: header is required' });
      }
      job = this.#jobs.read({ path, vendor, key, seed: headerSeed(request), body: this.#parse(text, vendor) });
    } catch (error) {
      const unread = this.#log.begin({ path, model: '', hash: '', startedAt, inputTokens: 0 });
      this.#log.end(unread, { outcome: 'failed', status: toFailure(error).details.status }, startedAt);
      throw error;
    }
    const { model, hash, note, seed, inputTokens } = job;
    const logged = this.#log.begin({
      path,
      model,
      hash,
      note,
      seed,
      startedAt,
      inputTokens,
    });
    response.once('close', () => {
      if (!response.writableFinished) this.#log.end(logged, { outcome: 'abandoned' }, this.#clock.now());
    });
    const asked = `${hash}:${seed ?? ''}`;
    const repetition = this.#asked.get(asked) ?? 0;
    this.#asked.set(asked, repetition + 1);
    const random = seededRandom(`${this.#options.seed ?? 0}:${asked}:${repetition}`);
    return { path, vendor, requestId, key, job, logged, startedAt, fault: this.#nextFault(random), random, response };
  }

  #parse(text: string, vendor: Vendor): unknown {
    const body = parseBody(text);
    if (this.#options.strict) checkWellFormed(body, vendor);
    return body;
  }

  async #answer(exchange: Exchange): Promise<void> {
    const { key, job, logged, fault, response } = exchange;
    let admitted = false;
    let outputTokens = 0;
    try {
      const { retryAfterMs = 1_000 } = this.#options;
      const failure =
        fault && !isContentFault(fault) && failureOf(fault, job.model, { vendor: exchange.vendor, key, retryAfterMs });
      if (failure) throw failure;
      this.#limiter.admit(key, job.inputTokens, exchange.startedAt);
      admitted = true;
      if (fault === 'drop') {
        this.#log.end(logged, { outcome: 'dropped', fault }, this.#clock.now());
        response.destroy();
        return;
      }
      if (fault === 'hang') {
        await new Promise((resolve) => response.once('close', resolve));
        return;
      }
      const waitMs = this.#latency(exchange.random) + (fault === 'slow-headers' ? (this.#options.slowHeadersMs ?? 10_000) : 0);
      if (waitMs > 0) await this.#clock.sleep(waitMs);
      if (response.destroyed) return;
      const answer = job.answer(fault, exchange.requestId.slice('req_'.length));
      outputTokens = answer.outputTokens;
      this.#reply(exchange, { ...answer, waitMs });
    } catch (error) {
      if (!response.destroyed) this.#fail(exchange, toFailure(error));
    } finally {
      if (admitted) this.#limiter.release(key, outputTokens, this.#clock.now());
    }
  }

  #reply(
    { vendor, requestId, key, job, logged, startedAt, fault, response }: Exchange,
    { body, events, outputTokens, waitMs }: JobAnswer & { readonly waitMs: number },
  ): void {
    const now = this.#clock.now();
    const headers = { ...this.#limitHeaders(vendor, key), ...idHeaders(vendor, requestId) };
    headers[SIMULATED_LATENCY_HEADER] = String(waitMs);
    if (vendor === 'openai') headers['openai-processing-ms'] = String(Math.round(now - startedAt));
    job.cache.store(now);
    const text = events ? events.map(formatEvent).join('') : JSON.stringify(body);
    const type = events ? 'text/event-stream; charset=utf-8' : 'application/json';
    if (fault === 'drop-body') {
      this.#log.end(logged, { outcome: 'dropped', fault, outputTokens }, now);
      response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(text), ...headers });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
      return;
    }
    const cachedTokens = job.cache.readTokens;
    this.#log.end(logged, { outcome: 'answered', status: 200, cachedTokens, outputTokens, latencyMs: waitMs, fault }, now);
    if (events) sendEvents(response, headers, events);
    else sendText(response, 200, headers, text);
  }

  #fail({ vendor, requestId, key, logged, fault, response }: Exchange, failure: ApiFailure): void {
    const { status } = failure.details;
    this.#log.end(logged, { outcome: 'failed', status, fault }, this.#clock.now());
    const headers = { ...this.#limitHeaders(vendor, key), ...failure.toHeaders(vendor), ...idHeaders(vendor, requestId) };
    send(response, status, headers, failure.toBody(vendor, requestId));
  }

  #nextFault(random: () => number): Fault | undefined {
    const { faultScript = [], faults = {} } = this.#options;
    const arrived = this.#arrived++;
    return arrived < faultScript.length ? faultScript[arrived] : drawTransportFault(faults, random);
  }

  #limitHeaders(vendor: Vendor, key: string): Readonly<Record<string, string>> {
    if (!this.#options.rateLimits) return {};
    const now = this.#clock.now();
    return formatRateLimitHeaders(vendor, this.#limiter.read(key, now), now);
  }

  #list(path: string, vendor: Vendor, response: ServerResponse): void {
    if (path !== '/v1/models') throw new ApiFailure({ status: 404, message: `Invalid URL (GET ${path})`, code: 'unknown_url' });
    const models = this.#options.models ?? ['simulated'];
    const openAi = { object: 'list', data: models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'entente' })) };
    const data = models.map((id) => ({ id, type: 'model', display_name: id, created_at: '1970-01-01T00:00:00Z' }));
    const anthropic = { data, first_id: models[0] ?? null, last_id: models.at(-1) ?? null, has_more: false };
    send(response, 200, {}, vendor === 'openai' ? openAi : anthropic);
  }

  #administer(path: string, method: string | undefined, response: ServerResponse): void {
    if (path === '/__reset' && method === 'POST') {
      this.reset();
      send(response, 200, {}, { reset: true });
      return;
    }
    const pages: Readonly<Record<string, () => unknown>> = {
      '/__log': () => this.#log.requests,
      '/__duplicates': () => this.#log.duplicates(),
      '/__stats': () => this.#log.stats(),
    };
    const page = pages[path];
    if (!page)
      throw new ApiFailure({ status: 404, message: `There is ${Object.keys(pages).join(', ')} to GET and /__reset to POST` });
    send(response, 200, {}, page());
  }
}

// A responder that throws is a provider that fails.
function toFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  return new ApiFailure({ status: 500, type: 'server_error', message: error instanceof Error ? error.message : String(error) });
}
