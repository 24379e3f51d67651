export { applyRelationshipFact } from './apply-relationship-fact.js';
export { type Cast, commitmentKey, nextSceneNumber, type PlayScene, type SceneScope, sceneStep } from './cast.js';
export {
  type CommitmentEntry,
  type CommitmentLog,
  commitmentLogOf,
  type CommitmentRow,
  type CommitmentScore,
  commitmentTrajectory,
} from './commitment-log.js';
export {
  byEmotion,
  describeEmotions,
  type Emotion,
  EMOTIONS,
  type Emotions,
  emotionsSchema,
  emotionSimilarity,
} from './emotions.js';
export {
  cosine,
  type LongTermMemory,
  type MemoryOrigin,
  rankMemories,
  type RecallCue,
  type RecallOptions,
} from './long-term-memory.js';
export { MISSING_REASONS, type MissingReply, toMissingReply } from './missing-reply.js';
export { asSentences, expandGrammar, type Grammar, pickFrom, readTone, type Tone, toneBalance } from './offline-prose.js';
export { byPartner, type ByPartner, type Character, otherPartner, type Partner, PARTNERS } from './partners.js';
export { relationshipFactSchema } from './relationship-fact-schema.js';
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
} from './relationship-facts.js';
export { classifyOutcome, type OutcomeReport, RELATIONSHIP_OUTCOMES, type RelationshipOutcome } from './relationship-outcome.js';
export {
  CHOICE_MODES,
  DEFAULT_RELATIONSHIP_SETTINGS,
  REFLECTION_MODES,
  type RelationshipSettings,
  relationshipSettingsSchema,
} from './relationship-settings.js';
export {
  type BeatRecord,
  initialRelationshipState,
  type Mind,
  type RelationshipState,
  type SceneRecord,
} from './relationship-state.js';
export type { Appraisal, AppraisedMemory, Choice, OptionTaken, Reflection, SceneActor, SceneOption } from './scene-actor.js';
export type {
  Beat,
  CommitmentJudgement,
  CommitmentQuestion,
  SceneDirector,
  SceneOpening,
  Stage,
  StorySoFar,
} from './scene-director.js';
export { commitmentQuestionOf, sceneUnderWay, stageOf, transcriptOf } from './stage-of.js';
export { appendLines, newestLines, roughTokens, roughTokensOf } from './working-memory.js';
