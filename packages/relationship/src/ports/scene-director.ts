import type { Json, Scope } from '@entente/simulation-core';
import type { CoupleChange, CoupleFacts } from '../state/couple-facts.js';
import type { RelationDelta, RelationStates } from '../state/relation-states.js';
import type { Emotions } from '../memory/emotions.js';
import type { Secret } from '../state/secrets.js';
import type { MissingReply } from './missing-reply.js';
import type { ByPartner, Partner } from './partners.js';
import type { Deed, SceneOption } from './scene-actor.js';

/** Beginning of a scene, in three parts: what both know, and what each knows alone. */
export interface SceneOpening {
  /** Part of a relationship that the scene belongs to: `Conflict & Repair`, ... */
  readonly category: string;
  /** Event that the scene turns on: `first serious argument`, ... */
  readonly turningPoint: string;
  /** Scenario that the scene was built from; no scenario repeats within a run until its category is used up. */
  readonly scenario: string;
  /** Step of the arc that the scenario stands in for, where nothing of the step fits the two. */
  readonly insteadOf?: string | undefined;
  /** Whether the scenario's {A} is partner B and its {B} partner A. */
  readonly swapped: boolean;
  /** Weeks since the scene before; 0 for the first one, and where it is not told. */
  readonly weeks: number;
  readonly theme: string;
  readonly setting: string;
  /** Other people present, by name or role. */
  readonly others: readonly string[];
  /** Situation as the scene begins, as both see it, under 120 words. */
  readonly situation: string;
  /** Matter that each partner alone knows; empty for nothing. Private to that partner, the director and the judges. */
  readonly onlyKnows: ByPartner<string>;
  /** Matter that pulls them apart; for the director and the judges alone. */
  readonly conflict: string;
  /** Goal of each partner for this scene; private to that partner, the director and the judges. */
  readonly goals: ByPartner<string>;
  /** Events of a life that happen once and are used up by this scene: `A.grandparent`. */
  readonly uses: readonly string[];
  /** Facts that are true from the opening on. */
  readonly brings: readonly CoupleChange[];
  /** Facts that the two may bring about in the scene. */
  readonly mayBring: readonly CoupleChange[];
  /** Secrets that the other one has learnt since the scene before, each with words of the situation. */
  readonly told: readonly { readonly id: string; readonly quote: string }[];
  /** Set if the model gave no usable opening and the scenario was used as written. */
  readonly defaulted?: MissingReply | undefined;
}

/** News that reaches a scene from outside: of a study, or of a fork. */
export interface OutsideEvent {
  /** Scene that it is put into. */
  readonly scene: number;
  readonly event: string;
  /** Partners who learn of it. */
  readonly knownTo: readonly Partner[];
}

/** One earlier scene, as the director tells it. */
export interface StoryEntry {
  readonly scene: number;
  readonly turningPoint: string;
  readonly summary: string;
}

/** Decision of a partner who looked back on a scene, alone. */
export interface Resolution {
  readonly scene: number;
  readonly partner: Partner;
  readonly text: string;
}

/** Everything that the director knows beside the scene itself. */
export interface Background {
  readonly couple: CoupleFacts;
  readonly relation: RelationStates;
  /** Summaries of earlier scenes, oldest first, within a token budget. */
  readonly story: readonly StoryEntry[];
  /** Secrets that are still kept. */
  readonly secrets: readonly Secret[];
  /** Reflections after the scene before. */
  readonly resolutions: readonly Resolution[];
}

/** History before a scene. */
export interface StorySoFar extends Background {
  /** Number of the scene to open, from 1. */
  readonly scene: number;
  /** Scenarios already used in this run, in order. */
  readonly used: readonly string[];
  /** Turning points of the scenes so far, in order. */
  readonly turningPoints: readonly string[];
  /** Events of a life that are used up: `A.grandparent`. */
  readonly usedUp: readonly string[];
  /** Newest commitment score of each partner; null if there is none yet. */
  readonly commitment: ByPartner<number | null>;
  readonly events: readonly OutsideEvent[];
  /** Whether scenes follow the arc, or whatever the state of the relationship allows. */
  readonly order: 'fixed' | 'by-state';
  /** Name of the arc. */
  readonly arc: string;
}

