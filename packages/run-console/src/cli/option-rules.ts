/** A command as far as its rules look at it. */
export interface GivenOptions {
  /** The words after the verb. */
  readonly words: readonly string[];
  /** By option key; defaults stand where nothing was given. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether the command itself gives the option. */
  readonly isGiven: (key: string) => boolean;
  /** `--max-year` for `maxYear`. */
  readonly flag: (key: string) => string;
}

/** A line for stderr; the command is carried out all the same. */
export interface OptionNote {
  readonly note: string;
}

/** Returns one line about a given option that has no effect in this command, which is refused; a note; or undefined. */
export type OptionRule = (given: GivenOptions) => string | OptionNote | undefined;

/** Whether an option asks for something: `--adaptive-rounds`, `--simple-prompts yes`, any value. */
export function isOn(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

export interface NoEffect {
  /** Whether the command is of the kind in which these options do nothing. */
  readonly when: (given: GivenOptions) => boolean;
  /** Keys of options. */
  readonly options: readonly string[];
  /** Completes the sentence `--new has no effect here: `: the reason, and what to do instead. */
  readonly because: string | ((key: string) => string);
}

/** Refuses options that do nothing in some kind of command, whatever their value. */
export function noEffect({ when, options, because }: NoEffect): OptionRule {
  return (given) => {
    const key = options.find((each) => given.isGiven(each));
    if (key === undefined || !when(given)) return undefined;
    return `${given.flag(key)} has no effect here: ${typeof because === 'string' ? because : because(key)}`;
  };
}

/** Refuses options that do nothing unless one of the others asks for something. An option set to "no" passes. */
export function needs(options: readonly string[], others: readonly string[]): OptionRule {
  return (given) => {
    const key = options.find((each) => given.isGiven(each) && isOn(given.values[each]));
    if (key === undefined || others.some((other) => isOn(given.values[other]))) return undefined;
    const missing = others.map((other) => given.flag(other)).join(' or ');
    return `${given.flag(key)} has no effect without ${missing}; add ${missing}, or leave out ${given.flag(key)}.`;
  };
}

/** Refuses two names of one setting that are given different values. */
export function sameThing(...keys: readonly string[]): OptionRule {
  return (given) => {
    const [first, second] = keys.filter((key) => given.isGiven(key));
    if (first === undefined || second === undefined) return undefined;
    if (String(given.values[first]) === String(given.values[second])) return undefined;
    return `${given.flag(first)} and ${given.flag(second)} set the same thing, and are given different values; leave out one of them.`;
  };
}

/** Refuses options beside another that decides the same thing. @param because half a sentence with the reason */
export function decidedBy(decisive: string, options: readonly string[], because: string): OptionRule {
  return (given) =>
    noEffect({
      when: ({ values }) => isOn(values[decisive]),
      options,
      because: (key) => `${because}; leave out ${given.flag(key)}.`,
    })(given);
}
