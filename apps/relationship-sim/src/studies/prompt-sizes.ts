/** Number of tokens of one call of a prompt. */
export interface PromptSize {
  /** Input without the history: instructions, personas and the shape of the answer. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

const size = (inputTokens: number, outputTokens: number): PromptSize => ({ inputTokens, outputTokens });

/**
 * Tokens of a call by prompt, measured in runs of the offline model: all couples, two and four interactions per scene, free and offered
 * choices, short and long histories. A test plays runs and fails when prompts have outgrown these numbers.
 */
export const PROMPT_SIZES = {
  'appraise-memories': size(488, 217),
  initialize: size(935, 135),
  'next-scene': size(945, 155),
  'generate-context': size(775, 40),
  progress: size(822, 59),
  appraise: size(435, 51),
  'make-choices': size(425, 18),
  act: size(405, 16),
  summarize: size(762, 60),
  reflect: size(370, 40),
  'commitment-score': size(972, 52),
  /** Call for vectors, one per scene; it reads lines alone. */
  embedding: size(0, 0),
} as const satisfies Readonly<Record<string, PromptSize>>;

export type EstimatedPrompt = keyof typeof PROMPT_SIZES;

/** Narration that ends in options: the same prompt with a longer task. */
export const OFFERING_SIZE = size(868, 118);

/** Tokens of the lines that calls add to the history; measured in the same way. */
export const LINE_TOKENS = {
  opening: 131,
  /** Cue of a recall: theme, situation and conflict of the opening. */
  cue: 100,
  /** Private matter of one partner. */
  context: 23,
  /** One recalled memory. */
  memory: 38,
  narration: 39,
  appraisal: 32,
  deed: 15,
  reflection: 43,
  /** Summary of a scene in the director's story. */
  summary: 64,
} as const;

/**
 * Factor by which language models write more than the offline model: an assumption for models that are neither terse nor think aloud. Later
 * calls read their output again, so it applies to lines, too.
 */
export const WORDINESS = 2;