/** One piece of a scene as it happens. A plain text stands as it is. */
export type TranscriptItem =
  | string
  | { readonly kind: 'narrated'; readonly text: string; readonly onlySees: ByPartner<string> }
  /** A move as one perceives it; `choice` is null for somebody who let the moment pass. */
  | { readonly kind: 'deed'; readonly partner: Partner; readonly choice: Deed | null };

/** A scene under way. */
export interface Stage extends Background {
  readonly scene: number;
  readonly opening: SceneOpening;
  readonly events: readonly OutsideEvent[];
  /** Narration and moves so far, oldest first; whole, and only growing during a scene. */
  readonly transcript: readonly TranscriptItem[];
}

/** Place of a beat within its scene, and who may move. */
export interface BeatPlace {
  /** Number of the beat, from 1. */
  readonly beat: number;
  /** Number of beats of the scene. */
  readonly beats: number;
  /** Partners to choose the next mover from; one alone where the other has had its turn and each must act once. */
  readonly mayAct: readonly Partner[];
  readonly offerOptions: boolean;
}

/** Next stretch of narration and the partner who moves. */
export interface Beat {
  /** Part that both perceive; empty if nothing happens before the move. */
  readonly narrative: string;
  /** Part that one partner alone perceives; empty for nothing. */
  readonly onlySees: ByPartner<string>;
  readonly actor: Partner;
  readonly question: string;
  /** Empty unless the director was asked to offer some. */
  readonly options: readonly SceneOption[];
}

/** Result of the last move of a scene. */
export type Closing = Pick<Beat, 'narrative' | 'onlySees'>;

/** Changes by a scene, each with words of the transcript. */
export interface SceneAssessment {
  readonly states: readonly RelationDelta[];
  /** Facts out of the opening's `mayBring` that came about. */
  readonly facts: readonly (CoupleChange & { readonly quote: string })[];
  /** Secrets that the other one has learnt. */
  readonly told: readonly { readonly id: string; readonly quote: string }[];
}

/** Something that went on in a partner during a scene and was not said. A plain text stands as it is. */
export type Unspoken =
  | string
  | { readonly kind: 'felt'; readonly beat: number; readonly emotions: Emotions; readonly thought: string }
  /** Reason of this partner's own move. */
  | { readonly kind: 'reason'; readonly beat: number; readonly text: string };

/** Question to the judge about one partner after a scene. */
export interface CommitmentQuestion extends Stage {
  readonly partner: Partner;
  /** Unspoken feelings, thoughts and reasons of this partner during the scene. */
  readonly thoughts: readonly Unspoken[];
}

/** Commitment of one partner after a scene, from 0 (gone) to 10 (certain). */
export interface CommitmentJudgement {
  readonly score: number;
  readonly reasoning: string;
}

/**
 * Director that sets scenes, narrates, summarizes and scores. Methods throw a `ReplyError` if the model gave no usable answer. Only
 * `initialize` and `nextScene` never do: they fall back on the scenario as written and set `defaulted`.
 */
export interface SceneDirector {
  /** Everything that decides the answers of this director, as `SceneActor.identity`: models, judge, arc, scenarios and prompts by content. */
  readonly identity: Json;
  /** Opens the first scene. @param storySoFar is that of the state before it @default nothing is known */
  initialize(scope: Scope, storySoFar?: StorySoFar): Promise<SceneOpening>;
  nextScene(scope: Scope, storySoFar: StorySoFar): Promise<SceneOpening>;
  /** Returns a private matter for each partner to bring into the scene: a worry, a hope, a piece of news. */
  generateContext(scope: Scope, stage: Stage): Promise<ByPartner<string>>;
  progress(scope: Scope, stage: Stage, place: BeatPlace): Promise<Beat>;
  /** Tells what comes of the last move, before the scene is over. */
  closeScene(scope: Scope, stage: Stage): Promise<Closing>;
  /** Summarizes the scene as both know it. */
  summarize(scope: Scope, stage: Stage): Promise<{ readonly summary: string }>;
  /** Reads off the scene what changed. Every quote stands in the transcript. */
  assessScene(scope: Scope, stage: Stage): Promise<SceneAssessment>;
  commitmentScore(scope: Scope, question: CommitmentQuestion): Promise<CommitmentJudgement>;
}
