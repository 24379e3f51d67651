export { callBase, SCOPE, SETUP_STEP } from '../paths/call-base.js';
export { type CallPlace, type CallStage, readCallPlace } from '../paths/call-place.js';
export { type AgentState, blankAgent, DIARY_KINDS, type DiaryEntry, type RelationshipChange } from './agent-state.js';
export { applyGameFact } from './apply-game-fact.js';
export { comparePhases } from './compare-phases.js';
export { gameFactSchema } from './game-fact-schema.js';
export {
  type AgentInitialized,
  type AgentUpdated,
  type DiaryConsolidated,
  type DiaryWritten,
  GAME_ENDINGS,
  type GameBegun,
  type GameEnded,
  type GameFact,
  MISSING_TYPES,
  type OrderRecord,
  type OrdersDefaulted,
  type OrdersSubmitted,
  type PhaseAnalyzed,
  type PhaseResolved,
  type PhaseSummarized,
  type PlanMade,
  type ReplyMissing,
  type RoundHeld,
  type Seat,
  type TableChanged,
} from './game-facts.js';
export { drawSize, gameScores, resultOfGame, sumOfSquares, yearOfElimination } from './game-scores.js';
export type { GameSettings } from '../settings/game-settings.js';
export { type GameSpec, type PromptSetSpec, readGameSpec, toJson } from './game-spec.js';
export {
  forEveryPower,
  type GameState,
  initialGameState,
  type OrderCounts,
  type OrderTexts,
  type PhaseRecord,
} from './game-state.js';
export { livingPowers } from './living-powers.js';
export { ignoredMessages, type Observation, observe, unansweredMessages } from './observation.js';
export { onOneParagraph } from './on-one-paragraph.js';
export { DROP_REASONS, type DroppedMessage, isReadBy, type PressMessage } from './press-message.js';
export { readOrders } from './read-orders.js';
export { readRecipient } from './read-recipient.js';
export { type Relationship, RELATIONSHIPS } from './relationships.js';
export { rulebookAt } from './rulebook-at.js';
export { seatAt } from './seat-at.js';
export { BOT_PROVIDER, isModel, PERSON_PROVIDER } from './seat-providers.js';
