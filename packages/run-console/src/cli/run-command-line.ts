import { withoutKeyShapes } from '@entente/llm-clients/secrets';
import { printableJson } from '@entente/studies/tables';
import { Command, CommanderError, Option } from 'commander';
import { createStyle } from '../text/style.js';
import { assertGivenOnce } from './assert-given-once.js';
import { UsageError } from './console-error.js';
import { type ConsoleIo, hasColors } from './console-io.js';
import { explainError } from './explain-error.js';
import { KnownSecrets } from './known-secrets.js';
import type { GivenOptions, OptionRule } from './option-rules.js';
import { outputWidth, withWidth } from './output-width.js';
import { changedOutput, shownOutput } from './shown-output.js';
import { longFlag, type Verb, type VerbOption } from './verb.js';

const WIDEST_HELP = 100;

/** A program made of verbs. */
export interface CommandLine {
  /** Name of the command: `entente`. */
  readonly name: string;
  readonly summary: string;
  readonly version: string;
  readonly verbs: readonly Verb[];
  /** Printed below the list of verbs. */
  readonly epilogue?: string;
}

/**
 * Runs one command and returns its exit code: 0; 1 for a failure; 2 for a command that cannot be read; 129, 130 or 143 after a stop.
 * The output holds no secrets and no control characters but its own. Never throws: every error becomes one line on stderr, with its
 * stack only under `--log-level debug`.
 */
export async function runCommandLine(commandLine: CommandLine, argv: readonly string[], given: ConsoleIo): Promise<number> {
  const secrets = new KnownSecrets();
  secrets.addTyped(argv);
  secrets.addFrom(given);
  const io = { ...given, secrets, stdout: shownOutput(given.stdout, secrets), stderr: shownOutput(given.stderr, secrets) };
  let exitCode = 0;
  const program = buildProgram(commandLine, { argv, io }, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return 0;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure = error instanceof CommanderError ? toUsageError(error, commandLine, argv) : error;
    io.stderr.write(`${createStyle(hasColors(io.stderr, io.env)).red('error:')} ${explainError(failure)}\n`);
    if (asksForStack(argv) && error instanceof Error && error.stack) io.stderr.write(`${withoutKeyShapes(error.stack)}\n`);
    return failure instanceof UsageError ? failure.exitCode : 1;
  }
}

function buildProgram(
  { name, summary, version, verbs, epilogue }: CommandLine,
  { argv, io }: { readonly argv: readonly string[]; readonly io: ConsoleIo },
  onExit: (code: number) => void,
): Command {
  const program = new Command(name);
  prepare(program, io).description(summary).version(version, '-V, --version', 'print the version').usage('<verb> [options]');
  program.helpCommand(false);
  program.addHelpText('after', `\n${epilogue ?? ''}For the options of a verb: ${name} <verb> --help`);
  for (const verb of verbs) {
    const command = prepare(program.command(verb.name), io).summary(verb.summary);
    command.description(verb.details === undefined ? verb.summary : `${verb.summary}\n\n${verb.details}`);
    for (const argument of verb.arguments ?? []) command.argument(argument.name, argument.description);
    const options = Object.entries(verb.options).flatMap(([key, definition]) => {
      const named = [definition, ...(definition.aliases ?? []).map((flags) => aliasOf(definition, flags))];
      return named.map((each) => ({ key, definition: each, ...addOption(command, each) }));
    });
    const examples = verb.examples.map((example) => `  ${name} ${example}`).join('\n');
    command.addHelpText('after', `\nExample${verb.examples.length > 1 ? 's' : ''}:\n${examples}`);
    command.action(async () => {
      assertGivenOnce(
        options.map(({ option, definition, texts }) => ({
          option: definition,
          texts: option.variadic ? variadicTexts(argv, option) : texts,
        })),
      );
      const given = command.opts<Record<string, unknown>>();
      const isGiven = ({ attribute }: AddedOption): boolean => command.getOptionValueSource(attribute) === 'cli';
      const fromCommand = new Map<string, (typeof options)[number]>();
      for (const option of options.filter(isGiven)) {
        const other = fromCommand.get(option.key);
        if (other === undefined) fromCommand.set(option.key, option);
        else assertSame([other, option], given);
      }
      const values = Object.fromEntries(
        Object.entries(verb.options).map(([key, { default: fallback }]) => [
          key,
          given[fromCommand.get(key)?.attribute ?? ''] ?? fallback,
        ]),
      );
      const notes = assertRules(verb.rules ?? [], {
        words: command.args,
        values,
        isGiven: (key) => fromCommand.has(key),
        flag: (key) => longFlag((fromCommand.get(key)?.definition ?? verb.options[key])?.flags ?? key),
      });
      for (const note of notes) io.stderr.write(`${note}\n`);
      onExit(await verb.run({ words: command.args, options: values, io: laidOutFor(io, values) }));
    });
  }
  return program;
}

