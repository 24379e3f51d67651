import type { OfflineAnswer } from '../offline/answer-offline.js';
import type { JsonSchema } from '../offline/json-schema.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import type { Vendor } from './api-failure.js';
import type { CacheBlock, CacheLookup } from './prompt-cache.js';

/** What a vendor's request body asks for. */
export interface WireRequest {
  readonly model: string;
  readonly messages: readonly OfflineMessage[];
  readonly schema?: JsonSchema;
  readonly seed?: number;
  readonly maxOutputTokens?: number;
  /** All that is counted and cached, in the vendor's order. */
  readonly blocks: readonly CacheBlock[];
}

export interface WireReply {
  /** Unique to the request. */
  readonly id: string;
  readonly model: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly answer: OfflineAnswer;
  /** The whole prompt, cached parts included. */
  readonly inputTokens: number;
  readonly cache: CacheLookup;
}

/** One endpoint that generates: how its requests are read and its replies written. */
export interface Wire {
  readonly vendor: Vendor;
  readonly path: string;
  /** @throws ApiFailure 400 where the real one would */
  read(body: unknown): WireRequest;
  write(reply: WireReply): unknown;
}
