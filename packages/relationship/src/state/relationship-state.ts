import type { Emotions } from '../memory/emotions.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import type { MissingReply } from '../ports/missing-reply.js';
import type { ByPartner, Character, Partner } from '../ports/partners.js';
import type { ReplyMissing, SceneEnded } from './relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings } from './relationship-settings.js';
import type { Appraisal, SceneOption } from '../ports/scene-actor.js';
import type { SceneOpening } from '../ports/scene-director.js';

/** One beat of a scene. */
export interface BeatRecord {
  readonly beat: number;
  readonly narrative: string;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
  /** Absent for a partner who was not appraised or whose appraisal is missing. */
  readonly appraisals: Partial<ByPartner<Appraisal>>;
  /** Action of the one whose move it is: null until it is chosen, `missing` if the model gave no usable choice. */
  readonly choice: { readonly action: string; readonly option: string | null } | 'missing' | null;
}

/** One scene, under way or over. */
export interface SceneRecord {
  readonly scene: number;
  readonly opening: SceneOpening;
  readonly contexts: ByPartner<string> | null;
  /** Ids of the memories that each partner recalled as the scene opened. */
  readonly recalled: Partial<ByPartner<readonly string[]>>;
  readonly beats: readonly BeatRecord[];
  readonly summary: string | null;
  readonly reflections: Partial<ByPartner<string>>;
  readonly ending: 'under-way' | SceneEnded['ending'];
}

/** Memory and mood of one partner. */
export interface Mind {
  /** Working memory: the past as this partner's prompts show it, oldest line first, within the token budget. */
  readonly history: readonly string[];
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
  readonly settings: RelationshipSettings;
  /** Scenes so far; the last one may be under way. */
  readonly scenes: readonly SceneRecord[];
  /** Summaries of finished scenes as the director sees them, oldest first, within the token budget. */
  readonly story: readonly string[];
  readonly minds: ByPartner<Mind>;
  /** Scores in the order in which they came in, up to three scenes late; `commitmentLogOf` orders them by scene. */
  readonly commitments: readonly CommitmentRow[];
  readonly missing: readonly ReplyMissing[];
}

const emptyMind: Mind = { history: [], memories: [], mood: null };

export const initialRelationshipState: RelationshipState = {
  partners: null,
  settings: DEFAULT_RELATIONSHIP_SETTINGS,
  scenes: [],
  story: [],
  minds: { A: emptyMind, B: emptyMind },
  commitments: [],
  missing: [],
};
