import type { OfflineRequest, OfflineResponder } from '@entente/llm-clients';
import { PROMPT_TITLES, type PromptName } from '../prompts/prompt-titles.js';
import { taskTitle } from '../prompts/task-section.js';
import { offlineConsolidation } from './offline-consolidation.js';
import { offlineFormat } from './offline-format.js';
import { offlineMessages } from './offline-messages.js';
import { offlineNegotiationDiary } from './offline-negotiation-diary.js';
import { offlineOrders } from './offline-orders.js';
import { offlineOutset } from './offline-outset.js';
import { offlinePhaseDiary } from './offline-phase-diary.js';
import { offlinePlan } from './offline-plan.js';
import { offlineStateUpdate } from './offline-state-update.js';
import { offlineSummary } from './offline-summary.js';

/** Replies of the offline diplomat, by name of the prompt: functions of the rendered text and of seeded randomness only. */
const REPLIES: Readonly<Record<PromptName, OfflineResponder['reply']>> = {
  'write-messages': offlineMessages,
  'write-orders': offlineOrders,
  'negotiation-diary': offlineNegotiationDiary,
  'make-plan': offlinePlan,
  'phase-diary': offlinePhaseDiary,
  'update-state': offlineStateUpdate,
  'initialize-agent': offlineOutset,
  'consolidate-diary': offlineConsolidation,
  'summarize-phase': offlineSummary,
  'format-messages': offlineFormat,
  'format-orders': offlineFormat,
  'format-negotiation-diary': offlineFormat,
  'format-update-state': offlineFormat,
  'format-initialize-agent': offlineFormat,
};

/** Responders of the offline model for all prompts of a game. */
export const diplomacyResponders: readonly OfflineResponder[] = (Object.keys(REPLIES) as PromptName[]).map((name) => ({
  name,
  recognises: (request) => PROMPT_TITLES[name].some((title) => asksFor(request, title)),
  reply: REPLIES[name],
}));

const START = `\n${taskTitle('')}`;

/**
 * Whether a request asks for the task with this title. The last title counts: texts of others come before it, and answers and complaints
 * after it.
 */
function asksFor({ messages }: OfflineRequest, title: string): boolean {
  const asked = messages.findLast(({ role, text }) => role !== 'assistant' && lastTitleIn(text) !== undefined);
  return asked !== undefined && lastTitleIn(asked.text) === title;
}

/** Finds the last title, from the end, because prompts are long and every responder asks. */
function lastTitleIn(text: string): string | undefined {
  const at = `\n${text}`.lastIndexOf(START);
  return at < 0 ? undefined : text.slice(at + START.length - 1).split('\n', 1)[0];
}
