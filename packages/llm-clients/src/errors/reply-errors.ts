import type { GenerateResult } from '../language-model.js';
import { LlmClientError } from './llm-client-error.js';

/** Why an answer, which is on record and paid for, is of no use. */
export const REPLY_ERROR_KINDS = ['refusal', 'length-cut', 'unparsable'] as const;
export type ReplyErrorKind = (typeof REPLY_ERROR_KINDS)[number];

/** The model answered, but not with what was asked for. Expected: catch it with `settleReply` and record why. */
export abstract class ReplyError extends LlmClientError {
  static override readonly errorName: string = 'llm-clients/ReplyError';
  abstract readonly kind: ReplyErrorKind;
  /** The last answer, as it came. */
  readonly result: GenerateResult;

  constructor(message: string, result: GenerateResult, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.result = result;
  }
}

/** The model, or the provider's filter, declined. */
export class RefusalError extends ReplyError {
  static override readonly errorName: string = 'llm-clients/RefusalError';
  readonly kind = 'refusal';
}
/** The reply ran into its token limit before it was complete. */
export class LengthCutError extends ReplyError {
  static override readonly errorName: string = 'llm-clients/LengthCutError';
  readonly kind = 'length-cut';
}
/** No value of the asked shape could be read from the reply, after every re-ask. */
export class UnparsableReplyError extends ReplyError {
  static override readonly errorName: string = 'llm-clients/UnparsableReplyError';
  readonly kind = 'unparsable';
  /** The validator's complaint, one line a problem. */
  readonly complaint: string;

  constructor(message: string, result: GenerateResult, complaint: string) {
    super(message, result);
    this.complaint = complaint;
  }
}

export type SettledReply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ReplyError };

/** Turns the errors that are data (refusal, length cut, unparsable) into a value; all others are thrown on. */
export async function settleReply<Value>(reply: Promise<Value>): Promise<SettledReply<Value>> {
  try {
    return { ok: true, value: await reply };
  } catch (error) {
    if (ReplyError.isInstance(error)) return { ok: false, error };
    throw error;
  }
}
