import type { Json, Scope } from '@entente/simulation-core';
import type { Emotions } from '../memory/emotions.js';
import type { MissingReply } from '../state/missing-reply.js';
import type { Character } from '../state/partners.js';

/** What somebody feels at a moment, and the thought that goes with it, which nobody else hears. */
export interface Appraisal {
  readonly emotions: Emotions;
  readonly thought: string;
}

/** What somebody does next: one imperative phrase without the words spoken (`take her hand and ask to start over`). */
export interface Choice {
  readonly action: string;
}

/** One of the courses of action that the director offers; `id` is a single letter. */
export interface SceneOption {
  readonly id: string;
  readonly action: string;
}

export interface OptionTaken {
  readonly option: string;
  readonly reason: string;
}

export interface Reflection {
  readonly reflection: string;
}

/** A memory with what it feels like; `emotions` is null where the model gave no usable appraisal of it. */
export interface AppraisedMemory {
  readonly text: string;
  readonly emotions: Emotions | null;
  /** Why `emotions` is null; one object for all memories that went missing with the same answer. */
  readonly missing?: MissingReply;
}

/**
 * One character that feels, remembers and chooses. `history` is what this person has lived through, oldest line first;
 * it only grows during a scene. Methods throw a `ReplyError` when the model answered with nothing usable, and the
 * caller decides what becomes of it; `batchAppraiseMemory` alone says so memory by memory.
 */
export interface SceneActor extends Character {
  /**
   * All that decides what this actor answers, as plain JSON: persona and memories, models (`describeModel`), prompts by content
   * (`promptCallsDigest`). It goes into the identity of runs, so that none is gone on with by another actor.
   */
  readonly identity: Json;
  /** What this person remembers from before the first scene. */
  readonly memories: readonly string[];
  appraise(scope: Scope, history: readonly string[]): Promise<Appraisal>;
  /** `appraisal` is null where none could be had. */
  makeChoices(scope: Scope, history: readonly string[], appraisal: Appraisal | null): Promise<Choice>;
  act(
    scope: Scope,
    history: readonly string[],
    offer: { readonly question: string; readonly options: readonly SceneOption[] },
  ): Promise<OptionTaken>;
  reflect(scope: Scope, history: readonly string[]): Promise<Reflection>;
  /** Results come in the order of `memories`. */
  batchAppraiseMemory(
    scope: Scope,
    memories: readonly string[],
    options?: { readonly batchSize?: number },
  ): Promise<readonly AppraisedMemory[]>;
}
