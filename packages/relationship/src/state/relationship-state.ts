import type { CommitmentRow } from '../outcome/commitment-log.js';
import type { Emotions } from '../memory/emotions.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import type { ByPartner, Character, Partner } from './partners.js';
import type { ReplyMissing, SceneEnded } from './relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings } from './relationship-settings.js';
import type { Appraisal, SceneOption } from '../program/scene-actor.js';
import type { SceneOpening } from '../program/scene-director.js';

export interface BeatRecord {
  readonly beat: number;
  readonly narrative: string;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
  /** Absent for a partner who was not appraised, or whose appraisal is missing. */
  readonly appraisals: Partial<ByPartner<Appraisal>>;
  /** What the actor did: null until then, `missing` where no choice could be had and the moment passed. */
  readonly choice: { readonly action: string; readonly option: string | null } | 'missing' | null;
}

export interface SceneRecord {
  readonly scene: number;
  readonly opening: SceneOpening;
  readonly contexts: ByPartner<string> | null;
  /** Ids of the memories that came to each partner's mind as the scene opened. */
  readonly recalled: Partial<ByPartner<readonly string[]>>;
  readonly beats: readonly BeatRecord[];
  readonly summary: string | null;
  readonly reflections: Partial<ByPartner<string>>;
  readonly ending: 'under-way' | SceneEnded['ending'];
}

/** What one partner carries along. */
export interface Mind {
  /** Working memory: what this partner's prompts show of the past, oldest first, under the token budget. */
  readonly history: readonly string[];
  /** The long-term store, in order of keeping. */
  readonly memories: readonly LongTermMemory[];
  /** What was felt last; null before the first appraisal. */
  readonly mood: Emotions | null;
}

/** Everything that is true of a relationship simulation; plain data, a fold over its facts from `initialRelationshipState`. */
export interface RelationshipState {
  /** Null until the couple is introduced. */
  readonly partners: ByPartner<Character> | null;
  readonly settings: RelationshipSettings;
  /** The last one may be under way. */
  readonly scenes: readonly SceneRecord[];
  /** Summaries of finished scenes, oldest first, under the token budget: what the director sees of them. */
  readonly story: readonly string[];
  readonly minds: ByPartner<Mind>;
  /** In the order in which they became known, up to three scenes late; see `commitmentLogOf` for the log by scene. */
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
