import type { CommandLine } from './run-command-line.js';
import { longFlag, type VerbOption } from './verb.js';

/** Visible effects of a command. */
export interface Observed {
  readonly exitCode: number;
  /** Everything that it printed and wrote, as one text. */
  readonly said: string;
  /** The last line on stderr. */
  readonly complaint: string;
}

export interface OptionTrial {
  readonly commandLine: CommandLine;
  /** Each kind of command, by verb and name: the words and options behind the verb. */
  readonly commands: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /**
   * Values by option key, or by `report, forks: format` for one kind of command, where none of the usual ones can be read or makes a
   * difference.
   * @default {}
   */
  readonly values?: Readonly<Record<string, string>>;
  /** Further values that options of this program can read, such as names of its steps. @default [] */
  readonly usualValues?: readonly string[];
  /** Options that are not tried, and verbs of which none is, each with the reason, by the same names. @default {} */
  readonly exempt?: Readonly<Record<string, string>>;
  /** Runs a command in a place that is the same each time. */
  readonly observe: (argv: readonly string[]) => Promise<Observed>;
}

/**
 * Gives every option of every verb once in each kind of command. An option must change what can be observed, or the command must
 * be refused by a line that names it.
 * @returns one line for each option that does neither, `play, fork: new`; and one for each verb without a command
 */
export async function findIdleOptions(trial: OptionTrial): Promise<readonly string[]> {
  const { commandLine, commands, values = {}, usualValues = [], exempt = {}, observe } = trial;
  // Most options can read one of these; choices of the option itself come before them.
  const usual = ['2', 'offline', ...usualValues, 'true', '90s', 'file'];
  const idle: string[] = [];
  for (const verb of commandLine.verbs) {
    if (exempt[verb.name] !== undefined) continue;
    const kinds = Object.entries(commands[verb.name] ?? {});
    if (kinds.length === 0) idle.push(`${verb.name}: no command is given`);
    for (const [kind, words] of kinds) {
      const plain = await observe([verb.name, ...words]);
      const named = Object.entries(verb.options).flatMap(([key, option]) =>
        [option.flags, ...(option.aliases ?? [])].map((flags) => ({ key, option, flag: longFlag(flags) })),
      );
      for (const { key, option, flag } of named) {
        const name = `${verb.name}, ${kind}: ${key}`;
        if ((exempt[name] ?? exempt[key]) !== undefined) continue;
        const given = await observe([
          verb.name,
          ...without(option, words),
          ...wordsOf(option, flag, { value: values[name] ?? values[key], usual }),
        ]);
        const isRefused = given.exitCode === 2 && given.complaint.includes(flag);
        if (!isRefused && (given.exitCode > 1 || given.said === plain.said)) idle.push(`${name} (${given.complaint})`);
      }
    }
  }
  return idle;
}

/** A command without an option that it gives under any of its names, so that it can be given otherwise. */
function without({ flags, aliases = [] }: VerbOption<unknown>, words: readonly string[]): readonly string[] {
  const names = [flags, ...aliases].map(longFlag);
  const at = words.findIndex((word) => names.includes(word));
  if (at < 0) return words;
  const next = words.slice(at + 1).findIndex((word) => word.startsWith('-'));
  return [...words.slice(0, at), ...(next < 0 ? [] : words.slice(at + 1 + next))];
}

function wordsOf(
  option: VerbOption<unknown>,
  flag: string,
  { value, usual }: { readonly value: string | undefined; readonly usual: readonly string[] },
): readonly string[] {
  if (!/[<[]/.test(option.flags)) return [flag];
  if (value !== undefined) return [flag, ...value.split(' ')];
  const choices = option.choices ?? [];
  const found = [...choices.filter((choice) => choice !== option.default), ...usual].find((candidate) =>
    isRead(option, candidate),
  );
  return found === undefined ? [flag] : [flag, found];
}

function isRead({ parse }: VerbOption<unknown>, text: string): boolean {
  try {
    parse?.(text, undefined);
    return true;
  } catch {
    return false;
  }
}
