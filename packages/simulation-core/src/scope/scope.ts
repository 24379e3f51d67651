import type { EmbeddingModel, LanguageModel } from '@entente/llm-clients';

/**
 * One line of control of a run. A model asked through a scope gets its call path from it (`round-3/Ada#0`), so a call has the
 * same path in every execution, whatever finishes first.
 */
export interface Scope {
  /** Names from the step down, joined by `/`. */
  readonly path: string;
  /**
   * Opens a scope of the same line of control under a further name, for loops and stages.
   * @throws DuplicateScopeError if this scope already gave out that name
   */
  child(name: string): Scope;
  /** Wraps a model so that every answer is taken from the record, or put there. Without a run: asks the model itself. */
  recorded(model: LanguageModel): LanguageModel;
  /** Wraps a model of vectors: a distinct text is embedded, and recorded, once a run. */
  recordedEmbeddings(model: EmbeddingModel): EmbeddingModel;
  /** Returns the next number in [0, 1) of this scope's own stream, seeded by run seed and path. */
  random(): number;
}

/** Scope of a step's own line of control: the only one that can record facts. */
export interface StepScope<State, Fact> extends Scope {
  /** State after every fact recorded so far. */
  readonly state: State;
  /** Records a fact, applies it, and returns the state after it. */
  record(fact: Fact): State;
  /**
   * Starts `Program.deferred[kind]` with the present state on a line of control of its own, and records the start. Its result
   * becomes a fact when `Program.due` lists the key, or before the run ends.
   */
  defer(key: string, kind: string, input: unknown): void;
}
