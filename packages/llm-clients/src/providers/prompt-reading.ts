/** One prompt: its tokens as we estimate them and as the server counted them. */
export interface PromptCount {
  readonly sent: number;
  readonly counted: number;
  /** How the prompt begins: what has been sent before may be cached. */
  readonly start: string;
  /** Whether the server itself tells cached tokens apart, so that its count includes them. */
  readonly countsCached: boolean;
}

/** Shorter prompts prove nothing: templates and tokenizers make up too much of the difference. */
const LEAST_SENT = 500;
/** A server that counts fewer does not count at all. */
const LEAST_COUNTED = 100;
/** Our estimate and any tokenizer known are nearer to each other than this. */
const LEAST_SHARE = 0.45;
/** The share that a model's own first prompts have had may not fall below this part of it. */
const LEAST_OF_USUAL = 0.6;
const FIRST_PROMPTS = 3;
const MOST_STARTS = 1_000;

/**
 * Judges from its counts whether a server reads prompts whole. A count far below the estimate is a cut, unless the prompt's beginning
 * was sent before and the server may be one that does not count what it has in its cache.
 */
export class PromptReading {
  readonly #starts = new Set<string>();
  readonly #shares: number[] = [];
  /** Whether it has counted a prompt whole whose beginning it had seen. */
  #countsRepeated = false;

  /** Takes a prompt's counts in. @returns whether the prompt was cut */
  note({ sent, counted, start, countsCached }: PromptCount): boolean {
    if (sent < LEAST_SENT || counted < LEAST_COUNTED) return false;
    const isRepeated = this.#starts.has(start);
    if (this.#starts.size < MOST_STARTS) this.#starts.add(start);
    const share = counted / sent;
    const usual = this.#shares.length > 0 ? Math.min(1, ...this.#shares) : 0;
    if (share >= Math.max(LEAST_SHARE, usual * LEAST_OF_USUAL)) {
      if (isRepeated) this.#countsRepeated = true;
      if (this.#shares.length < FIRST_PROMPTS) this.#shares.push(share);
      return false;
    }
    return !isRepeated || this.#countsRepeated || countsCached;
  }
}
