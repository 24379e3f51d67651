import type { Scope, Json } from '@entente/simulation-core';
import type { Emotions } from '../memory/emotions.js';
import type { CoupleFacts, Work } from '../state/couple-facts.js';
import type { MissingReply } from './missing-reply.js';
import type { Character, Pronouns } from './partners.js';

/** Emotions at a moment and the thought that goes with them, which nobody else hears. */
export interface Appraisal {
  readonly emotions: Emotions;
  readonly thought: string;
}

/** A partner's move as somebody present perceives it. */
export interface Deed {
  /** The visible part: third person, present tense, without the name (`puts the cup down and looks at the window`). */
  readonly deed: string;
  /** The audible part, word for word; empty if nothing is said. */
  readonly words: string;
  /** How it sounds or looks (`flatly`, `half laughing`); may be empty. */
  readonly tone: string;
}

/** Move of a partner: the deed that others perceive, and the reason, which nobody else knows. */
export interface Choice extends Deed {
  readonly reason: string;
  /** Letter of the option that was taken; null for a free choice. */
  readonly option: string | null;
}

/** Course of action that the director offers; `id` is a single letter. */
export interface SceneOption {
  readonly id: string;
  readonly action: string;
}

/** Look back of a partner on a scene, alone. */
export interface Reflection {
  /** Thoughts of this partner about it. */
  readonly reflection: string;
  /** The scene as this partner will remember it: first person, a sentence or two. */
  readonly story: string;
  /** A trait of the other one that the scene showed, one sentence; empty if nothing new. */
  readonly ofOther: string;
}

/** A memory and the emotions it brings; `emotions` is null if the model gave no usable appraisal of it. */
export interface AppraisedMemory {
  readonly text: string;
  readonly emotions: Emotions | null;
  /** Reason why `emotions` is null; all memories of one unusable answer share one object. */
  readonly missing?: MissingReply | undefined;
}

/**
 * One piece of what a partner has lived through or knows. An actor renders it in the words of its prompts; a plain text stands as it is.
 * `perspectiveOf` builds the whole list for a partner.
 */
export type Experience =
  | string
  /** The other one, as this partner knows them, and the facts of the two. */
  | {
      readonly kind: 'other';
      readonly name: string;
      readonly pronouns?: Pronouns | undefined;
      readonly couple: CoupleFacts;
      readonly life: CoupleFacts['lives']['A'];
      /** Whether a scene changed the other one's work since the story began. */
      readonly hasNewWork?: boolean | undefined;
      /** Work of this partner itself, once a scene has changed it; the persona still tells of the work before. */
      readonly ownWork?: Work | undefined;
      readonly knows: string;
      readonly seen: readonly string[];
    }
  /** Something that this partner alone knows; `since` the scene in which it came up, absent from before the first and in that scene itself. */
  | { readonly kind: 'secret'; readonly text: string; readonly since?: number | undefined }
  /** An earlier scene in this partner's own words. */
  | { readonly kind: 'story'; readonly scene: number; readonly turningPoint: string; readonly text: string }
  | {
      readonly kind: 'scene';
      readonly scene: number;
      readonly other: string;
      readonly theme: string;
      readonly setting: string;
      readonly others: readonly string[];
      readonly situation: string;
    }
  | { readonly kind: 'wish'; readonly text: string }
  /** News from outside; `alone` if the other one does not know it. */
  | { readonly kind: 'event'; readonly text: string; readonly alone: boolean }
  | { readonly kind: 'memory'; readonly text: string }
  /** Narration that both perceive, or this partner alone. */
  | { readonly kind: 'narrated'; readonly text: string; readonly alone: boolean }
  /** A move; `deed` is null for somebody who let the moment pass. */
  | { readonly kind: 'deed'; readonly self: boolean; readonly name: string; readonly deed: Deed | null }
  | { readonly kind: 'reason'; readonly text: string }
  | { readonly kind: 'felt'; readonly emotions: Emotions; readonly thought: string }
  | { readonly kind: 'reflection'; readonly text: string };

/** Everything that a partner decides by at its move: the same for free choices and offered ones. */
export interface Move {
  /** Question that the partner faces. */
  readonly question: string;
  /** Present feeling; null if it is missing. */
  readonly appraisal: Appraisal | null;
  /** Whether the scene breaks off after this move. */
  readonly isLast?: boolean | undefined;
}

/**
 * One character that feels, remembers and chooses. `history` is what this person knows and has lived through, oldest first; it only grows
 * during a scene. Methods throw a `ReplyError` if the model gave no usable answer, and the caller decides how to go on. Only
 * `batchAppraiseMemory` never throws one: it marks the memories that are missing.
 */
export interface SceneActor extends Character {
  /**
   * Everything that decides the answers of this actor, as plain JSON: persona, memories, models (`describeModel`) and prompts by content
   * (`promptCallsDigest`). It is part of the identity of runs, so that no run is resumed with another actor.
   */
  readonly identity: Json;
  /** Memories from before the first scene. */
  readonly memories: readonly string[];
  appraise(scope: Scope, history: readonly Experience[]): Promise<Appraisal>;
  /** Chooses freely. */
  makeChoices(scope: Scope, history: readonly Experience[], move: Move): Promise<Choice>;
  /** Takes one of the options, and tells how it is carried out. */
  act(scope: Scope, history: readonly Experience[], move: Move & { readonly options: readonly SceneOption[] }): Promise<Choice>;
  reflect(scope: Scope, history: readonly Experience[]): Promise<Reflection>;
  /** Returns the results in the order of `memories`. */
  batchAppraiseMemory(
    scope: Scope,
    memories: readonly string[],
    options?: { readonly batchSize?: number },
  ): Promise<readonly AppraisedMemory[]>;
}
