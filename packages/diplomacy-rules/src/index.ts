export type { Bot, BotOptions } from './bots/bot.js';
export { greedyBot } from './bots/greedy-bot.js';
export { holdBot } from './bots/hold-bot.js';
export { randomBot } from './bots/random-bot.js';
export { seededRandom } from './bots/seeded-random.js';
export { type CaseResult, runCase, type RunCaseOptions } from './cases/run-case.js';
export type { MapDrawing, PowerStyle, ProvinceDrawing, Spot } from './drawing/map-drawing.js';
export { renderMap, type RenderOptions } from './drawing/render-map.js';
export { standardDrawing } from './drawing/standard-drawing.js';
export { DiplomacyRulesError, InvalidFileError, InvalidMapError, InvalidOrdersError, InvalidPositionError } from './errors.js';
export { adjudicate } from './judge/adjudicate.js';
export { drawGame } from './judge/draw-game.js';
export { explainOutcome } from './judge/explain-outcome.js';
export { adjustmentsDue, type AdjustmentsDue } from './legal/adjustments-due.js';
export { type CheckedOrder, checkOrder, checkOrders } from './legal/check-orders.js';
export { explainIllegal } from './legal/explain-illegal.js';
export { legalOrders, type LegalOrders, legalOrdersOfPower, legalOrdersOfUnit } from './legal/legal-orders.js';
export type { OrderableUnit } from './legal/orderable-unit.js';
export { locationName, unitName } from './map/full-names.js';
export { type CoastData, defineMap, type GameMap, type PowerData, type ProvinceData, type Terrain } from './map/game-map.js';
export { standardMap } from './map/standard-map.js';
export { REFUSAL_KINDS, type RefusalKind } from './notation/complaint.js';
export { formatOrder } from './notation/format-order.js';
export type { ParseOptions } from './notation/parse-options.js';
export { type ParsedOrder, parseOrder } from './notation/parse-order.js';
export { type ParsedOrders, parseOrders } from './notation/parse-orders.js';
export type { Refusal } from './notation/refusal.js';
export type { MapOptions, RulesOptions } from './rules-options.js';
export { formatMismatch, type Mismatch } from './saved-game/mismatch.js';
export { type PackageObjection, packageObjections } from './saved-game/package-objections.js';
export type { PlayedPhase } from './saved-game/played-phase.js';
export { positionOfSavedState } from './saved-game/position-of-saved-state.js';
export { type LenientReading, readLeniently } from './saved-game/read-leniently.js';
export { readSavedGame } from './saved-game/read-saved-game.js';
export { savedGameOf, type SavedGameOptions } from './saved-game/saved-game-of.js';
export { type SavedGameProblem, savedGameProblems } from './saved-game/saved-game-problems.js';
export type { SavedBuilds, SavedByPower, SavedGame, SavedMessage, SavedPhase, SavedState } from './saved-game/saved-game.js';
export { type PythonResults, type PythonResultsOptions, toPythonResults } from './saved-game/to-python-results.js';
export { isOfJudging, type Verification, verifySavedGame } from './saved-game/verify-saved-game.js';
export { type WriteOptions, writeSavedGame } from './saved-game/write-saved-game.js';
export { zobristHash, type ZobristOptions } from './saved-game/zobrist-hash.js';
export type { Adjudication } from './values/adjudication.js';
export { checkPosition } from './values/check-position.js';
export { ILLEGALITIES, type Illegality, type IllegalityKind } from './values/illegality.js';
export {
  type BuildOrder,
  type ConvoyOrder,
  type DisbandOrder,
  type HoldOrder,
  type LegalOrder,
  type MoveOrder,
  type Order,
  ORDER_KINDS,
  type OrderKind,
  type OrdersByPower,
  type RetreatOrder,
  type SupportHoldOrder,
  type SupportMoveOrder,
  type WaiveOrder,
} from './values/order.js';
export {
  type Capture,
  type Dislodgement,
  type Opponent,
  ORDER_RESULTS,
  type OrderResult,
  type Outcome,
  type PowerUnit,
  type Reason,
  type Strength,
} from './values/outcome.js';
export {
  formatPhase,
  parsePhase,
  type Phase,
  PHASE_TYPES,
  type PhaseParts,
  type PhaseType,
  type Season,
  SEASONS,
} from './values/phase.js';
export { positionHash } from './values/position-hash.js';
export type { GameResult, Position } from './values/position.js';
export { type ByPower, type Power, POWERS } from './values/power.js';
export {
  type ChangedRulebook,
  changeRulebook,
  formatRulebook,
  type ParsedRulebook,
  parseRulebook,
  type RulebookChoice,
  switchProblem,
  toRulebook,
} from './values/rulebook-choice.js';
export { type Rulebook, RULEBOOK_SWITCHES, type RulebookSwitch, type RulebookSwitchName } from './values/rulebook.js';
export { NAMED_RULEBOOKS, type NamedRulebook, RULEBOOK_NAMES, type RulebookName, RULEBOOKS } from './values/rulebooks.js';
export { startingPosition } from './values/starting-position.js';
export {
  type Location,
  locationOfUnit,
  type Province,
  provinceOf,
  provinceOfUnit,
  typeOfUnit,
  type Unit,
  UNIT_TYPES,
  type UnitType,
} from './values/unit.js';
