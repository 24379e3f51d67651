import { type Clock, elapsedNow } from '../clock/clock.js';
import type { QueuePlace } from '../language-model.js';
import type { ClientEvent, EndpointSnapshot, RateLimits } from '../model-clients.js';
import type { RateLimitHeaders } from '../providers/rate-limit-headers.js';
import { AdaptiveConnections } from './adaptive-connections.js';
import { CallQueue, isBefore } from './call-queue.js';
import { TokenBucket } from './token-bucket.js';

export interface EndpointLimiterOptions {
  /** How events and progress displays name the endpoint; never with a key. */
  readonly endpoint: string;
  readonly clock: Clock;
  /** @default 100 */
  readonly startConnections?: number | undefined;
  /** @default no ceiling */
  readonly maxConnections?: number | undefined;
  /** @default learnt from the provider's headers */
  readonly requestsPerMinute?: number | undefined;
  /** Input and output together. @default learnt from the provider's headers */
  readonly tokensPerMinute?: number | undefined;
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /**
   * Lets the event loop turn between two batches of calls that start: input, output and other runs get their chance.
   * @default a sleep of 0 ms
   */
  readonly nextTurn?: (() => Promise<void>) | undefined;
}

/** What a call asks of the limiter. */
export interface SlotRequest {
  /** Providers count requests and tokens per model; what a response says of them holds for its model alone. */
  readonly model?: string | undefined;
  /** @default first among equals: order 0, not deferred */
  readonly place?: QueuePlace | undefined;
  /** Tokens it will probably take, input and output; only asked for where tokens are limited. */
  readonly tokens?: (() => number) | undefined;
  /** Any of them ends the wait; once the slot is held, they are the call's own affair. */
  readonly signals?: readonly AbortSignal[] | undefined;
}

interface Allowances {
  readonly requests?: TokenBucket | undefined;
  readonly tokens?: TokenBucket | undefined;
}

/** What became of the call that held a slot. */
export type SlotOutcome =
  | { readonly type: 'answered'; /** Tokens it really took. */ readonly tokens: number }
  | { readonly type: 'rate-limited'; readonly retryAfterMs?: number | undefined }
  /** The server's failure or silence: growth pauses. */
  | { readonly type: 'failed' }
  /** Aborted, or refused for a reason of its own: says nothing of limits. */
  | { readonly type: 'neutral' };

/** The right to one connection, until it is released. */
export interface Slot {
  release(outcome: SlotOutcome): void;
}

type Ask = Pick<SlotRequest, 'model' | 'tokens'>;

interface WaitingCall {
  readonly place: QueuePlace;
  readonly sequence: number;
  readonly ask: Ask;
  waiting: boolean;
  readonly grant: (slot: Slot) => void;
  readonly refuse: (reason: Error) => void;
}

const FIRST: QueuePlace = { order: 0, deferred: false };
// Starting a call costs an SDK about a millisecond; more of them in one turn would be felt by everything else.
const MOST_STARTS_A_TURN = 8;
// A provider may ask for an hour's wait; the model is tried again sooner, since what was short may be there earlier.
const LONGEST_PAUSE_MS = 60_000;

/**
 * What one endpoint bears for one account key: connections (found by trying), requests and tokens per minute. Shared by
 * every model and every run of the process. Calls beyond it wait, older runs first; a call whose own model is out of allowance lets those of
 * other models pass. All waiting is by a clock that nobody can set.
 */
export class EndpointLimiter {
  readonly #options: EndpointLimiterOptions;
  readonly #clock: Clock;
  readonly #connections: AdaptiveConnections;
  /** Waiting calls, by model. */
  readonly #queues = new Map<string, CallQueue<WaitingCall>>();
  /** The user's own limits, over all models. */
  readonly #configured: Allowances;
  /** What the provider said, by model. */
  readonly #learnt = new Map<string, Allowances>();
  #sequence = 0;
  #inFlight = 0;
  #startsThisTurn = 0;
  /** By model, after a 429: its limit need not be another's. */
  readonly #pausedUntil = new Map<string, number>();
  #alarm: { readonly at: number; readonly off: AbortController } | undefined;
  #rateLimited = 0;
  #retried = 0;
  #announced: RateLimits | undefined;

