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
  'appraise-memories': size(800, 219),
  initialize: size(2000, 235),
  'next-scene': size(2140, 240),
  'generate-context': size(1620, 43),
  progress: size(1760, 35),
  appraise: size(955, 57),
  choose: size(1030, 60),
  'close-scene': size(1620, 27),
  'assess-scene': size(2180, 29),
  summarize: size(1555, 73),
  reflect: size(945, 78),
  'commitment-score': size(1780, 53),
  /** Call for vectors, at most one a beat; it reads lines alone. */
  embedding: size(0, 0),
} as const satisfies Readonly<Record<string, PromptSize>>;

export type EstimatedPrompt = keyof typeof PROMPT_SIZES;

/** Narration that ends in options, and a choice among them: the same prompts with longer tasks. */
export const OFFERING_SIZES = { progress: size(1920, 98), choose: size(1110, 60) } as const;

/** Tokens of the lines that calls add to the history; measured in the same way. */
export const LINE_TOKENS = {
  /** The other one and the facts of the two, as a partner reads them. */
  card: 290,
  /** Matter that the director reads before the first scene. */
  standing: 180,
  opening: 120,
  /** Opening with all its parts, as the director reads it. */
  wholeOpening: 215,
  /** Cue of a recall. */
  cue: 40,
  /** Private matter of one partner. */
  context: 23,
  /** One recalled memory. */
  memory: 22,
  narration: 20,
  appraisal: 40,
  deed: 55,
  /** Reason that the one who moves reads of its own move. */
  reason: 16,
  closing: 25,
  reflection: 45,
  /** Earlier scene in a partner's own words, with what is still kept of it. */
  ownStory: 70,
  /** Summary of a scene in the director's story, with what is still kept of it. */
  summary: 90,
} as const;

/**
 * Factor by which language models write more than the offline model: an assumption for models that are neither terse nor think aloud. Later
 * calls read their output again, so it applies to lines, too.
 */
export const WORDINESS = 2;