interface AddedOption {
  readonly option: Option;
  /** Name by which commander keeps the value. */
  readonly attribute: string;
  /** Text of each occurrence, filled while the command is read. */
  readonly texts: readonly string[];
}

function addOption(
  command: Command,
  { flags, description, parse, default: usual, shownDefault }: VerbOption<unknown>,
): AddedOption {
  const option = new Option(flags, description);
  if (parse) option.argParser((value: string, before: unknown) => parse(value, before));
  // Without a value, a flag that reads one stands for yes.
  if (parse && !flags.includes('<')) option.preset('true');
  // Commander shows a default in quotes; `false` for a flag, or an empty list, tells the reader nothing.
  if (usual !== undefined && usual !== false && !isEmptyList(usual))
    option.default(usual, shownDefault ?? JSON.stringify(usual).replaceAll('"', ''));
  command.addOption(option);
  const texts: string[] = [];
  command.on(`option:${option.name()}`, (text: string | null | undefined) => texts.push(text ?? 'true'));
  return { option, attribute: option.attributeName(), texts };
}

/** An option under another name. Only the first name has the default and the explanation. */
function aliasOf({ default: _default, ...option }: VerbOption<unknown>, flags: string): VerbOption<unknown> {
  return { ...option, flags, description: `same as ${longFlag(option.flags)}` };
}

/** @throws UsageError where two names of one option are given different values */
function assertSame(
  options: readonly (AddedOption & { readonly definition: VerbOption<unknown> })[],
  given: Readonly<Record<string, unknown>>,
): void {
  const [first, second] = options.map(({ attribute, definition }) => ({
    flag: longFlag(definition.flags),
    value: String(given[attribute]),
  }));
  if (first?.value !== second?.value)
    throw new UsageError(
      `${first?.flag} and ${second?.flag} set the same thing, and are given different values; leave out one of them.`,
    );
}

/** The words of each occurrence of an option that takes several, for which commander tells words alone. */
function variadicTexts(argv: readonly string[], { long, short }: Option): readonly string[] {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const isFlag = (word: string): boolean => word === long || word === short || word.startsWith(`${long}=`);
  return words.flatMap((word, at) => {
    if (!isFlag(word)) return [];
    if (word.includes('=')) return [word.slice(word.indexOf('=') + 1)];
    const rest = words.slice(at + 1);
    const next = rest.findIndex((each) => each.startsWith('-'));
    return [(next < 0 ? rest : rest.slice(0, next)).join(' ')];
  });
}

/** Applies `--json` and `--width` for whichever verb has them, so that none can take it and not use it. @throws UsageError for both */
function laidOutFor(io: ConsoleIo, { width, json }: Readonly<Record<string, unknown>>): ConsoleIo {
  if (typeof width !== 'number') return json === true ? { ...io, stdout: changedOutput(io.stdout, printableJson) } : io;
  if (json === true) throw new UsageError('--width lays out text for people; leave it out with --json.');
  return withWidth(io, width);
}

/** @returns notes for stderr @throws UsageError for the first option that would do nothing in this command */
function assertRules(rules: readonly OptionRule[], given: GivenOptions): readonly string[] {
  return rules.flatMap((rule) => {
    const complaint = rule(given);
    if (typeof complaint === 'string') throw new UsageError(complaint);
    return complaint === undefined ? [] : [complaint.note];
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function prepare(command: Command, io: ConsoleIo): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'print this')
    .configureHelp({
      showGlobalOptions: false,
      // Leaves out commander's remark on the value of a flag that is given none.
      optionDescription: ({ description, defaultValueDescription: usual }) =>
        usual === undefined ? description : `${description} (default: ${usual})`,
    })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(WIDEST_HELP, outputWidth(io.stdout)),
      getErrHelpWidth: () => Math.min(WIDEST_HELP, outputWidth(io.stderr)),
    });
}

function toUsageError(error: CommanderError, { name, verbs }: CommandLine, argv: readonly string[]): UsageError {
  const message = error.message
    .replace(/^error: /, '')
    // The value of an option that there is not, `--key=...`, may be anything.
    .replace(/(unknown option '[^'=]*)=.*'/s, "$1'")
    .replace(/\s*\n\s*/g, ' ')
    .replace(/'([^']*)'/g, '"$1"')
    .replace(/\.$/, '')
    .replace('unknown command', 'unknown verb');
  const verb = verbs.find((candidate) => candidate.name === argv[0]);
  const where = verb ? `${name} ${verb.name} --help lists what there is` : `${name} --help lists the verbs`;
  // Commander ends a suggestion with a question mark: (Did you mean --seeds?)
  return new UsageError(`${message}. ${where}.`, { cause: error });
}

function asksForStack(argv: readonly string[]): boolean {
  return argv.some((word, index) => word === '--log-level=debug' || (word === '--log-level' && argv[index + 1] === 'debug'));
}
