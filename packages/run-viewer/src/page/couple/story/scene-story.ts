import type {
  Appraisal,
  ByPartner,
  Choice,
  Closing,
  LongTermMemory,
  OutsideEvent,
  Partner,
  RecalledMemory,
  RelationshipFact,
  RelationStateName,
  RelationStates,
  ReplyMissing,
  SceneOpening,
  SceneOption,
} from '@entente/relationship';

/** A scene as the page tells it. Everything that a fact said of it is here, however late the fact was recorded. */
export interface SceneStory {
  /** Number, from 1. */
  readonly scene: number;
  /** Whether a fork took it over from its parent. */
  readonly isInherited: boolean;
  readonly opening: SceneOpening;
  /** Facts of the couple that changed since the scene before, as clauses: `they live together`. */
  readonly brought: readonly string[];
  readonly events: readonly OutsideEvent[];
  /** Private matter that each brought along; empty for nothing. */
  readonly contexts: ByPartner<string>;
  readonly beats: readonly BeatStory[];
  readonly recalled: readonly RecallStory[];
  readonly closing: Closing | null;
  readonly summary: string | null;
  readonly reflections: Partial<ByPartner<ReflectionStory>>;
  readonly changes: readonly ChangeStory[];
  /** States of the relationship after the scene. */
  readonly relation: RelationStates;
  /** Absent until the judge has answered. */
  readonly commitment: Partial<ByPartner<CommitmentStory>>;
  /** Answers that could not be used, in order. */
  readonly missing: readonly ReplyMissing[];
  readonly ending: 'under-way' | 'played' | 'cut-short';
}

/** A stretch of narration and the move that it leads to. */
export interface BeatStory {
  readonly beat: number;
  readonly narrative: string;
  readonly onlySees: ByPartner<string>;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
  /** Of the one whose move it is before it, of the other one at the deed. */
  readonly appraisals: Partial<ByPartner<Appraisal>>;
  /** Null until it is made; `missing` for somebody who lets the moment pass. */
  readonly move: MoveStory | 'missing' | null;
}

/** A move. `isPhrase`: the deed is an imperative phrase, as in journals of the first version. */
export type MoveStory = Choice & { readonly isPhrase: boolean };

/** Memories that came to a partner's mind before a move, best first. */
export interface RecallStory {
  readonly beat: number;
  readonly partner: Partner;
  /** `memory` is undefined where it is not on record. */
  readonly memories: readonly (RecalledMemory & { readonly memory: LongTermMemory | undefined })[];
}

export type ReflectionStory = Pick<Extract<RelationshipFact, { type: 'reflection-made' }>, 'reflection' | 'story' | 'ofOther'>;

/** A change by a scene, with the words that show it. */
export type ChangeStory =
  | {
      readonly kind: 'state';
      readonly state: RelationStateName;
      readonly from: string;
      readonly to: string;
      readonly quote: string;
    }
  /** A fact of the couple, as a clause. */
  | { readonly kind: 'fact'; readonly text: string; readonly quote: string }
  | {
      readonly kind: 'secret';
      readonly owner: Partner;
      readonly id: string;
      readonly text: string;
      readonly quote: string;
      /** Whether it came out between the scenes. */
      readonly isBefore: boolean;
    };

/** Commitment after a scene, 0 to 10, or the reason why there is no score. */
export type CommitmentStory =
  | { readonly score: number; readonly reasoning: string }
  | { readonly score: null; readonly missing: Pick<ReplyMissing, 'reason' | 'detail'> };
