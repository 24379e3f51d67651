export type { ChosenScenario } from './material/cast-scenario.js';
export { chooseScenario, type ChooseScenarioOptions } from './material/choose-scenario.js';
export { conditionsHold, type Situation } from './material/conditions-hold.js';
export {
  AS_LISTED,
  castCouple,
  type CastCouple,
  type Couple,
  type Persona,
  roleOf,
  type Roles,
  rolesFor,
} from './material/couple.js';
export {
  type Arc,
  type ArcStep,
  type Conditions,
  type PersonConditions,
  type Scenario,
  SCENE_CATEGORIES,
  type SceneCategory,
  type SceneMaterial,
  UNCERTAINTIES,
} from './material/scenario.js';
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
export { newestWithin, roughTokens } from './memory/working-memory.js';
export { commitmentLogOf } from './outcome/commitment-log.js';
export { PARTNER_COURSES, type PartnerCourse, type PartnerOutcome } from './outcome/partner-course.js';
export {
  classifyOutcome,
  type OutcomeOptions,
  outcomeOf,
  type OutcomeReport,
  RELATIONSHIP_OUTCOMES,
} from './outcome/relationship-outcome.js';
export { isToldIn } from './ports/is-told-in.js';
export { type MissingReply, toMissingReply } from './ports/missing-reply.js';
export {
  type Attachment,
  byPartner,
  type ByPartner,
  type Character,
  otherPartner,
  type Partner,
  PARTNERS,
  PRONOUNS,
  type Pronouns,
} from './ports/partners.js';
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
  Resolution,
  SceneAssessment,
  SceneDirector,
  SceneOpening,
  Stage,
  StoryEntry,
  StorySoFar,
  TranscriptItem,
  Unspoken,
} from './ports/scene-director.js';
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
  type Bond,
  BONDS,
  CHANGEABLE_FACTS,
  type ChangeableFact,
  COUPLE_STAGES,
  type CoupleChange,
  coupleChangeSchema,
  type CoupleFacts,
  coupleFactsSchema,
  type CoupleStage,
  LIVING,
  type Living,
  type PartnerLife,
  UNKNOWN_COUPLE,
  WORK,
  type Work,
} from './state/couple-facts.js';
export { experienceText } from './state/experience-text.js';
export { perspectiveOf } from './state/perspective.js';
export { asSentence, capitalized, escapePattern, onOneLine } from './state/prose.js';
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
export {
  type BeatAppraised,
  type BeatNarrated,
  type RecalledMemory,
  type RelationshipFact,
  type ReplyMissing,
} from './state/relationship-facts.js';
export { keptSecrets, type Secret } from './state/secrets.js';
export {
  DEFAULT_RELATIONSHIP_SETTINGS,
  outsideEventSchema,
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
export { timeInWords, type TimeWords } from './state/time-in-words.js';
