import type { GenerateRequest, LanguageModel, Usage } from '@entente/llm-clients';
import { BudgetExhaustedError } from '../errors/run-errors.js';
import type { RunTotals } from '../journal/entry.js';

export interface BudgetOptions {
  /** Dollars. */
  readonly maxCostUsd?: number | undefined;
  /** Input and output tokens together. */
  readonly maxTokens?: number | undefined;
  /** Dollars for this usage; null if the price is unknown. */
  readonly costOf: (model: { readonly provider: string; readonly modelId: string }, usage: Usage) => number | null;
  /** Tokens that a call may take, reserved before it starts: estimated input, and output up to the limit of the request. */
  readonly estimate: (model: LanguageModel, request: GenerateRequest) => Usage;
}

/** Amount set aside for a call. Always return it with `settle`, whatever the result of the call. */
export interface Reservation {
  readonly tokens: number;
  readonly costUsd: number;
}

/**
 * Spending limit of one command over all its runs. Counts the usage on record, failed attempts included if their usage is known,
 * and sets an estimate aside before each call, so that calls in flight cannot overrun it together.
 */
export class Budget {
  readonly #options: BudgetOptions;
  #spentUsd = 0;
  #spentTokens = 0;
  #reservedUsd = 0;
  #reservedTokens = 0;

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  get spentUsd(): number {
    return this.#spentUsd;
  }

  get spentTokens(): number {
    return this.#spentTokens;
  }

  /** Counts the usage that a run had on record before it was resumed. */
  count(totals: RunTotals): void {
    for (const [key, usage] of Object.entries(totals.usage)) {
      const colon = key.indexOf(':');
      this.#spend({ provider: key.slice(0, colon), modelId: key.slice(colon + 1) }, usage);
    }
  }

  /** Counts a call without a reservation (vectors). */
  add(model: { readonly provider: string; readonly modelId: string }, usage: Usage): void {
    this.#spend(model, usage);
  }

  /** @throws BudgetExhaustedError if the call might not fit any more */
  reserve(model: LanguageModel, request: GenerateRequest): Reservation {
    const usage = this.#options.estimate(model, request);
    const reservation = { tokens: usage.inputTokens + usage.outputTokens, costUsd: this.#cost(model, usage) };
    const { maxCostUsd, maxTokens } = this.#options;
    if (maxTokens !== undefined && this.#spentTokens + this.#reservedTokens + reservation.tokens > maxTokens) {
      throw new BudgetExhaustedError(
        'tokens',
        `the token budget of ${maxTokens} is used up (${this.#spentTokens} spent, ${this.#reservedTokens} set aside for calls under way)`,
      );
    }
    if (maxCostUsd !== undefined && this.#spentUsd + this.#reservedUsd + reservation.costUsd > maxCostUsd) {
      throw new BudgetExhaustedError(
        'cost',
        `the budget of $${maxCostUsd} is used up ($${this.#spentUsd.toFixed(4)} spent, $${this.#reservedUsd.toFixed(4)} set aside for calls under way)`,
      );
    }
    this.#reservedTokens += reservation.tokens;
    this.#reservedUsd += reservation.costUsd;
    return reservation;
  }

  /** Replaces a reservation by the usage of the call; by nothing if it failed. */
  settle(
    reservation: Reservation,
    model: { readonly provider: string; readonly modelId: string },
    usage: Usage | undefined,
  ): void {
    this.#reservedTokens -= reservation.tokens;
    this.#reservedUsd -= reservation.costUsd;
    if (usage) this.#spend(model, usage);
  }

  #spend(model: { readonly provider: string; readonly modelId: string }, usage: Usage): void {
    this.#spentTokens += usage.inputTokens + usage.outputTokens;
    this.#spentUsd += this.#cost(model, usage);
  }

  #cost(model: { readonly provider: string; readonly modelId: string }, usage: Usage): number {
    if (this.#options.maxCostUsd === undefined) return 0;
    const cost = this.#options.costOf(model, usage);
    if (cost === null) {
      throw new BudgetExhaustedError(
        'cost',
        `the price of ${model.provider}:${model.modelId} is unknown, so a money budget cannot hold; give its price under "prices" in the config file, or use a token budget`,
      );
    }
    return cost;
  }
}