  constructor(options: EndpointLimiterOptions) {
    const { clock, startConnections, maxConnections, requestsPerMinute, tokensPerMinute } = options;
    this.#options = options;
    this.#clock = clock;
    this.#connections = new AdaptiveConnections({
      start: startConnections,
      max: maxConnections,
    });
    this.#configured = {
      requests: requestsPerMinute !== undefined ? TokenBucket.configured(requestsPerMinute, elapsedNow(clock)) : undefined,
      tokens: tokensPerMinute !== undefined ? TokenBucket.configured(tokensPerMinute, elapsedNow(clock)) : undefined,
    };
  }

  /** Waits for its turn. @throws the reason of a signal that is aborted first, or of `rejectWaiting` */
  acquire(request: SlotRequest = {}): Promise<Slot> {
    const { place = FIRST, signals = [] } = request;
    return new Promise((resolve, reject) => {
      const aborted = signals.find((signal) => signal.aborted);
      if (aborted) {
        reject(aborted.reason as Error);
        return;
      }
      const queue = this.#queueOf(request);
      const stopListening = (): void => signals.forEach((signal) => signal.removeEventListener('abort', leave));
      const leave = (event: Event): void => {
        stopListening();
        queue.remove(call);
        reject((event.target as AbortSignal).reason as Error);
      };
      const call: WaitingCall = {
        place,
        ask: request,
        waiting: true,
        sequence: (this.#sequence += 1),
        grant: (slot) => {
          call.waiting = false;
          stopListening();
          resolve(slot);
        },
        refuse: (reason) => {
          call.waiting = false;
          stopListening();
          reject(reason);
        },
      };
      queue.push(call);
      this.#dispatch();
      if (call.waiting) signals.forEach((signal) => signal.addEventListener('abort', leave));
    });
  }

  /** A slot, if one is free and nobody waits for it. */
  tryAcquire(ask: Ask = {}): Slot | undefined {
    if (this.#inFlight >= this.#connections.limit || this.#queueOf(ask).size > 0 || this.#next().call) return undefined;
    return this.#ownWaitMs(ask) === 0 && this.#sharedWaitMs(ask) === 0 ? this.#take(ask) : undefined;
  }

  /** Takes in what a response says of a model's limits. */
  learn(model: string, headers: RateLimitHeaders): void {
    const now = elapsedNow(this.#clock);
    const before = this.#learnt.get(model);
    const requests = learnt(before?.requests, headers.limitRequests, headers.remainingRequests, now);
    const tokens = learnt(before?.tokens, headers.limitTokens, headers.remainingTokens, now);
    this.#learnt.set(model, { requests, tokens });
    const { limitRequests, limitTokens } = headers;
    if (limitRequests === undefined && limitTokens === undefined) return;
    this.#announced = {
      requestsPerMinute: limitRequests,
      tokensPerMinute: limitTokens,
    };
  }

  /**
   * Lets no waiting call out for what another one has met and they all would: a wrong key, used-up credit. Calls that come later are let
   * out again, since that may be mended by then.
   * @param model only the calls to this model; all of the endpoint where left out
   */
  rejectWaiting(reason: Error, model?: string): void {
    const queues = model === undefined ? [...this.#queues.values()] : [this.#queueOf({ model })];
    for (const queue of queues) for (let call = queue.shift(); call; call = queue.shift()) call.refuse(reason);
  }

  /** Counts a call that is tried again. */
  countRetry(): void {
    this.#retried += 1;
  }

  snapshot(): EndpointSnapshot {
    return {
      endpoint: this.#options.endpoint,
      connections: this.#connections.limit,
      inFlight: this.#inFlight,
      queued: [...this.#queues.values()].reduce((sum, queue) => sum + queue.size, 0),
      rateLimited: this.#rateLimited,
      retried: this.#retried,
      limits: this.#announced,
    };
  }

  #queueOf({ model = '' }: Ask): CallQueue<WaitingCall> {
    let queue = this.#queues.get(model);
    if (!queue) this.#queues.set(model, (queue = new CallQueue()));
    return queue;
  }

  #dispatch(): void {
    for (;;) {
      const { call, soonestMs } = this.#next();
      if (!call) {
        if (soonestMs < Infinity) this.#wakeIn(soonestMs);
        return;
      }
      // Only another's end can tell.
      if (this.#inFlight >= this.#connections.limit) return;
      const waitMs = this.#sharedWaitMs(call.ask);
      if (waitMs > 0) {
        this.#wakeIn(Math.min(waitMs, soonestMs));
        return;
      }
      if (this.#startsThisTurn >= MOST_STARTS_A_TURN) return;
      this.#queueOf(call.ask).shift();
      call.grant(this.#take(call.ask));
    }
  }

  /** The first of the waiting calls whose own model has allowance, and in how many milliseconds another model will have some. */
  #next(): { readonly call: WaitingCall | undefined; readonly soonestMs: number } {
    let call: WaitingCall | undefined;
    let soonestMs = Infinity;
    for (const queue of this.#queues.values()) {
      const head = queue.peek();
      if (!head) continue;
      const waitMs = this.#ownWaitMs(head.ask);
      if (waitMs > 0) soonestMs = Math.min(soonestMs, waitMs);
      else if (!call || isBefore(head, call)) call = head;
    }
    return { call, soonestMs };
  }

  /** Milliseconds until the provider's limits for the call's model let it start. */
  #ownWaitMs(ask: Ask): number {
    const { model = '' } = ask;
    const now = elapsedNow(this.#clock);
    const learnt = this.#learnt.get(model);
    return Math.max(0, (this.#pausedUntil.get(model) ?? -Infinity) - now, learnt ? waitFor(learnt, ask, now) : 0);
  }

  /** Milliseconds until the user's own limits let it start. They are of all models together: nobody overtakes the first. */
  #sharedWaitMs(ask: Ask): number {
    return waitFor(this.#configured, ask, elapsedNow(this.#clock));
  }

  #allowancesOf({ model = '' }: Ask): readonly Allowances[] {
    const learnt = this.#learnt.get(model);
    return learnt ? [this.#configured, learnt] : [this.#configured];
  }

  #take(ask: Ask): Slot {
    const now = elapsedNow(this.#clock);
    const allowances = this.#allowancesOf(ask);
    const reserved = ask.tokens && allowances.some(({ tokens }) => tokens) ? ask.tokens() : 0;
    for (const { requests, tokens } of allowances) {
      requests?.spend(1, now);
      tokens?.spend(reserved, now);
    }
    this.#inFlight += 1;
    const era = this.#connections.started(this.#inFlight);
    this.#countStart();
    let released = false;
    return {
      release: (outcome) => {
        if (released) return;
        released = true;
        this.#inFlight -= 1;
        if (outcome.type === 'answered') {
          for (const { tokens } of allowances) tokens?.spend(outcome.tokens - reserved, elapsedNow(this.#clock));
        }
        this.#note(outcome, era, ask);
        this.#dispatch();
      },
    };
  }

  #note(outcome: SlotOutcome, era: number, { model = '' }: Ask): void {
    const now = elapsedNow(this.#clock);
    switch (outcome.type) {
      case 'answered':
        if (this.#connections.answered(now)) this.#tellLimit();
        return;
      case 'rate-limited': {
        const { retryAfterMs } = outcome;
        this.#rateLimited += 1;
        const until = now + Math.min(LONGEST_PAUSE_MS, retryAfterMs ?? 0);
        this.#pausedUntil.set(model, Math.max(this.#pausedUntil.get(model) ?? -Infinity, until));
        const { endpoint, onEvent } = this.#options;
        onEvent?.({ type: 'rate-limited', endpoint, retryAfterMs });
        if (this.#connections.rateLimited(now, era, retryAfterMs)) this.#tellLimit();
        return;
      }
      case 'failed':
        this.#connections.failed();
        return;
      case 'neutral':
        return;
      default:
        outcome satisfies never;
    }
  }

  #tellLimit(): void {
    this.#options.onEvent?.({ type: 'limit-changed', endpoint: this.#options.endpoint, connections: this.#connections.limit });
  }

  #countStart(): void {
    this.#startsThisTurn += 1;
    if (this.#startsThisTurn > 1) return;
    const { nextTurn = () => this.#clock.sleep(0) } = this.#options;
    void nextTurn().then(() => {
      this.#startsThisTurn = 0;
      this.#dispatch();
    });
  }

  #wakeIn(waitMs: number): void {
    const at = elapsedNow(this.#clock) + waitMs;
    if (this.#alarm && this.#alarm.at <= at) return;
    this.#alarm?.off.abort();
    const off = new AbortController();
    const alarm = { at, off };
    this.#alarm = alarm;
    this.#clock.sleep(waitMs, off.signal).then(
      () => {
        if (this.#alarm === alarm) this.#alarm = undefined;
        this.#dispatch();
      },
      () => undefined,
    );
  }
}

function waitFor({ requests, tokens }: Allowances, ask: Ask, now: number): number {
  return Math.max(requests?.waitMs(1, now) ?? 0, tokens && ask.tokens ? tokens.waitMs(ask.tokens(), now) : 0);
}

function learnt(
  bucket: TokenBucket | undefined,
  limit: number | undefined,
  remaining: number | undefined,
  now: number,
): TokenBucket | undefined {
  // Less than one a minute is no limit that could be kept, but nonsense or a limit of another window.
  if (limit === undefined || remaining === undefined || !(limit >= 1)) return bucket;
  if (!bucket) return TokenBucket.learnt(limit, remaining, now);
  bucket.learn(limit, remaining, now);
  return bucket;
}
