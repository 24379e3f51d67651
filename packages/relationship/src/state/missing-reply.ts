import type { ReplyError } from '@entente/llm-clients';
import { cutText, type ReplyErrorKind } from '@entente/llm-clients/contract';

/** Why a model's answer could not be used, as facts keep it. */
export const MISSING_REASONS = ['refusal', 'length-cut', 'unparsable'] as const satisfies readonly ReplyErrorKind[];

export interface MissingReply {
  readonly reason: (typeof MISSING_REASONS)[number];
  /** The error's message, cut to 300 characters. */
  readonly detail: string;
}

export function toMissingReply(error: ReplyError): MissingReply {
  return { reason: error.kind, detail: cutText(error.message, 300) };
}
