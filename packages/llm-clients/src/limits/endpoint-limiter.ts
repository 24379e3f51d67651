import { type Clock, elapsedNow } from '../clock/clock.js';
import type { QueuePlace } from '../language-model.js';
import type { ClientEvent, EndpointSnapshot } from '../model-clients.js';
import type { RateLimitHeaders } from '../providers/rate-limit-headers.js';
import { AdaptiveConnections } from './adaptive-connections.js';
import { CallQueue, isBefore } from './call-queue.js';
import { type Ask, RateAllowances } from './rate-allowances.js';

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

/** A call that wants a slot. */
export interface SlotRequest extends Ask {
  /** @default first among equals: order 0, not deferred */
  readonly place?: QueuePlace | undefined;
  /** Any of them ends the wait; once the slot is held, they are the call's own affair. */
  readonly signals?: readonly AbortSignal[] | undefined;
}

/** Outcome of the call that held a slot. */
export type SlotOutcome =
  | { readonly type: 'answered'; /** Tokens it really took. */ readonly tokens: number }
  | { readonly type: 'rate-limited'; readonly retryAfterMs?: number | undefined }
  /** The server's failure or silence: growth pauses. */
  | { readonly type: 'failed' }
  /** Aborted, or refused for a reason of its own: tells nothing about limits. */
  | { readonly type: 'neutral' };

/** The right to one connection, until it is released. */
export interface Slot {
  release(outcome: SlotOutcome): void;
}

interface WaitingCall {
  readonly place: QueuePlace;
  readonly sequence: number;
  readonly ask: Ask;
  waiting: boolean;
  readonly grant: (slot: Slot) => void;
  readonly refuse: (reason: Error) => void;
}

const FIRST: QueuePlace = { order: 0, deferred: false };
// Starting a call costs an SDK about a millisecond; more starts in one turn would delay everything else.
const MOST_STARTS_A_TURN = 8;

/**
 * Limits of one endpoint for one account key: connections (found by trial), and requests and tokens per minute. All models and
 * runs of the process share one limiter.
 * Calls beyond the limits wait, those of older runs first; a call whose own model is out of allowance lets calls to other models
 * pass. All waiting uses a clock that nobody can set.
 */
export class EndpointLimiter {
  readonly #options: EndpointLimiterOptions;
  readonly #clock: Clock;
  readonly #connections: AdaptiveConnections;
  /** Waiting calls, by model. */
  readonly #queues = new Map<string, CallQueue<WaitingCall>>();
  readonly #allowances: RateAllowances;
  #sequence = 0;
  #inFlight = 0;
  #startsThisTurn = 0;
  #alarm: { readonly at: number; readonly off: AbortController } | undefined;
  #rateLimited = 0;
  #retried = 0;

  constructor(options: EndpointLimiterOptions) {
    const { clock, startConnections, maxConnections, requestsPerMinute, tokensPerMinute } = options;
    this.#options = options;
    this.#clock = clock;
    this.#connections = new AdaptiveConnections({ start: startConnections, max: maxConnections });
    this.#allowances = new RateAllowances({ clock, requestsPerMinute, tokensPerMinute });
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
    return this.#allowances.ownWaitMs(ask) === 0 && this.#allowances.sharedWaitMs(ask) === 0 ? this.#take(ask) : undefined;
  }

  /** Learns a model's limits from the headers of a response. */
  learn(model: string, headers: RateLimitHeaders): void {
    this.#allowances.learn(model, headers);
  }

  /**
   * Rejects the waiting calls with an error that another call met and they all would: a wrong key, used-up credit. Later calls
   * are let out again, since the cause may be gone by then.
   * @param model rejects only the calls to this model. @default all calls to the endpoint
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
      limits: this.#allowances.announced,
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
      // No free connection: the next call to finish dispatches again.
      if (this.#inFlight >= this.#connections.limit) return;
      const waitMs = this.#allowances.sharedWaitMs(call.ask);
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
      const waitMs = this.#allowances.ownWaitMs(head.ask);
      if (waitMs > 0) soonestMs = Math.min(soonestMs, waitMs);
      else if (!call || isBefore(head, call)) call = head;
    }
    return { call, soonestMs };
  }

  #take(ask: Ask): Slot {
    const settle = this.#allowances.spend(ask);
    this.#inFlight += 1;
    const era = this.#connections.started(this.#inFlight);
    this.#countStart();
    let released = false;
    return {
      release: (outcome) => {
        if (released) return;
        released = true;
        this.#inFlight -= 1;
        if (outcome.type === 'answered') settle(outcome.tokens);
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
        this.#allowances.pause(model, retryAfterMs);
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
