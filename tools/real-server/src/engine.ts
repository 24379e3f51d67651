/** Source of a reply's grammar: a schema in the engine's own dialect, or any JSON value. */
export type GrammarSchema = 'any' | Readonly<Record<string, unknown>>;

export interface GenerationRequest {
  readonly prompt: string;
  readonly maxTokens: number;
  /** 0 takes the likeliest token each time. */
  readonly temperature: number;
  readonly topP: number;
  readonly seed: number;
  readonly schema?: GrammarSchema | undefined;
  readonly signal?: AbortSignal;
}

/** All counts are the engine's own. */
export interface Generation {
  readonly text: string;
  readonly promptTokens: number;
  /** How many of the prompt's tokens were computed for an earlier request. */
  readonly cachedTokens: number;
  /** Every token that was drawn, the one that ends the text among them. */
  readonly completionTokens: number;
  readonly finishReason: 'stop' | 'length';
}

/** A loaded model, as the front asks it; `engine/llama-engine.mjs` is one. */
export interface Engine {
  readonly name: string;
  /** Maximum number of tokens in a prompt and its reply together. */
  readonly contextTokens: number;
  /** The tokens of a prompt, the one that begins it among them. */
  countTokens(text: string): number;
  /** @throws what the engine throws where it cannot make a grammar of the schema */
  generate(request: GenerationRequest): Promise<Generation>;
}
