export { type LongTermMemory, rankMemories } from './memory/long-term-memory.js';
export { byEmotion, describeEmotions, type Emotion, EMOTIONS, type Emotions, emotionsSchema } from './memory/emotions.js';
export { appendLines, roughTokens } from './memory/working-memory.js';
export { commitmentLogOf } from './outcome/commitment-log.js';
export { classifyOutcome, RELATIONSHIP_OUTCOMES } from './outcome/relationship-outcome.js';
export { type MissingReply, toMissingReply } from './ports/missing-reply.js';
export { byPartner, type ByPartner, type Character, otherPartner, type Partner, PARTNERS } from './ports/partners.js';
export type {
  Appraisal,
  AppraisedMemory,
  Choice,
  OptionTaken,
  Reflection,
  SceneActor,
  SceneOption,
} from './ports/scene-actor.js';
export type {
  Beat,
  CommitmentJudgement,
  CommitmentQuestion,
  SceneDirector,
  SceneOpening,
  Stage,
  StorySoFar,
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
} from './program/couple-path.js';
export { type Cast, type PlayScene, relationshipProgram, type SceneScope } from './program/relationship-program.js';
export { NoSceneError, RelationshipError, SimulationFailedError, VectorMismatchError } from './relationship-errors.js';
export { applyRelationshipFact } from './state/apply-relationship-fact.js';
export { relationshipFactSchema } from './state/relationship-fact-schema.js';
export { type BeatAppraised, type BeatNarrated, type RelationshipFact, type ReplyMissing } from './state/relationship-facts.js';
export {
  DEFAULT_RELATIONSHIP_SETTINGS,
  type RelationshipSettings,
  RELATIONSHIP_SETTINGS,
  relationshipSettingsSchema,
} from './state/relationship-settings.js';
export { initialRelationshipState, type RelationshipState, type SceneRecord } from './state/relationship-state.js';
export { nextSceneNumber, sceneUnderWay, stageOf, transcriptOf } from './state/stage-of.js';
