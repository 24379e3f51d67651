import type { Clock } from '../clock/clock.js';
import type { OfflineRequest, OfflineResponder } from '../prompt.js';
import type { Fault, FaultShares } from './faults.js';
import type { RateLimits } from './rate-limiter.js';

export interface SimulatedProviderOptions {
  /** Responders, as in `createOfflineModel`. @default [] (generic replies only) */
  readonly responders?: readonly OfflineResponder[] | undefined;
  /** @default 0, a free port */
  readonly port?: number | undefined;
  /** Time to the reply, drawn per request: see `parseLatency`. @default '0' */
  readonly latency?: string | undefined;
  /** Share of requests that meet each fault, drawn from request, repetition and `seed`. @default none */
  readonly faults?: FaultShares | undefined;
  /** Faults of the first requests, one entry each in order of arrival, before shares apply; undefined is no fault. */
  readonly faultScript?: readonly (Fault | undefined)[] | undefined;
  /** Time to wait that the `429` fault announces, in milliseconds. @default 1000 */
  readonly retryAfterMs?: number | undefined;
  /** How long the `slow-headers` fault keeps a reply back. @default 10000 */
  readonly slowHeadersMs?: number | undefined;
  /** Per API key. @default none */
  readonly rateLimits?: RateLimits | undefined;
  /** Models it knows; others are a 404. @default every name */
  readonly models?: readonly string[] | undefined;
  /**
   * Refuses requests as the real services do, in their words: settings that the model does not take (by its name), values out of
   * range, unknown fields, ill-formed texts, turns in the wrong order. Without it, a request is accepted as by the many servers
   * that speak these wires, unknown fields included. @default false
   */
  readonly strict?: boolean | undefined;
  /** Seeds latencies and transport faults, never replies. @default 0 */
  readonly seed?: number | undefined;
  /** Extracts from the text of a request the note that the log keeps beside its hash. @default nothing */
  readonly note?: ((request: OfflineRequest) => string) | undefined;
  /** A file that gets one JSON line for each request, once it is over. */
  readonly logFile?: string | undefined;
  /** @default the machine's */
  readonly clock?: Clock | undefined;
}
