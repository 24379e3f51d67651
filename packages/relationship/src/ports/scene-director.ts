import type { Json, Scope } from '@entente/simulation-core';
import type { MissingReply } from './missing-reply.js';
import type { ByPartner, Partner } from './partners.js';
import type { SceneOption } from './scene-actor.js';

/** Beginning of a scene. Both partners know everything but the goals. */
export interface SceneOpening {
  /** Part of a relationship that the scene belongs to: `Conflict & Repair`, ... */
  readonly category: string;
  /** Event that the scene turns on: `First serious argument`, ... */
  readonly turningPoint: string;
  /** Scenario that the scene was built from; no scenario repeats within a run until its category is used up. */
  readonly scenario: string;
  readonly theme: string;
  readonly setting: string;
  /** Other people present, by name or role. */
  readonly others: readonly string[];
  /** Situation as the scene begins, under 120 words. */
  readonly situation: string;
  readonly conflict: string;
  /** Goal of each partner for this scene; private to that partner and the director. */
  readonly goals: ByPartner<string>;
  /** Set if the model gave no usable opening and the scenario was used as written. */
  readonly defaulted?: MissingReply | undefined;
}

/** History before a scene. */
export interface StorySoFar {
  /** Number of the scene to open, from 1. */
  readonly scene: number;
  /** Summaries of earlier scenes, oldest first, within a token budget. */
  readonly story: readonly string[];
  /** Scenarios already used in this run. */
  readonly used: readonly string[];
}

/** A scene under way, as everyone present could tell it. */
export interface Stage {
  readonly scene: number;
  readonly story: readonly string[];
  readonly opening: SceneOpening;
  /** Narration and actions so far, oldest first; only grows during a scene. */
  readonly transcript: readonly string[];
}

/** Next stretch of narration and the partner who moves. `options` is empty unless the director was asked to offer some. */
export interface Beat {
  readonly narrative: string;
  readonly actor: Partner;
  readonly question: string;
  readonly options: readonly SceneOption[];
}

/** Question to the judge about one partner after a scene. */
export interface CommitmentQuestion extends Stage {
  readonly partner: Partner;
  /** Unspoken feelings and thoughts of this partner during the scene. */
  readonly thoughts: readonly string[];
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
  initialize(scope: Scope): Promise<SceneOpening>;
  nextScene(scope: Scope, storySoFar: StorySoFar): Promise<SceneOpening>;
  /** Returns a private matter for each partner to bring into the scene: a worry, a hope, a piece of news. */
  generateContext(scope: Scope, stage: Stage): Promise<ByPartner<string>>;
  progress(scope: Scope, stage: Stage, options?: { readonly offerOptions?: boolean | undefined }): Promise<Beat>;
  summarize(scope: Scope, stage: Stage): Promise<{ readonly summary: string }>;
  commitmentScore(scope: Scope, question: CommitmentQuestion): Promise<CommitmentJudgement>;
}
