import { parseArgs } from 'node:util';
import { DiplomacyRulesError } from '../errors.js';
import { adjudicateVerb } from './adjudicate-verb.js';
import { casesVerb } from './cases-verb.js';
import { helpOf, helpOfVerb } from './help.js';
import { mapVerb } from './map-verb.js';
import type { Streams } from './streams.js';
import { writeLine } from './streams.js';
import type { Verb, VerbInput } from './verb.js';
import { UsageError } from './verb.js';
import { verifyVerb } from './verify-verb.js';

const VERBS: readonly Verb[] = [adjudicateVerb, casesVerb, mapVerb, verifyVerb];

/**
 * Runs one command, given as the words after the program's name.
 * @returns The exit code: 0 for success, 1 for mismatches or failures, 2 if the command or its input cannot be read, with one line on
 * stderr.
 */
export async function runCommandLine(words: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = words;
  try {
    if (name === undefined || ['help', '--help', '-h'].includes(name)) {
      await writeLine(name === undefined ? streams.stderr : streams.stdout, helpOf(VERBS));
      return name === undefined ? 2 : 0;
    }
    const verb = VERBS.find((candidate) => candidate.name === name);
    if (verb === undefined) {
      throw new UsageError(`there is no verb "${name}"; there are ${VERBS.map((known) => known.name).join(', ')}.`);
    }
    const input = readWords(verb, rest);
    if (input.options['help'] === true) {
      await writeLine(streams.stdout, helpOfVerb(verb));
      return 0;
    }
    if (input.files.length === 0) throw new UsageError(`a file is needed: diplomacy-rules ${name} ${verb.usage}`);
    return await verb.run(input, streams);
  } catch (error) {
    if (!(error instanceof UsageError) && !DiplomacyRulesError.isInstance(error)) throw error;
    await writeLine(streams.stderr, `diplomacy-rules: ${error.message}`);
    return 2;
  }
}

function readWords({ name, options }: Verb, words: readonly string[]): VerbInput {
  const known = Object.fromEntries(Object.entries(options).map(([option, { type }]) => [option, { type }]));
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...words],
      tokens: true,
      options: { ...known, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    const given = new Map<string, string | undefined>();
    for (const token of tokens) {
      if (token.kind !== 'option') continue;
      const before = given.get(token.name);
      const value = token.value as string | undefined;
      if (before !== undefined && before !== value)
        throw new UsageError(`--${token.name} is given more than once, as "${before}" and "${value ?? ''}"; give it once.`);
      given.set(token.name, value);
    }
    return { files: positionals, options: values };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [sentence = ''] = (error as Error).message.split(/\.(?: |$)/);
    throw new UsageError(`${sentence}; see diplomacy-rules ${name} --help`);
  }
}
