import type { Json, Scope } from '@entente/simulation-core';
import type { Emotions } from '../memory/emotions.js';
import type { MissingReply } from './missing-reply.js';
import type { Character } from './partners.js';

/** Emotions at a moment and the thought that goes with them, which nobody else hears. */
export interface Appraisal {
  readonly emotions: Emotions;
  readonly thought: string;
}

/** Next action: one imperative phrase without spoken words (`take her hand and ask to start over`). */
export interface Choice {
  readonly action: string;
}

/** Course of action that the director offers; `id` is a single letter. */
export interface SceneOption {
  readonly id: string;
  readonly action: string;
}

/** Option that a partner took, by its letter, and why. */
export interface OptionTaken {
  readonly option: string;
  readonly reason: string;
}

/** Conclusion that a partner draws from a scene. */
export interface Reflection {
  readonly reflection: string;
}

/** A memory and the emotions it brings; `emotions` is null if the model gave no usable appraisal of it. */
export interface AppraisedMemory {
  readonly text: string;
  readonly emotions: Emotions | null;
  /** Reason why `emotions` is null; all memories of one unusable answer share one object. */
  readonly missing?: MissingReply | undefined;
}

/**
 * One character that feels, remembers and chooses. `history` holds this person's experiences as lines, oldest first; it only grows
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
  appraise(scope: Scope, history: readonly string[]): Promise<Appraisal>;
  /** `appraisal` is null if it is missing. */
  makeChoices(scope: Scope, history: readonly string[], appraisal: Appraisal | null): Promise<Choice>;
  act(
    scope: Scope,
    history: readonly string[],
    offer: { readonly question: string; readonly options: readonly SceneOption[] },
  ): Promise<OptionTaken>;
  reflect(scope: Scope, history: readonly string[]): Promise<Reflection>;
  /** Returns the results in the order of `memories`. */
  batchAppraiseMemory(
    scope: Scope,
    memories: readonly string[],
    options?: { readonly batchSize?: number },
  ): Promise<readonly AppraisedMemory[]>;
}
