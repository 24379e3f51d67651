import type { Emotions } from '../memory/emotions.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import type { MissingReply } from '../ports/missing-reply.js';
import type { ByPartner, Character, Partner } from '../ports/partners.js';
import type { RelationshipSettings } from './relationship-settings.js';
import type { SceneOption } from '../ports/scene-actor.js';
import type { SceneOpening } from '../ports/scene-director.js';

/** First fact of every run: the couple and the settings. */
export interface CoupleIntroduced {
  readonly type: 'couple-introduced';
  readonly partners: ByPartner<Character>;
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

/** Memories that a partner recalled as the scene opened, best first; `score` as in `rankMemories`, to three decimals. */
export interface MemoriesRecalled {
  readonly type: 'memories-recalled';
  readonly scene: number;
  readonly partner: Partner;
  readonly memories: readonly { readonly id: string; readonly score: number }[];
}

/** One beat as the director narrated it. */
export interface BeatNarrated {
  readonly type: 'beat-narrated';
  readonly scene: number;
  /** Number within the scene, from 1. */
  readonly beat: number;
  readonly narrative: string;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
}

/** Feelings and thought of a partner, acting or watching, at a beat. */
export interface BeatAppraised {
  readonly type: 'beat-appraised';
  readonly scene: number;
  readonly beat: number;
  readonly partner: Partner;
  readonly emotions: Emotions;
  readonly thought: string;
}

/** Action of the one whose move it was; `option` is the letter of the offered option, or null for a free choice. */
export interface ChoiceMade {
  readonly type: 'choice-made';
  readonly scene: number;
  readonly beat: number;
  readonly partner: Partner;
  readonly action: string;
  readonly option: string | null;
}

/** Summary of a scene for the scenes after it. */
export interface SceneSummarized {
  readonly type: 'scene-summarized';
  readonly scene: number;
  readonly summary: string;
}

/** Conclusion of a partner from the scene. */
export interface ReflectionMade {
  readonly type: 'reflection-made';
  readonly scene: number;
  readonly partner: Partner;
  readonly reflection: string;
}

/** Commitment of a partner after a scene; `score` from 0 to 10. */
export interface CommitmentScored {
  readonly type: 'commitment-scored';
  readonly scene: number;
  readonly partner: Partner;
  readonly score: number;
  readonly reasoning: string;
}

/** End of a scene. `cut-short`: the director gave no usable narration, so the scene has fewer beats than `interactionsPerScene`. */
export interface SceneEnded {
  readonly type: 'scene-ended';
  readonly scene: number;
  readonly ending: 'played' | 'cut-short';
}

/**
 * A model gave no usable answer. The replacement depends on the kind: the opening is the scenario as written; without a context nothing
 * private is known; without a beat the scene is cut short; without an appraisal nothing is felt or kept; without a choice the partner lets
 * the moment pass; without a summary the last lines of the scene stand in; a reflection, the feeling of a memory or a score is absent.
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
  'summary-missing',
  'reflection-missing',
  'memory-appraisal-missing',
  'judge-missing',
] as const;

/** Everything that can become true in the run of a couple. */
export type RelationshipFact =
  | CoupleIntroduced
  | MemoriesKept
  | SceneOpened
  | ContextGenerated
  | MemoriesRecalled
  | BeatNarrated
  | BeatAppraised
  | ChoiceMade
  | SceneSummarized
  | ReflectionMade
  | CommitmentScored
  | SceneEnded
  | ReplyMissing;
