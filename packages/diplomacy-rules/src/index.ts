export { greedyBot } from './bots/greedy-bot.js';
export { holdBot } from './bots/hold-bot.js';
export { randomBot } from './bots/random-bot.js';
export type { Bot } from './bots/random-bot.js';
export { seededRandom } from './bots/seeded-random.js';
export { runCase } from './cases/run-case.js';
export { SIGN_SHAPES } from './drawing/badge.js';
export { STAR_SHAPE, UNIT_SHAPES } from './drawing/draw-unit.js';
export type { MapDrawing, Spot } from './drawing/map-drawing.js';
export { orderMarks } from './drawing/order-marks.js';
export type { OrderMark } from './drawing/order-marks.js';
export { renderMap } from './drawing/render-map.js';
export type { RenderOptions } from './drawing/render-map.js';
export { standardDrawing } from './drawing/standard-drawing.js';
export { DiplomacyRulesError, InvalidFileError, InvalidMapError, InvalidOrdersError, InvalidPositionError } from './errors.js';
export { adjudicate } from './judge/adjudicate.js';
export { explainOutcome } from './judge/explain-outcome.js';
export { drawGame } from './judge/next-phase.js';
export { adjustmentsDue } from './legal/adjustments-due.js';
export { checkOrder, checkOrders } from './legal/check-orders.js';
export type { CheckedOrder } from './legal/check-orders.js';
export { explainIllegal } from './legal/explain-illegal.js';
export { legalOrders, legalOrdersOfPower, legalOrdersOfUnit } from './legal/legal-orders.js';
export type { LegalOrders } from './legal/legal-orders.js';
export type { OrderableUnit } from './legal/order-table.js';
export { locationName, unitName } from './map/full-names.js';
export { defineMap } from './map/game-map.js';
export type { GameMap, ProvinceData } from './map/game-map.js';
export { standardMap } from './map/standard-map.js';
export type { RefusalKind } from './notation/complaint.js';
export { formatOrder } from './notation/format-order.js';
export { parseOrder } from './notation/parse-order.js';
export type { ParsedOrder } from './notation/parse-order.js';
export { parseOrders } from './notation/parse-orders.js';
export type { ParsedOrders } from './notation/parse-orders.js';
export type { Refusal } from './notation/refusal.js';
export type { MapOptions, ParseOptions, RulesOptions } from './rules-options.js';
export { formatMismatch } from './saved-game/compare-positions.js';
export type { Mismatch } from './saved-game/compare-positions.js';
export { packageObjections } from './saved-game/package-objections.js';
export { positionOfSavedState } from './saved-game/position-of-saved-state.js';
export { readLeniently } from './saved-game/read-leniently.js';
export { readSavedGame } from './saved-game/read-saved-game.js';
export { savedGameOf } from './saved-game/saved-game-of.js';
export { savedGameProblems } from './saved-game/saved-game-problems.js';
export { writeSavedGame } from './saved-game/saved-game.js';
export type { PlayedPhase, SavedGame, SavedMessage, SavedPhase, SavedState } from './saved-game/saved-game.js';
export { toPythonResults } from './saved-game/to-python-results.js';
export { isOfJudging, verifySavedGame } from './saved-game/verify-saved-game.js';
export type { Verification } from './saved-game/verify-saved-game.js';
export { zobristHash } from './saved-game/zobrist-hash.js';
export type { Adjudication } from './values/adjudication.js';
export { checkPosition } from './values/check-position.js';
export type { Illegality, IllegalityKind } from './values/illegality.js';
export type {
  BuildOrder,
  ConvoyOrder,
  DisbandOrder,
  HoldOrder,
  LegalOrder,
  MoveOrder,
  Order,
  OrdersByPower,
  RetreatOrder,
  SupportHoldOrder,
  SupportMoveOrder,
  WaiveOrder,
} from './values/order.js';
export { ORDER_RESULTS } from './values/outcome.js';
export type { Capture, Dislodgement, Opponent, OrderResult, Outcome, PowerUnit, Reason, Strength } from './values/outcome.js';
export { formatPhase, parsePhase, PHASE_TYPES, SEASONS } from './values/phase.js';
export type { Phase, PhaseParts, PhaseType, Season } from './values/phase.js';
export { positionHash } from './values/position-hash.js';
export { startingPosition } from './values/position.js';
export type { GameResult, Position } from './values/position.js';
export { POWERS } from './values/power.js';
export type { ByPower, Power } from './values/power.js';
export { changeRulebook, formatRulebook, parseRulebook, toRulebook } from './values/rulebook-choice.js';
export type { ChangedRulebook, RulebookChoice } from './values/rulebook-choice.js';
export { RULEBOOK_SWITCHES } from './values/rulebook.js';
export type { Rulebook, RulebookSwitchName } from './values/rulebook.js';
export { RULEBOOK_NAMES, RULEBOOKS } from './values/rulebooks.js';
export type { RulebookName } from './values/rulebooks.js';
export { locationOfUnit, provinceOf, provinceOfUnit, typeOfUnit } from './values/unit.js';
export type { Location, Province, Unit, UnitType } from './values/unit.js';
