import type { EmbeddingModel, LanguageModel } from '@entente/llm-clients';

/**
 * One line of control of a run. A model asked through a scope gets its call path from it (`scene-3/beat-1/ALICE#0`),
 * so the path says where in the program a call stands, whatever finishes first.
 */
export interface Scope {
  /** Names from the step down, joined by `/`. */
  readonly path: string;
  /**
   * A scope of the same line of control under a further name, for loops and stages.
   * @throws DuplicateScopeError when this scope already gave out that name
   */
  child(name: string): Scope;
  /** The model with every answer taken from the record, or put on it. Without a run: the model itself. */
  recorded(model: LanguageModel): LanguageModel;
  /** The same for vectors: a distinct text is embedded, and recorded, once per run. */
  recordedEmbeddings(model: EmbeddingModel): EmbeddingModel;
  /** The next number in [0, 1) of this scope's own stream, seeded by run seed and path. */
  random(): number;
}

/** The scope of a step's own line of control: the only one that can record facts. */
export interface StepScope<State, Fact> extends Scope {
  /** The state with every fact recorded so far applied. */
  readonly state: State;
  /** Puts a fact on record, applies it, and returns the state after it. */
  record(fact: Fact): State;
  /**
   * Starts `Program.deferred[kind]`, with the state as of now, on its own line of control and records that it was started. What it returns becomes
   * a fact when `Program.due` lists the key, or before the run ends.
   */
  defer(key: string, kind: string, input: unknown): void;
}
