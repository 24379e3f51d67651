/**
 * Nouns, examples and option names with which the shared verbs describe one kind of run. This is plain data that costs nothing to import:
 * `--help` prints it without loading the kind itself.
 */
export interface RunWords {
  /** One run, in the singular: `tree`. An `s` makes the plural. */
  readonly noun: string;
  /** One step of a run: `season`. */
  readonly step: string;
  readonly examples: RunExamples;
  /** Flag that limits the tokens of a whole command. @default '--max-tokens' */
  readonly tokenBudgetFlag?: string;
  /** The longest prompts of a run. `doctor` warns of models whose context is too small for them. */
  readonly longPrompts: {
    /** Completes the sentence "... have about 8,000 tokens": `prompts of a tree`. */
    readonly subject: string;
    readonly tokens: number;
  };
  /**
   * Completes the sentence "no --embedding-model is named; ...". `doctor` tries an embedding model only where one is named or this is set.
   * @default runs of this kind use no embedding model
   */
  readonly withoutEmbeddings?: string;
}

/** Names and paths of one run of this kind, for the examples in help texts. */
export interface RunExamples {
  /** Name of a run: `tree~s1~9f3a01c2`. */
  readonly run: string;
  /** A step in its middle: `step-2`. */
  readonly step: string;
  /** Path of a call: `step-1/grow#0`. */
  readonly call: string;
  /** Path of a branch of calls: `step-1`. */
  readonly branch: string;
  /** An edit for `fork --set` that changes the model: `model=openai:gpt-4o-mini`. */
  readonly edit: string;
}
