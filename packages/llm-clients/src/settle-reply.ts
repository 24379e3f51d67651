import { ReplyError } from './errors/reply-errors.js';

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
