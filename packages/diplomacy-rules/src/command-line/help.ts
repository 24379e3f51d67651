import type { Verb } from './verb.js';

/** Text of `--help`. */
export function helpOf(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return `The rules of Diplomacy on the command line.

Usage: diplomacy-rules VERB …

Verbs:
${verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

Each verb explains itself: diplomacy-rules verify --help
Exit codes: 0 all is well; 1 something differs or failed; 2 nothing does, but the command or a file
cannot be read.`;
}

/** Text of `VERB --help`. */
export function helpOfVerb({ name, usage, summary, details, options }: Verb): string {
  const all: Verb['options'] = { ...options, help: { type: 'boolean', description: 'print this help' } };
  const rows = Object.entries(all).map(
    ([option, { value, description }]) => [`--${option}${value === undefined ? '' : ` ${value}`}`, description] as const,
  );
  const width = Math.max(...rows.map(([option]) => option.length));
  return `diplomacy-rules ${name}: ${summary}

Usage: diplomacy-rules ${name} ${usage}

${details}

Options:
${rows.map(([option, description]) => `  ${option.padEnd(width)}  ${description}`).join('\n')}`;
}
