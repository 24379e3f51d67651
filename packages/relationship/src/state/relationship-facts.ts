import type { Emotions } from '../memory/emotions.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import type { MissingReply } from './missing-reply.js';
import type { ByPartner, Character, Partner } from './partners.js';
import type { RelationshipSettings } from './relationship-settings.js';
import type { SceneOption } from '../program/scene-actor.js';
import type { SceneOpening } from '../program/scene-director.js';

/** The first fact of every run: who they are and what was turned how. */
export interface CoupleIntroduced {
  readonly type: 'couple-introduced';
  readonly partners: ByPartner<Character>;
  readonly settings: RelationshipSettings;
}

/** Memories that went into a partner's long-term store; scene 0 is the time before the first scene. */
export interface MemoriesKept {
  readonly type: 'memories-kept';
  readonly scene: number;
  readonly partner: Partner;
  readonly memories: readonly LongTermMemory[];
}

export interface SceneOpened {
  readonly type: 'scene-opened';
  readonly scene: number;
  readonly opening: SceneOpening;
}

/** What each partner privately brings into the scene. */
export interface ContextGenerated {
  readonly type: 'context-generated';
  readonly scene: number;
  readonly contexts: ByPartner<string>;
}

/** What came to a partner's mind as the scene opened, best first; `score` as in `rankMemories`, to three decimals. */
export interface MemoriesRecalled {
  readonly type: 'memories-recalled';
  readonly scene: number;
  readonly partner: Partner;
  readonly memories: readonly { readonly id: string; readonly score: number }[];
}

export interface BeatNarrated {
  readonly type: 'beat-narrated';
  readonly scene: number;
  /** From 1 within the scene. */
  readonly beat: number;
  readonly narrative: string;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
}

/** What a partner, acting or not, felt and thought at a beat. */
export interface BeatAppraised {
  readonly type: 'beat-appraised';
  readonly scene: number;
  readonly beat: number;
  readonly partner: Partner;
  readonly emotions: Emotions;
  readonly thought: string;
}

/** What the actor of a beat did; `option` names the offered option that was taken, or is null. */
export interface ChoiceMade {
  readonly type: 'choice-made';
  readonly scene: number;
  readonly beat: number;
  readonly partner: Partner;
  readonly action: string;
  readonly option: string | null;
}

export interface SceneSummarized {
  readonly type: 'scene-summarized';
  readonly scene: number;
  readonly summary: string;
}

export interface ReflectionMade {
  readonly type: 'reflection-made';
  readonly scene: number;
  readonly partner: Partner;
  readonly reflection: string;
}

/** `score` from 0 to 10. */
export interface CommitmentScored {
  readonly type: 'commitment-scored';
  readonly scene: number;
  readonly partner: Partner;
  readonly score: number;
  readonly reasoning: string;
}

/** `cut-short`: the director could not narrate on, so the scene has fewer beats than were asked for. */
export interface SceneEnded {
  readonly type: 'scene-ended';
  readonly scene: number;
  readonly ending: 'played' | 'cut-short';
}

/**
 * A model gave no usable answer, and what was done instead: the opening is the scenario as written; without a context
 * nothing private is known; without a beat the scene is cut short; without an appraisal nothing is felt or kept; without
 * a choice the partner lets the moment pass; without a summary the scene's last lines stand in; a reflection, a
 * memory's feeling or a score is simply absent. Nothing that failed is ever stored as a number.
 */
export interface ReplyMissing extends MissingReply {
  readonly type: (typeof MISSING_TYPES)[number];
  readonly scene: number;
  readonly beat?: number;
  readonly partner?: Partner;
}

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
