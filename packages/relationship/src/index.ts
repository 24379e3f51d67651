export { applyRelationshipFact } from './state/apply-relationship-fact.js';
export { type Cast, commitmentKey, nextSceneNumber, type PlayScene, type SceneScope, sceneStep } from './program/cast.js';
export {
  type CommitmentEntry,
  type CommitmentLog,
  commitmentLogOf,
  type CommitmentRow,
  type CommitmentScore,
  commitmentTrajectory,
} from './outcome/commitment-log.js';
export {
  byEmotion,
  describeEmotions,
  type Emotion,
  EMOTIONS,
  type Emotions,
  emotionsSchema,
  emotionSimilarity,
} from './memory/emotions.js';
export {
  cosine,
  type LongTermMemory,
  type MemoryOrigin,
  rankMemories,
  type RecallCue,
  type RecallOptions,
} from './memory/long-term-memory.js';
export { MISSING_REASONS, type MissingReply, toMissingReply } from './state/missing-reply.js';
export { byPartner, type ByPartner, type Character, otherPartner, type Partner, PARTNERS } from './state/partners.js';
export { relationshipFactSchema } from './state/relationship-fact-schema.js';
export {
  type BeatAppraised,
  type BeatNarrated,
  type ChoiceMade,
  type CommitmentScored,
  type ContextGenerated,
  type CoupleIntroduced,
  type MemoriesKept,
  type MemoriesRecalled,
  MISSING_TYPES,
  type ReflectionMade,
  type RelationshipFact,
  type ReplyMissing,
  type SceneEnded,
  type SceneOpened,
  type SceneSummarized,
} from './state/relationship-facts.js';
export {
  classifyOutcome,
  type OutcomeReport,
  RELATIONSHIP_OUTCOMES,
  type RelationshipOutcome,
} from './outcome/relationship-outcome.js';
export {
  CHOICE_MODES,
  DEFAULT_RELATIONSHIP_SETTINGS,
  REFLECTION_MODES,
  type RelationshipSettings,
  relationshipSettingsSchema,
} from './state/relationship-settings.js';
export {
  type BeatRecord,
  initialRelationshipState,
  type Mind,
  type RelationshipState,
  type SceneRecord,
} from './state/relationship-state.js';
export { COMMITMENT_LAG, relationshipProgram } from './program/relationship-program.js';
export type {
  Appraisal,
  AppraisedMemory,
  Choice,
  OptionTaken,
  Reflection,
  SceneActor,
  SceneOption,
} from './program/scene-actor.js';
export type {
  Beat,
  CommitmentJudgement,
  CommitmentQuestion,
  SceneDirector,
  SceneOpening,
  Stage,
  StorySoFar,
} from './program/scene-director.js';
export { commitmentQuestionOf, sceneUnderWay, stageOf, transcriptOf } from './state/stage-of.js';
export { appendLines, newestLines, roughTokens, roughTokensOf } from './memory/working-memory.js';
