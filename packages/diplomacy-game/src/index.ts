export { BotAgent } from './agents/bot-agent.js';
export { DiplomacyAgent, type DiplomacyAgentOptions } from './agents/diplomacy-agent.js';
export { PersonAgent } from './agents/person-agent.js';
export { PhaseNarrator } from './agents/phase-narrator.js';
export type {
  DiaryToConsolidate,
  NegotiationReview,
  OrderComplaints,
  Outset,
  PlayedPhase,
  PowerAgent,
  PowerMind,
  Reflection,
  Relations,
  WrittenMessage,
  WrittenOrders,
  WrittenPress,
} from './agents/power-agent.js';
export * from './context/index.js';
export { gameProgram, type PlayPhase } from './game-program.js';
export type { GameScope, GameTable, Narrator, WorkToDefer } from './game-table.js';
export { settleOrders, type SettledOrders } from './orders/settle-orders.js';
export { analyzePhaseAndUpdateState } from './phases/analyze-phase-and-update-state.js';
export { conductNegotiations, type ConversationReply, getConversationReply } from './phases/conduct-negotiations.js';
export { consolidateDiaries } from './phases/consolidate-diaries.js';
export { MESSAGES_PER_ROUND } from './phases/deliver-messages.js';
export { gameEnding } from './phases/game-ending.js';
export { getOrders } from './phases/get-orders.js';
export { initializeAgentState } from './phases/initialize-agent-state.js';
export { deliverMessages } from './phases/deliver-messages.js';
export { livingPowers } from './state/living-powers.js';
export { planningPhase } from './phases/planning-phase.js';
export { readRecipient } from './state/read-recipient.js';
export { resolvePhase } from './phases/resolve-phase.js';
export { setTable } from './phases/set-table.js';
export { summarizePhases } from './phases/summarize-phases.js';
export { PromptFolderError } from './prompts/folder/prompt-folder-error.js';
export { readPromptFolder } from './prompts/folder/read-prompt-folder.js';
export { pressLine } from './prompts/game-messages.js';
export { POSITION_PART } from './prompts/person-sections.js';
export { promptSetDigest } from './prompts/prompt-set-digest.js';
export { type PromptSet, type Task, TASKS, type TemplatedTask } from './prompts/prompt-set.js';
export { PROMPT_SETS } from './prompts/sets/prompt-sets.js';
export { GAME_SETTINGS, phaseName } from './settings/index.js';
export * from './state/index.js';
