import type { Power } from '@entente/diplomacy-rules';
import { cutText, type SettledReply } from '@entente/llm-clients';
import type { ReplyMissing } from '../state/index.js';

/** The fact that a model gave nothing usable, and why. */
export function toMissing(
  type: ReplyMissing['type'],
  error: Extract<SettledReply<unknown>, { ok: false }>['error'],
  about: { readonly phase: string; readonly power?: Power },
): ReplyMissing {
  return { type, ...about, reason: error.kind, detail: cutText(error.message, 300) };
}
