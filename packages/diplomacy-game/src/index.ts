export { BotAgent } from './agents/bot-agent.js';
export { DiplomacyAgent } from './agents/diplomacy-agent.js';
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
  WrittenMessage,
  WrittenOrders,
  WrittenPress,
} from './agents/power-agent.js';
export { describeBoard } from './context/describe-board.js';
export { describeLegalOrders } from './context/describe-legal-orders.js';
export { describeOrderableUnits } from './context/describe-orderable-units.js';
export { gameProgram, type PlayPhase } from './game-program.js';
export type { GameTable, WorkToDefer } from './game-table.js';
export { settleOrders } from './orders/settle-orders.js';
export { analyzePhaseAndUpdateState } from './phases/analyze-phase-and-update-state.js';
export { conductNegotiations, getConversationReply } from './phases/conduct-negotiations.js';
export { consolidateDiaries } from './phases/consolidate-diaries.js';
export { deliverMessages } from './phases/deliver-messages.js';
export { gameEnding } from './phases/game-ending.js';
export { getOrders } from './phases/get-orders.js';
export { initializeAgentState, setTable } from './phases/initialize-agent-state.js';
export { planningPhase } from './phases/planning-phase.js';
export { resolvePhase } from './phases/resolve-phase.js';
export { summarizePhases } from './phases/summarize-phases.js';
export { POSITION_PART } from './prompts/ask-person.js';
export { readPromptFolder } from './prompts/folder/read-prompt-folder.js';
export { pressLine } from './prompts/game-messages.js';
export { type PromptSet, promptSetDigest } from './prompts/prompt-set.js';
export { PROMPT_SETS } from './prompts/sets/prompt-sets.js';
export { GAME_SETTINGS, phaseName } from './settings/index.js';
export * from './state/index.js';
