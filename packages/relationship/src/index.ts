export type { ChosenScenario } from './material/cast-scenario.js';
export { chooseScenario } from './material/choose-scenario.js';
export { AS_LISTED, castCouple, type Couple, type Persona, roleOf, type Roles, rolesFor } from './material/couple.js';
export {
  type Arc,
  type ArcStep,
  type Conditions,
  type PersonConditions,
  type Scenario,
  SCENE_CATEGORIES,
  type SceneCategory,
  type SceneMaterial,
} from './material/scenario.js';
export { type StepObstacle, whyStepGaveWay } from './material/why-step-gave-way.js';
export type { LongTermMemory } from './memory/long-term-memory.js';
export { type RankedMemory, rankMemories } from './memory/rank-memories.js';
export type { RecallCandidate, RecallCue, RecallParts, RecallWeights } from './memory/recall-candidate.js';
export { recallableMemories } from './memory/recallable-memories.js';
export { recallBackgroundOf, recallCueOf } from './memory/recall-cue.js';
export {
  byEmotion,
  describeEmotions,
  type Emotion,
  EMOTIONS,
  type Emotions,
  emotionsSchema,
  feltEmotions,
} from './memory/emotions.js';
export { isContainedIn, spelledOut, wordsOf } from './memory/words-of.js';
export { roughTokens } from './memory/working-memory.js';
export { commitmentLogOf } from './outcome/commitment-log.js';
export type { PartnerOutcome } from './outcome/partner-course.js';
export {
  classifyOutcome,
  type OutcomeOptions,
  outcomeOf,
  type OutcomeReport,
  RELATIONSHIP_OUTCOMES,
} from './outcome/relationship-outcome.js';
export { isToldIn } from './ports/is-told-in.js';
export { type MissingReply, toMissingReply } from './ports/missing-reply.js';
export { byPartner, type ByPartner, type Character, otherPartner, type Partner, PARTNERS, PRONOUNS } from './ports/partners.js';
export type {
  Appraisal,
  AppraisedMemory,
  Choice,
  Deed,
  Experience,
  Move,
  Reflection,
  SceneActor,
  SceneOption,
} from './ports/scene-actor.js';
export type {
  Background,
  Beat,
  BeatPlace,
  Closing,
  CommitmentJudgement,
  CommitmentQuestion,
  OutsideEvent,
  SceneAssessment,
  SceneDirector,
  SceneOpening,
  Stage,
  StoryEntry,
  StorySoFar,
  TranscriptItem,
  Unspoken,
} from './ports/scene-director.js';
export { callsBehindFact } from './program/calls-behind-fact.js';
export {
  BEAT_SCOPES,
  beatPath,
  beatScope,
  commitmentKey,
  commitmentPath,
  type CouplePath,
  readCouplePath,
  SCENE_SCOPES,
  sceneOfStep,
  scenePath,
  sceneStep,
} from './program/couple-path.js';
export { type Cast, type PlayScene, relationshipProgram, type SceneScope } from './program/relationship-program.js';
export { ArcError, NoSceneError, RelationshipError, SimulationFailedError, VectorMismatchError } from './relationship-errors.js';
export { applyRelationshipFact } from './state/apply-relationship-fact.js';
export { relationshipFactSchema } from './state/relationship-fact-schema.js';
export {
  applyCoupleChange,
  BONDS,
  COUPLE_STAGES,
  type CoupleChange,
  type CoupleFacts,
  type CoupleStage,
  LIVING,
  type Living,
  type PartnerLife,
  UNKNOWN_COUPLE,
  WORK,
} from './state/couple-facts.js';
export { factInWords } from './state/fact-in-words.js';
export { perspectiveOf } from './state/perspective.js';
export { asSentence, capitalized, escapePattern, onOneLine, withoutQuotationMarks } from './state/prose.js';
export { relationInWords } from './state/relation-in-words.js';
export {
  hasBrokenUp,
  isRelationValue,
  RELATION_STATE_NAMES,
  RELATION_STATES,
  type RelationDelta,
  type RelationStateName,
  type RelationStates,
  UNKNOWN_RELATION,
} from './state/relation-states.js';
export type { BeatAppraised, BeatNarrated, RecalledMemory, RelationshipFact, ReplyMissing } from './state/relationship-facts.js';
export type { Secret } from './state/secrets.js';
export {
  DEFAULT_RELATIONSHIP_SETTINGS,
  type RelationshipSettings,
  RELATIONSHIP_SETTINGS,
  relationshipSettingsSchema,
} from './state/relationship-settings.js';
export {
  type BeatRecord,
  initialRelationshipState,
  nameOfPartner,
  type RelationshipState,
  type SceneRecord,
} from './state/relationship-state.js';
export { nextSceneNumber, sceneUnderWay, stageOf, storySoFar, transcriptOf } from './state/stage-of.js';
export { timeInWords } from './state/time-in-words.js';
