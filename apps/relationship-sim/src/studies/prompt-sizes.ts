/** What one call of a prompt takes, in tokens. */
export interface PromptSize {
  /** Without what has been told so far: instructions, personas and the shape of the answer. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

const size = (inputTokens: number, outputTokens: number): PromptSize => ({ inputTokens, outputTokens });

/**
 * Tokens of a call by prompt, measured in runs of the offline model: all couples, two interactions a scene and four, choices free and
 * offered, short histories and long ones. A test plays runs and finds out when prompts have outgrown these figures.
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
  /** The call for vectors, one a scene; what it reads are lines alone. */
  embedding: size(0, 0),
} as const satisfies Readonly<Record<string, PromptSize>>;

export type EstimatedPrompt = keyof typeof PROMPT_SIZES;

/** Narration that ends in options: the same prompt, asked for more. */
export const OFFERING_SIZE = size(868, 118);

/** Tokens of the lines that calls leave behind, and later ones read; measured likewise. */
export const LINE_TOKENS = {
  opening: 131,
  /** What memories are looked for with: as much of the opening as says what it is about. */
  cue: 100,
  /** What one partner alone knows. */
  context: 23,
  /** One of the memories that come to mind. */
  memory: 38,
  narration: 39,
  appraisal: 32,
  deed: 15,
  reflection: 43,
  /** Of a whole scene, in the director's story. */
  summary: 64,
} as const;

/**
 * How much more language models write than the offline one: an assumption, for models that are neither terse nor think aloud. What they write
 * is read again, so it holds for lines, too.
 */
export const WORDINESS = 2;
