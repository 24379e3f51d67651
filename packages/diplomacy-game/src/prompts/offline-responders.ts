import type { OfflineResponder } from '@entente/llm-clients';
import { consolidateDiaryPrompt } from './consolidate-diary.js';
import { formatInitializeAgentPrompt, initializeAgentPrompt } from './initialize-agent.js';
import { makePlanPrompt } from './make-plan.js';
import { formatNegotiationDiaryPrompt, negotiationDiaryPrompt } from './negotiation-diary.js';
import { phaseDiaryPrompt } from './phase-diary.js';
import { summarizePhasePrompt } from './summarize-phase.js';
import { formatUpdateStatePrompt, updateStatePrompt } from './update-state.js';
import { formatMessagesPrompt, writeMessagesPrompt } from './write-messages.js';
import { formatOrdersPrompt, writeOrdersPrompt } from './write-orders.js';

/** What the offline model needs to answer every prompt of a game. */
export const diplomacyResponders: readonly OfflineResponder[] = [
  writeMessagesPrompt.offline,
  writeOrdersPrompt.offline,
  negotiationDiaryPrompt.offline,
  makePlanPrompt.offline,
  phaseDiaryPrompt.offline,
  updateStatePrompt.offline,
  initializeAgentPrompt.offline,
  consolidateDiaryPrompt.offline,
  summarizePhasePrompt.offline,
  formatMessagesPrompt.offline,
  formatOrdersPrompt.offline,
  formatNegotiationDiaryPrompt.offline,
  formatUpdateStatePrompt.offline,
  formatInitializeAgentPrompt.offline,
];
