/** Size of one call of a prompt, in tokens. */
export interface PromptSize {
  /** In the first year of a game without press. */
  readonly inputTokens: number;
  /** Tokens that history and diaries add with every further year. */
  readonly inputTokensPerYear: number;
  /** Tokens that each round of negotiation in a movement phase adds, when all seven powers talk. */
  readonly inputTokensPerRound: number;
  readonly outputTokens: number;
}

const size = (
  inputTokens: number,
  inputTokensPerYear: number,
  inputTokensPerRound: number,
  outputTokens: number,
): PromptSize => ({
  inputTokens,
  inputTokensPerYear,
  inputTokensPerRound,
  outputTokens,
});

/**
 * Tokens of a call by prompt, fitted to twelve games of the offline model to 1908: without press, with one round and with three, in one step
 * and in two. A test plays a game and finds out when prompts have outgrown these figures.
 */
export const PROMPT_SIZES = {
  'initialize-agent': size(3680, 0, 0, 100),
  'write-messages': size(4300, 260, 530, 102),
  'make-plan': size(4320, 220, 440, 94),
  'negotiation-diary': size(4610, 250, 520, 129),
  'write-orders': size(4530, 230, 640, 54),
  'phase-diary': size(3280, 110, 420, 66),
  'update-state': size(3350, 120, 440, 113),
  'consolidate-diary': size(2860, 90, 180, 330),
  'summarize-phase': size(590, 0, 240, 76),
  'format-initialize-agent': size(230, 0, 0, 110),
  'format-messages': size(240, 0, 0, 105),
  'format-negotiation-diary': size(200, 0, 40, 127),
  'format-orders': size(205, 0, 10, 46),
  'format-update-state': size(258, 0, 0, 122),
} as const satisfies Readonly<Record<string, PromptSize>>;

export type EstimatedPrompt = keyof typeof PROMPT_SIZES;

/** Orders of retreats and adjustments: the same prompt, with less to describe. */
export const LATER_ORDERS_SIZE = size(3770, 130, 450, 20);

/** Factor of the short prompt set on `inputTokens`; its games were measured likewise. */
export const SIMPLE_PROMPTS_SHARE = 0.63;

/**
 * How much more language models write than the offline one: an assumption, for models that are neither terse nor think aloud. Tokens that they write
 * is read again, so it holds for what years and rounds add, too.
 */
export const WORDINESS = 3;
