import type { Emotions } from '../memory/emotions.js';
import type { Roles } from '../material/couple.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import type { RecallParts } from '../memory/recall-candidate.js';
import type { MissingReply } from '../ports/missing-reply.js';
import type { ByPartner, Character, Partner } from '../ports/partners.js';
import type { RelationshipSettings } from './relationship-settings.js';
import type { Choice, SceneOption } from '../ports/scene-actor.js';
import type { OutsideEvent, SceneOpening } from '../ports/scene-director.js';
import type { CoupleChange, CoupleFacts } from './couple-facts.js';
import type { RelationDelta } from './relation-states.js';

/** First fact of every run: the couple, what is true of it, and the settings. */
export interface CoupleIntroduced {
  readonly type: 'couple-introduced';
  readonly partners: ByPartner<Character>;
  /** Place of each role in the couple's file. */
  readonly roles: Roles;
  readonly couple: CoupleFacts;
  /** Secrets that each partner keeps from the start. */
  readonly secrets: ByPartner<readonly string[]>;
  readonly settings: RelationshipSettings;
}

/** Settings as they are from a scene on: first in a scene that is played by other settings than the one before it, as a fork is. */
export interface SettingsChanged {
  readonly type: 'settings-changed';
  readonly scene: number;
  readonly settings: RelationshipSettings;
}

/** Memories that entered a partner's long-term store; scene 0 is the time before the first scene. */
export interface MemoriesKept {
  readonly type: 'memories-kept';
  readonly scene: number;
  readonly partner: Partner;
  readonly memories: readonly LongTermMemory[];
}

/** Beginning of a scene, as the director set it. */
export interface SceneOpened {
  readonly type: 'scene-opened';
  readonly scene: number;
  readonly opening: SceneOpening;
}

/** Private matter that each partner brings into the scene. */
export interface ContextGenerated {
  readonly type: 'context-generated';
  readonly scene: number;
  readonly contexts: ByPartner<string>;
}

/** Event from outside that was put into the scene, before it opens. */
export interface EventInjected extends OutsideEvent {
  readonly type: 'event-injected';
}

/** A memory as it was recalled: score and parts as in `rankMemories`. */
export interface RecalledMemory {
  readonly id: string;
  readonly score: number;
  /** Absent in journals of the first version. */
  readonly parts?: RecallParts | undefined;
}

/** Memories that a partner recalled before a beat, best first. */
export interface MemoriesRecalled {
  readonly type: 'memories-recalled';
  readonly scene: number;
  readonly beat: number;
  readonly partner: Partner;
  readonly memories: readonly RecalledMemory[];
}

/** One beat as the director narrated it. */
export interface BeatNarrated {
  readonly type: 'beat-narrated';
  readonly scene: number;
  /** Number within the scene, from 1. */
  readonly beat: number;
  /** Part that both perceive; may be empty. */
  readonly narrative: string;
  /** Part that one partner alone perceives; empty for nothing. */
  readonly onlySees: ByPartner<string>;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
}

/** Feelings and thought of a partner at a beat: of the one whose move it is, before it; of the other one, at the deed. */
export interface BeatAppraised {
  readonly type: 'beat-appraised';
  readonly scene: number;
  readonly beat: number;
  readonly partner: Partner;
  readonly emotions: Emotions;
  readonly thought: string;
}

/** Move of the one whose turn it was. */
export interface ChoiceMade extends Choice {
  readonly type: 'choice-made';
  readonly scene: number;
  readonly beat: number;
  readonly partner: Partner;
}

/** Result of the last move of a scene. */
export interface SceneClosed {
  readonly type: 'scene-closed';
  readonly scene: number;
  readonly narrative: string;
  readonly onlySees: ByPartner<string>;
}

/** Summary of a scene for the scenes after it. */
export interface SceneSummarized {
  readonly type: 'scene-summarized';
  readonly scene: number;
  readonly summary: string;
}

/** Look back of a partner on the scene. `story` and `ofOther` are empty in journals of the first version. */
export interface ReflectionMade {
  readonly type: 'reflection-made';
  readonly scene: number;
  readonly partner: Partner;
  readonly reflection: string;
  /** The scene as this partner will remember it, first person. */
  readonly story: string;
  /** A trait of the other one that the scene showed; may be empty. */
  readonly ofOther: string;
}

/** States of the relationship that the scene changed, with the words that show it. */
export interface RelationAssessed {
  readonly type: 'relation-assessed';
  readonly scene: number;
  readonly deltas: readonly RelationDelta[];
}

/** A fact of the couple that the scene changed. `quote` is null for what was true from the opening on. */
export interface CoupleChanged extends CoupleChange {
  readonly type: 'couple-changed';
  readonly scene: number;
  readonly quote: string | null;
}

/** A secret that the other partner has learnt in the scene, with the words that told it. */
export interface SecretTold {
  readonly type: 'secret-told';
  readonly scene: number;
  readonly partner: Partner;
  readonly id: string;
  readonly quote: string;
}

/** Commitment of a partner after a scene; `score` from 0 to 10. */
export interface CommitmentScored {
  readonly type: 'commitment-scored';
  readonly scene: number;
  readonly partner: Partner;
  readonly score: number;
  readonly reasoning: string;
}

/** End of a scene. `cut-short`: it has fewer beats than `interactionsPerScene`, as in older runs where a narration was missing. */
export interface SceneEnded {
  readonly type: 'scene-ended';
  readonly scene: number;
  readonly ending: 'played' | 'cut-short';
}

/**
 * A model gave no usable answer. The replacement depends on the kind: the opening is the scenario as written; without a context nothing
 * private is known; without a beat the scene is cut short; without an appraisal nothing is felt or kept; without a choice the partner lets
 * the moment pass; without a closing the scene ends at its last move; without a summary the last lines of the scene stand in; without an
 * assessment no state moves; a reflection, the feeling of a memory or a score is absent.
 * A failure is never stored as a number.
 */
export interface ReplyMissing extends MissingReply {
  readonly type: (typeof MISSING_TYPES)[number];
  readonly scene: number;
  readonly beat?: number;
  readonly partner?: Partner;
}

/** Kinds of missing answers. */
export const MISSING_TYPES = [
  'opening-missing',
  'context-missing',
  'beat-missing',
  'appraisal-missing',
  'choice-missing',
  'closing-missing',
  'summary-missing',
  'assessment-missing',
  'reflection-missing',
  'memory-appraisal-missing',
  'judge-missing',
] as const;

/** Everything that can become true in the run of a couple. */
export type RelationshipFact =
  | CoupleIntroduced
  | SettingsChanged
  | MemoriesKept
  | SceneOpened
  | EventInjected
  | ContextGenerated
  | MemoriesRecalled
  | BeatNarrated
  | BeatAppraised
  | ChoiceMade
  | SceneClosed
  | SceneSummarized
  | RelationAssessed
  | CoupleChanged
  | SecretTold
  | ReflectionMade
  | CommitmentScored
  | SceneEnded
  | ReplyMissing;
