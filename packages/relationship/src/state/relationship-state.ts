import { AS_LISTED, type Roles } from '../material/couple.js';
import type { Emotions } from '../memory/emotions.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import type { MissingReply } from '../ports/missing-reply.js';
import type { ByPartner, Character, Partner } from '../ports/partners.js';
import type { ReplyMissing, SceneEnded } from './relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings } from './relationship-settings.js';
import type { Appraisal, Choice, Experience, SceneOption } from '../ports/scene-actor.js';
import type { Closing, OutsideEvent, SceneOpening, StoryEntry } from '../ports/scene-director.js';
import { type CoupleChange, type CoupleFacts, UNKNOWN_COUPLE } from './couple-facts.js';
import { type RelationDelta, type RelationStates, UNKNOWN_RELATION } from './relation-states.js';
import type { Secret } from './secrets.js';

/** One beat of a scene. */
export interface BeatRecord {
  readonly beat: number;
  readonly narrative: string;
  readonly onlySees: ByPartner<string>;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
  /** Of the one whose move it is before it, of the other one at the deed; absent where nobody was asked or the answer is missing. */
  readonly appraisals: Partial<ByPartner<Appraisal>>;
  /** Move of the one whose turn it is: null until it is made, `missing` if the model gave no usable one. */
  readonly choice: Choice | 'missing' | null;
}

/** One scene, under way or over. */
export interface SceneRecord {
  readonly scene: number;
  readonly opening: SceneOpening;
  readonly contexts: ByPartner<string> | null;
  /** Ids of the memories that each partner recalled during the scene, in order. */
  readonly recalled: ByPartner<readonly string[]>;
  readonly beats: readonly BeatRecord[];
  readonly closing: Closing | null;
  /** Changes by the scene in the states of the relationship. */
  readonly deltas: readonly RelationDelta[];
  readonly summary: string | null;
  readonly reflections: Partial<ByPartner<string>>;
  /** The scene as each partner will remember it. */
  readonly ownStories: Partial<ByPartner<string>>;
  /** Traits of the other one that the scene showed each partner. */
  readonly seenOfOther: Partial<ByPartner<string>>;
  readonly ending: 'under-way' | SceneEnded['ending'];
}

/** Memory and mood of one partner. */
export interface Mind {
  /** Earlier scenes in this partner's own words, oldest first. */
  readonly story: readonly Extract<Experience, { readonly kind: 'story' }>[];
  /** Traits of the other one that the scenes showed, oldest first. */
  readonly seen: readonly string[];
  /** Newest moments of earlier scenes, oldest first, within the token budget. */
  readonly past: readonly Experience[];
  /** Moments of the scene under way, whole. */
  readonly present: readonly Experience[];
  /** Long-term memory, in the order in which it was kept. */
  readonly memories: readonly LongTermMemory[];
  /** Last appraised emotions; null before the first appraisal. */
  readonly mood: Emotions | null;
}

/** One judgement as it came in. */
export type CommitmentRow = { readonly scene: number; readonly partner: Partner } & CommitmentScore;

/** Score from 0 to 10, or null with the reason why there is none. */
export type CommitmentScore =
  | { readonly score: number; readonly reasoning: string }
  | { readonly score: null; readonly missing: MissingReply | { readonly reason: 'not-scored'; readonly detail: string } };

/** Everything that is true of a relationship simulation: plain data, folded from its facts, starting at `initialRelationshipState`. */
export interface RelationshipState {
  /** Null until the couple is introduced. */
  readonly partners: ByPartner<Character> | null;
  /** Place of each role in the couple's file; people read of the two by name or in this order, never by role. */
  readonly roles: Roles;
  /** Facts about the two now. */
  readonly couple: CoupleFacts;
  /** Facts that scenes have changed, in order. */
  readonly changes: readonly CoupleChange[];
  readonly relation: RelationStates;
  /** Every secret so far, told ones included. */
  readonly secrets: readonly Secret[];
  /** Events from outside so far, those of a scene that is about to open included. */
  readonly events: readonly OutsideEvent[];
  readonly settings: RelationshipSettings;
  /** Scenes so far; the last one may be under way. */
  readonly scenes: readonly SceneRecord[];
  /** Summaries of finished scenes as the director sees them, oldest first, within the token budget. */
  readonly story: readonly StoryEntry[];
  readonly minds: ByPartner<Mind>;
  /** Scores in the order in which they came in, up to three scenes late; `commitmentLogOf` orders them by scene. */
  readonly commitments: readonly CommitmentRow[];
  readonly missing: readonly ReplyMissing[];
}

const emptyMind: Mind = { story: [], seen: [], past: [], present: [], memories: [], mood: null };

export const initialRelationshipState: RelationshipState = {
  partners: null,
  roles: AS_LISTED,
  couple: UNKNOWN_COUPLE,
  changes: [],
  relation: UNKNOWN_RELATION,
  secrets: [],
  events: [],
  settings: DEFAULT_RELATIONSHIP_SETTINGS,
  scenes: [],
  story: [],
  minds: { A: emptyMind, B: emptyMind },
  commitments: [],
  missing: [],
};

/** Name of a partner; its letter before the couple is introduced. */
export function nameOfPartner({ partners }: Pick<RelationshipState, 'partners'>, partner: Partner): string {
  return partners?.[partner].name ?? partner;
}
