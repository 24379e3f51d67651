import type { ReplyError } from '@entente/llm-clients';
import { cutText, type ReplyErrorKind } from '@entente/llm-clients/contract';

/** Reasons why a model's answer could not be used. */
export const MISSING_REASONS = ['refusal', 'length-cut', 'unparsable'] as const satisfies readonly ReplyErrorKind[];

/** Reason and detail of an unusable answer, as facts keep them. */
export interface MissingReply {
  readonly reason: (typeof MISSING_REASONS)[number];
  /** Message of the error, cut to 300 characters. */
  readonly detail: string;
}

/** Turns the error of a call into the data that a fact keeps. */
export function toMissingReply(error: ReplyError): MissingReply {
  return { reason: error.kind, detail: cutText(error.message, 300) };
}
