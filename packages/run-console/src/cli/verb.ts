import { UsageError } from './console-error.js';
import type { ConsoleIo } from './console-io.js';
import type { OptionRule } from './option-rules.js';

/** One option of a verb; `Value` is what the verb sees, undefined where the option was not given and has no default. */
export interface VerbOption<Value> {
  /** As commander reads them: `--seeds <list>`, `-q, --quiet`. */
  readonly flags: string;
  /** Further names of the option, in the same form; `--help` shows them behind it. @default none */
  readonly aliases?: readonly string[] | undefined;
  readonly description: string;
  /** Words that it takes, where these are all. @default any text that `parse` reads */
  readonly choices?: readonly string[] | undefined;
  /**
   * Reads the text after the flag; absent for a flag that takes none. For each further word of the same option
   * (`<names...>`, or the flag again where it `repeats`) it is called with what came of those before. @throws UsageError
   */
  readonly parse?: (text: string, before?: unknown) => Value;
  readonly default?: Value;
  /** How `--help` shows the default. @default as it is */
  readonly shownDefault?: string | undefined;
  /** Whether each further occurrence adds to those before it. Otherwise two that differ are refused. @default false */
  readonly repeats?: boolean;
  /** Whether one occurrence holds several values, with commas between them. @default false */
  readonly isList?: boolean | undefined;
}

export type VerbOptions = Readonly<Record<string, VerbOption<unknown>>>;
export type OptionValues<Options extends VerbOptions> = {
  readonly [Name in keyof Options]: Options[Name] extends VerbOption<infer Value> ? Value : never;
};

export interface VerbArgument {
  /** As commander reads it: `<run>`, `[path]`, `[runs...]`. */
  readonly name: string;
  readonly description: string;
}

export interface VerbCall<Options> {
  /** The words after the verb, in order; those that were left out are missing. */
  readonly words: readonly string[];
  readonly options: Options;
  readonly io: ConsoleIo;
}

export interface VerbDefinition<Options extends VerbOptions> {
  readonly name: string;
  /** Half a line for the list of verbs. */
  readonly summary: string;
  /** Further paragraph of `--help`. */
  readonly details?: string;
  readonly arguments?: readonly VerbArgument[];
  readonly options: Options;
  /** Whole commands after the program's name; `--help` shows them. */
  readonly examples: readonly string[];
  /** Commands in which an option would do nothing; they are refused before `run`. */
  readonly rules?: readonly OptionRule[];
  /** Returns the exit code. Import what is heavy here, so that `--help` stays quick. */
  readonly run: (call: VerbCall<OptionValues<Options>>) => Promise<number>;
}

/** A verb with the types of its options forgotten. */
export type Verb = VerbDefinition<VerbOptions>;

/** Lets the options' types flow into `run`. */
export function defineVerb<const Options extends VerbOptions>(definition: VerbDefinition<Options>): Verb {
  return definition as unknown as Verb;
}

export function flag(flags: string, description: string): VerbOption<boolean> {
  return { flags, description, default: false };
}

export function text(flags: string, description: string): VerbOption<string | undefined> {
  return { flags, description, parse: (value) => value };
}

export function parsed<Value>(
  flags: string,
  description: string,
  parse: (value: string, before?: unknown) => Value,
): VerbOption<Value | undefined> {
  return { flags, description, parse };
}

/** An option that may be given several times; the verb sees a list, empty where it was not given. */
export function repeated<Value>(
  flags: string,
  description: string,
  parse: (value: string) => Value,
): VerbOption<readonly Value[]> {
  return {
    flags,
    description,
    default: [],
    repeats: true,
    parse: (value, before = []) => [...(before as readonly Value[]), parse(value)],
  };
}

export function withDefault<Value>(
  option: VerbOption<Value | undefined>,
  value: NoInfer<Value>,
  shownDefault?: string,
): VerbOption<Value> {
  return { ...option, default: value, shownDefault } as VerbOption<Value>;
}

export function choice<const Name extends string>(
  flags: string,
  description: string,
  names: readonly Name[],
): VerbOption<Name | undefined> {
  const option = parsed(flags, `${description} (${names.join(', ')})`, (value) => {
    const name = names.find((candidate) => candidate === value);
    if (name === undefined) throw new UsageError(`${longFlag(flags)} cannot be "${value}"; write one of ${names.join(', ')}.`);
    return name;
  });
  return { ...option, choices: names };
}

/** The same option with further names. */
export function alsoCalled<Value>(option: VerbOption<Value>, ...aliases: readonly string[]): VerbOption<Value> {
  return { ...option, aliases };
}

export function wholeNumber(
  flags: string,
  description: string,
  { least = 1 }: { readonly least?: number } = {},
): VerbOption<number | undefined> {
  return parsed(flags, description, (value) => {
    const number = Number(value.replaceAll('_', ''));
    if (!/^\d[\d_]*$/.test(value) || number < least || !Number.isSafeInteger(number)) {
      throw new UsageError(`${longFlag(flags)} cannot be "${value}"; write a whole number of at least ${least}.`);
    }
    return number;
  });
}

/** A list of words with commas between them. */
export function words(flags: string, description: string): VerbOption<readonly string[] | undefined> {
  const option = parsed(flags, description, (value): readonly string[] =>
    value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
  return { ...option, isList: true };
}

/** `--seeds` of `-s, --seeds <list>`. */
export function longFlag(flags: string): string {
  return /--[a-z0-9-]+/.exec(flags)?.[0] ?? flags;
}
