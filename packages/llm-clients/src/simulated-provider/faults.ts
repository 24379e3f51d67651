import { SettingError } from '../errors/llm-client-error.js';
import { CONTENT_FAULTS, type ContentFault, type ContentFaultShares } from '../offline/content-faults.js';
import { ApiFailure, type Vendor } from './api-failure.js';

/**
 * Faults before an answer arrives. `quota` is an account that no waiting mends (429, at Anthropic 400); `drop-body` breaks off
 * within the reply.
 */
export const TRANSPORT_FAULTS = [
  '401',
  '402',
  '404',
  '429',
  '500',
  '503',
  '529',
  'quota',
  'drop',
  'drop-body',
  'hang',
  'slow-headers',
] as const;
export type TransportFault = (typeof TRANSPORT_FAULTS)[number];

export const FAULTS = [...TRANSPORT_FAULTS, ...CONTENT_FAULTS] as const;
export type Fault = (typeof FAULTS)[number];

/** The share of requests that meet each fault, 0 to 1. */
export type FaultShares = Readonly<Partial<Record<Fault, number>>>;

/**
 * Reads `429=0.05` into shares.
 * @throws SettingError naming the faults there are
 */
export function parseFault(text: string, setting = 'fault'): FaultShares {
  const [, kind, share] = /^([a-z0-9-]+)=(\d*\.?\d+)$/.exec(text.trim()) ?? [];
  const fault = FAULTS.find((candidate) => candidate === kind);
  if (!fault || Number(share) > 1) {
    throw new SettingError(
      setting,
      `${setting} ${JSON.stringify(text)} is not KIND=SHARE, with a share of 0 to 1 and one of ${FAULTS.join(', ')}`,
    );
  }
  return { [fault]: Number(share) };
}

export function isContentFault(fault: Fault): fault is ContentFault {
  return CONTENT_FAULTS.some((candidate) => candidate === fault);
}

export function contentShares(shares: FaultShares): ContentFaultShares {
  return Object.fromEntries(CONTENT_FAULTS.map((fault) => [fault, shares[fault] ?? 0]));
}

export function drawTransportFault(shares: FaultShares, random: () => number): TransportFault | undefined {
  let left = random();
  for (const fault of TRANSPORT_FAULTS) {
    left -= shares[fault] ?? 0;
    if (left < 0) return fault;
  }
  return undefined;
}

interface FailureContext {
  readonly vendor: Vendor;
  readonly key: string;
  readonly retryAfterMs: number;
}

/** The error of a fault that is one; undefined for those of the connection. */
export function failureOf(
  fault: TransportFault,
  model: string,
  { vendor, key, retryAfterMs }: FailureContext,
): ApiFailure | undefined {
  switch (fault) {
    case '401':
      // Some servers give the key back whole: a client must not pass it on.
      return new ApiFailure({ status: 401, message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' });
    case '402':
      return new ApiFailure({ status: 402, message: 'Your account has no credit left.', code: 'insufficient_credits' });
    case '404':
      return unknownModel(model, vendor);
    case '429':
      return new ApiFailure({
        status: 429,
        message: `Rate limit reached for ${model} on requests per min (RPM). Please try again in ${retryAfterMs}ms.`,
        type: 'requests',
        code: 'rate_limit_exceeded',
        retryAfterMs,
      });
    case 'quota':
      if (vendor === 'anthropic') {
        return new ApiFailure({ status: 400, message: 'Your credit balance is too low to access the Anthropic API.' });
      }
      return new ApiFailure({
        status: 429,
        message: 'You exceeded your current quota, please check your plan and billing details.',
        type: 'insufficient_quota',
        code: 'insufficient_quota',
      });
    case '500':
      return new ApiFailure({
        status: 500,
        message: 'The server had an error while processing your request.',
        type: 'server_error',
      });
    case '503':
      return new ApiFailure({
        status: 503,
        message: 'The engine is currently overloaded, please try again later.',
        type: 'server_error',
      });
    case '529':
      return new ApiFailure({ status: 529, message: 'Overloaded', type: 'server_error' });
    case 'drop':
    case 'drop-body':
    case 'hang':
    case 'slow-headers':
      return undefined;
  }
}

export function unknownModel(model: string, vendor: Vendor): ApiFailure {
  if (vendor === 'anthropic') return new ApiFailure({ status: 404, message: `model: ${model}` });
  const message = `The model '${model}' does not exist or you do not have access to it.`;
  return new ApiFailure({ status: 404, message, code: 'model_not_found', parameter: 'model' });
}
