import type OpenAI from 'openai';
import type { APIPromise } from 'openai';
import type { ProviderModelOptions } from './provider-model-options.js';
import type { LeanFetchSettings } from './lean-fetch.js';
import { ResponseFailure } from './response-failure.js';
import type { WireResponse } from './endpoint-caller.js';

// The longest delay a timer takes (24.8 days): the deadline of a call is ours, not the SDK's.
export const NO_SDK_TIMEOUT_MS = 2_147_483_647;

export type OpenAiClientOptions = Pick<ProviderModelOptions, 'apiKey' | 'headers' | 'fetch'> & { readonly baseUrl: string };

/** Loads the SDK on first use, and makes the one client of a model: no retries, no time-out, no environment, no log. */
export function openAiClientLoader(options: OpenAiClientOptions): () => Promise<OpenAI> {
  let client: Promise<OpenAI> | undefined;
  return () => (client ??= loadClient(options));
}

async function loadClient({ baseUrl, apiKey, headers, fetch }: OpenAiClientOptions): Promise<OpenAI> {
  const [{ OpenAI }, { leanFetch }] = await Promise.all([import('openai'), import('./lean-fetch.js')]);
  class Client extends OpenAI {
    // The SDK's own errors keep only `body.error`; half of the compatible servers put their words elsewhere.
    protected override makeStatusError(
      status: number,
      body: object | undefined,
      text: string | undefined,
      responseHeaders: Headers,
    ): never {
      throw new ResponseFailure(status, body ?? text, responseHeaders);
    }
  }
  return new Client({
    baseURL: baseUrl,
    // The SDK insists on one; local servers do not look at it.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT_MS,
    logLevel: 'off',
    fetch: fetch ?? leanFetch,
    defaultHeaders: headers,
  });
}

/** Settings of one fetch, by which an SDK tells the lean fetch what it wants to know, and how much it takes. */
export function fetchOptions(
  onSent: () => void,
  { maxReplyBytes }: Pick<ProviderModelOptions, 'maxReplyBytes'>,
): Pick<RequestInit, 'keepalive'> & LeanFetchSettings {
  return { onSent, maxReplyBytes };
}

/** Waits for an SDK call, and gives its body with the response's status and headers. */
export async function toWireResponse(call: APIPromise<unknown>): Promise<WireResponse> {
  const { data, response } = await call.withResponse();
  return { data: parseIfText(data), status: response.status, headers: response.headers };
}

// Some local servers forget the content type, so that the SDK hands over text.
export function parseIfText(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return data;
  }
}
