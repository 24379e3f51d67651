import type { OfflineAnswer } from '../offline/answer-offline.js';
import type { JsonSchema } from '../offline/schema-instruction.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import type { Vendor } from './api-failure.js';
import type { CacheBlock, CacheLookup } from './prompt-cache.js';
import type { ToolCall, ToolOffer } from './tool-offer.js';

/** Content of a vendor's request body. */
export interface WireRequest {
  readonly model: string;
  readonly messages: readonly OfflineMessage[];
  readonly schema?: JsonSchema | undefined;
  readonly seed?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
  /** All that is counted and cached, in the vendor's order. */
  readonly blocks: readonly CacheBlock[];
  /** How many replies. @default 1 */
  readonly replies?: number | undefined;
  /** Texts that end a reply before they are written. */
  readonly stops?: readonly string[] | undefined;
  readonly tools?: ToolOffer | undefined;
  /** Set where the reply is to come in pieces, as server-sent events. */
  readonly stream?: { readonly usage: boolean } | undefined;
}

/** One reply, in the words that every wire translates. */
export interface WireAnswer extends Omit<OfflineAnswer, 'finishReason'> {
  readonly finishReason: OfflineAnswer['finishReason'] | 'stop-text' | 'tool';
  /** The text of the request's `stops` that ended it. */
  readonly stoppedBy?: string | undefined;
  readonly toolCall?: ToolCall | undefined;
}

export interface WireReply {
  /** Unique to the request. */
  readonly id: string;
  readonly model: string;
  /** Seconds since the epoch. */
  readonly created: number;
  /** At least one. */
  readonly answers: readonly [WireAnswer, ...WireAnswer[]];
  /** The whole prompt, cached parts included. */
  readonly inputTokens: number;
  readonly cache: CacheLookup;
}

/** One server-sent event; without a name where the vendor gives it none. */
export interface WireEvent {
  readonly event?: string | undefined;
  /** Sent as JSON; a text is sent unchanged. */
  readonly data: unknown;
}

/** One endpoint that generates: how its requests are read and its replies written. */
export interface Wire {
  readonly vendor: Vendor;
  readonly path: string;
  /** @param strict refuse what the vendor's service refuses @throws ApiFailure 400 where the real one would */
  read(body: unknown, strict: boolean): WireRequest;
  write(reply: WireReply): unknown;
  /** The same reply in pieces. */
  stream(reply: WireReply, options: { readonly usage: boolean }): readonly WireEvent[];
}

const CHARACTERS = 12;

/** A text in pieces, as a model writes it; no character is cut in half. */
export function chunksOf(text: string): readonly string[] {
  const characters = Array.from(text);
  return Array.from({ length: Math.ceil(characters.length / CHARACTERS) }, (_, index) =>
    characters.slice(index * CHARACTERS, (index + 1) * CHARACTERS).join(''),
  );
}
