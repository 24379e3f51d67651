/** The two families of wires, as errors and headers differ between them. */
export type Vendor = 'openai' | 'anthropic';

export interface ApiFailureDetails {
  readonly status: number;
  readonly message: string;
  /** OpenAI's `type`. @default 'invalid_request_error' */
  readonly type?: string | undefined;
  /** OpenAI's `code`. */
  readonly code?: string | undefined;
  /** OpenAI's `param`. */
  readonly parameter?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** An error the provider answers with; `toBody` and `toHeaders` put it as the vendor does. */
export class ApiFailure extends Error {
  readonly details: ApiFailureDetails;

  constructor(details: ApiFailureDetails) {
    super(details.message);
    this.name = 'ApiFailure';
    this.details = details;
  }

  toBody(vendor: Vendor, requestId: string): unknown {
    const { status, message, type = 'invalid_request_error', code = null, parameter = null } = this.details;
    if (vendor === 'openai') return { error: { message, type, param: parameter, code } };
    return { type: 'error', error: { type: ANTHROPIC_TYPES[status] ?? 'api_error', message }, request_id: requestId };
  }

  toHeaders(vendor: Vendor): Readonly<Record<string, string>> {
    const { retryAfterMs } = this.details;
    if (retryAfterMs === undefined) return {};
    const retryAfter = { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) };
    return vendor === 'openai' ? { ...retryAfter, 'retry-after-ms': String(Math.ceil(retryAfterMs)) } : retryAfter;
  }
}

// https://platform.claude.com/docs/en/api/errors
const ANTHROPIC_TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};
