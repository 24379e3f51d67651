/** Outcome of a request. `abandoned`: the client went away before the reply. */
export type LoggedOutcome = 'in-flight' | 'answered' | 'failed' | 'dropped' | 'abandoned';

/** One request as the provider saw it; never with a key. */
export interface LoggedRequest {
  /** Its number in order of arrival, from 0. */
  readonly index: number;
  readonly path: string;
  readonly model: string;
  /** The hash of model and messages (or texts): what was asked. Empty where that could not be read. */
  readonly hash: string;
  /** Result of the option `note`. */
  readonly note?: string | undefined;
  /** The seed that came along. */
  readonly seed?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
  /** Simulated time of the model, in milliseconds: the wait that was drawn, without the time the provider itself needed. */
  readonly latencyMs?: number | undefined;
  readonly outcome: LoggedOutcome;
  readonly status?: number | undefined;
  /** The fault it met. */
  readonly fault?: string | undefined;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
}

export interface LogStats {
  readonly requests: number;
  readonly inFlight: number;
  readonly answered: number;
  readonly failed: number;
  readonly abandoned: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  /** Requests beyond the first for the same hash and seed. */
  readonly repeated: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly maxInFlight: number;
}

type Writable = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] };
type Ending = Pick<LoggedRequest, 'outcome'> &
  Partial<Pick<LoggedRequest, 'status' | 'fault' | 'latencyMs' | 'cachedTokens' | 'outputTokens'>>;

/** Every request in order of arrival, in memory; `onEnd` gets each once it is over, for a file. */
export class RequestLog {
  readonly #onEnd: ((request: LoggedRequest) => void) | undefined;
  #requests: Writable[] = [];
  #inFlight = 0;
  #maxInFlight = 0;

  constructor(onEnd?: (request: LoggedRequest) => void) {
    this.#onEnd = onEnd;
  }

  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  begin(request: Pick<LoggedRequest, 'path' | 'model' | 'hash' | 'note' | 'seed' | 'startedAt' | 'inputTokens'>): LoggedRequest {
    const logged: Writable = { index: this.#requests.length, ...request, outcome: 'in-flight', cachedTokens: 0, outputTokens: 0 };
    this.#requests.push(logged);
    this.#inFlight++;
    this.#maxInFlight = Math.max(this.#maxInFlight, this.#inFlight);
    return logged;
  }

  /** Only the first end of a request counts. */
  end(request: LoggedRequest, ending: Ending, endedAt: number): void {
    const logged: Writable = request;
    if (logged.endedAt !== undefined) return;
    Object.assign(logged, ending, { endedAt });
    this.#inFlight--;
    this.#onEnd?.(logged);
  }

  /** Groups of requests that asked the same (hash and seed), each in order of arrival. */
  duplicates(): readonly (readonly LoggedRequest[])[] {
    const groups = new Map<string, LoggedRequest[]>();
    for (const request of this.#requests) {
      // Without a hash it could not be read, let alone answered.
      if (request.hash === '') continue;
      const key = `${request.hash}:${request.seed ?? ''}`;
      const group = groups.get(key);
      if (group) group.push(request);
      else groups.set(key, [request]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }

  stats(): LogStats {
    const byStatus: Record<string, number> = {};
    const count = { answered: 0, failed: 0, abandoned: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0 };
    for (const request of this.#requests) {
      if (request.outcome === 'answered') count.answered++;
      else if (request.outcome === 'abandoned') count.abandoned++;
      else if (request.outcome !== 'in-flight') count.failed++;
      if (request.status !== undefined) byStatus[request.status] = (byStatus[request.status] ?? 0) + 1;
      count.inputTokens += request.inputTokens;
      count.cachedTokens += request.cachedTokens;
      count.outputTokens += request.outputTokens;
    }
    const repeated = this.duplicates().reduce((total, group) => total + group.length - 1, 0);
    return {
      requests: this.#requests.length,
      inFlight: this.#inFlight,
      ...count,
      repeated,
      byStatus,
      maxInFlight: this.#maxInFlight,
    };
  }

  /** Forgets everything; requests under way still end, unseen. */
  reset(): void {
    this.#requests = [];
    this.#maxInFlight = this.#inFlight;
  }
}
