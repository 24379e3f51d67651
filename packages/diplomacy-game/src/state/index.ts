export { DiplomacyGameError, GameSpecError, PromptFolderError } from '../errors.js';
export { callBase, SCOPE, SETUP_STEP } from '../paths/call-base.js';
export { callsBehindFact } from '../paths/calls-behind-fact.js';
export { type CallPlace, type CallStage, readCallPlace } from '../paths/call-place.js';
export { blankAgent, type DiaryEntry, type Relationship, RELATIONSHIPS } from './agent-state.js';
export { applyGameFact } from './apply-game-fact.js';
export { gameFactSchema } from './game-fact-schema.js';
export {
  type AgentInitialized,
  type AgentUpdated,
  type DiaryConsolidated,
  type DiaryWritten,
  type GameEnded,
  type GameFact,
  MISSING_TYPES,
  type OrderRecord,
  type OrdersDefaulted,
  type OrdersSubmitted,
  type ReplyMissing,
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
  livingPowers,
  type OrderCounts,
  type PhaseRecord,
  readOrders,
} from './game-state.js';
export { ignoredMessages, type Observation, observe, unansweredMessages } from './observation.js';
export { DROP_REASONS, type DroppedMessage, isReadBy, onOneParagraph, type PressMessage } from './press-message.js';
export { readPower } from './read-recipient.js';
export { BOT_PROVIDER, comparePhases, isModel, PERSON_PROVIDER, rulebookAt, seatAt } from './seats.js';
