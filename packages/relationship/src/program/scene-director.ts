import type { Json, Scope } from '@entente/simulation-core';
import type { MissingReply } from '../state/missing-reply.js';
import type { ByPartner, Partner } from '../state/partners.js';
import type { SceneOption } from './scene-actor.js';

/** How a scene begins. Everything but the goals is known to both partners. */
export interface SceneOpening {
  /** The part of a relationship the scene belongs to: `Conflict & Repair`, ... */
  readonly category: string;
  /** The event the scene turns on: `First serious argument`, ... */
  readonly turningPoint: string;
  /** The scenario the scene was built from; none is used twice in a run before its category is used up. */
  readonly scenario: string;
  readonly theme: string;
  readonly setting: string;
  /** Other people present, by name or role. */
  readonly others: readonly string[];
  /** What is happening as the scene begins, under 120 words. */
  readonly situation: string;
  readonly conflict: string;
  /** What each partner wants from this scene; private to that partner and the director. */
  readonly goals: ByPartner<string>;
  /** Set when the model gave no usable opening and the scenario was taken as it is written. */
  readonly defaulted?: MissingReply;
}

/** What came before a scene. */
export interface StorySoFar {
  /** The number of the scene to open, from 1. */
  readonly scene: number;
  /** Summaries of the scenes before, oldest first, under a token budget. */
  readonly story: readonly string[];
  /** Scenarios already used in this run. */
  readonly used: readonly string[];
}

/** A scene under way, as everybody present could tell it. */
export interface Stage {
  readonly scene: number;
  readonly story: readonly string[];
  readonly opening: SceneOpening;
  /** Narration and deeds so far, oldest first; only grows during a scene. */
  readonly transcript: readonly string[];
}

/** What happens next, and whose move it is. `options` is empty unless the director was asked to offer some. */
export interface Beat {
  readonly narrative: string;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
}

export interface CommitmentQuestion extends Stage {
  readonly partner: Partner;
  /** What this partner felt and thought during the scene, and told nobody. */
  readonly thoughts: readonly string[];
}

/** How committed one partner is after a scene, from 0 (gone) to 10 (certain). */
export interface CommitmentJudgement {
  readonly score: number;
  readonly reasoning: string;
}

/**
 * The one who sets scenes, narrates, summarizes and scores. Methods throw a `ReplyError` when the model answered with
 * nothing usable; only the two that open a scene never do: they fall back on the scenario as written and say so in
 * `defaulted`.
 */
export interface SceneDirector {
  /** All that decides what this director answers, as `SceneActor.identity`: models and judge, arc, scenarios and prompts by content. */
  readonly identity: Json;
  initialize(scope: Scope): Promise<SceneOpening>;
  nextScene(scope: Scope, storySoFar: StorySoFar): Promise<SceneOpening>;
  /** What each partner, and only that partner, brings into the scene: a worry, a hope, something found out today. */
  generateContext(scope: Scope, stage: Stage): Promise<ByPartner<string>>;
  progress(scope: Scope, stage: Stage, options?: { readonly offerOptions?: boolean }): Promise<Beat>;
  summarize(scope: Scope, stage: Stage): Promise<{ readonly summary: string }>;
  commitmentScore(scope: Scope, question: CommitmentQuestion): Promise<CommitmentJudgement>;
}
