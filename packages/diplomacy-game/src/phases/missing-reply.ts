import type { Power } from '@entente/diplomacy-rules';
import { cutText, type SettledReply } from '@entente/llm-clients';
import type { ReplyMissing } from '../state/index.js';

/** Makes the fact that a model gave nothing usable, with the reason. */
export function toMissing(
  type: ReplyMissing['type'],
  error: Extract<SettledReply<unknown>, { ok: false }>['error'],
  about: { readonly phase: string; readonly power?: Power },
): ReplyMissing {
  return { type, ...about, reason: error.kind, detail: cutText(error.message, 300) };
}
