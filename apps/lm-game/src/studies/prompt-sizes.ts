/** What one call of a prompt takes, in tokens. */
export interface PromptSize {
  /** In the first year of a game. */
  readonly inputTokens: number;
  /** What history and press add with every further year. */
  readonly inputTokensPerYear: number;
  /** What each round of negotiation in a movement phase adds. */
  readonly inputTokensPerRound: number;
  readonly outputTokens: number;
}

const size = (
  inputTokens: number,
  outputTokens: number,
  { perYear = 0, perRound = 0 }: { readonly perYear?: number; readonly perRound?: number } = {},
): PromptSize => ({ inputTokens, outputTokens, inputTokensPerYear: perYear, inputTokensPerRound: perRound });

/**
 * Tokens of a call by prompt. Inputs are guesses until they are measured. Outputs are what talkative models without reasoning write; what a
 * model thinks before it answers comes on top.
 */
export const PROMPT_SIZES = {
  'initialize-agent': size(3000, 300),
  'write-messages': size(4500, 350, { perYear: 500, perRound: 250 }),
  'make-plan': size(4500, 250, { perYear: 500, perRound: 0 }),
  'negotiation-diary': size(4500, 250, { perYear: 500, perRound: 500 }),
  'write-orders': size(5500, 300, { perYear: 500, perRound: 500 }),
  'phase-diary': size(3500, 200, { perYear: 500, perRound: 500 }),
  'update-state': size(3500, 200, { perYear: 500, perRound: 500 }),
  'consolidate-diary': size(3000, 300, { perRound: 100 }),
  'summarize-phase': size(1500, 250, { perRound: 500 }),
  'format-initialize-agent': size(600, 300),
  'format-messages': size(600, 350),
  'format-negotiation-diary': size(500, 250),
  'format-orders': size(600, 300),
  'format-update-state': size(500, 200),
} as const satisfies Readonly<Record<string, PromptSize>>;

export type EstimatedPrompt = keyof typeof PROMPT_SIZES;
