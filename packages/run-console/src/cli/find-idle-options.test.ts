import { describe, expect, it } from 'vitest';
import { findIdleOptions, type Observed } from './find-idle-options.js';
import type { CommandLine } from './run-command-line.js';
import { alsoCalled, choice, defineVerb, flag, repeated, text, wholeNumber, withDefault, words } from './verb.js';

const play = defineVerb({
  name: 'play',
  summary: 'plays',
  options: {
    steps: wholeNumber('--steps <n>', 'steps'),
    fast: alsoCalled(flag('-f, --fast', 'fast'), '--quick'),
    form: withDefault(choice('--form <name>', 'form', ['plain', 'rich']), 'plain'),
    names: words('--names <list>', 'names'),
    set: repeated('--set <key=value>', 'set', (value) => {
      if (!value.includes('=')) throw new Error('no key');
      return value;
    }),
    odd: text('--odd <text>', 'odd'),
  },
  examples: [],
  run: async () => 0,
});
const commandLine: CommandLine = { name: 'tool', summary: '', version: '1', verbs: [play] };

/** Tries the options on a program that answers by `answer`; returns the findings, and the commands that were run. */
async function tried(
  answer: (argv: readonly string[]) => Partial<Observed>,
  more: Partial<Parameters<typeof findIdleOptions>[0]> = {},
) {
  const commands: string[] = [];
  const idle = await findIdleOptions({
    commandLine,
    commands: { play: { usual: ['a', '--steps', '3', '-x'] } },
    observe: async (argv) => {
      commands.push(argv.join(' '));
      return { exitCode: 0, said: argv.join(' '), complaint: '', ...answer(argv) };
    },
    ...more,
  });
  return { idle, commands };
}

describe('findIdleOptions', () => {
  it('gives each option once under each of its names, in the place of what the command gives', async () => {
    const { idle, commands } = await tried(() => ({}));
    expect(idle).toEqual([]);
    expect(commands).toEqual([
      'play a --steps 3 -x',
      'play a -x --steps 2',
      'play a --steps 3 -x --fast',
      'play a --steps 3 -x --quick',
      'play a --steps 3 -x --form rich',
      'play a --steps 3 -x --names 2',
      'play a --steps 3 -x --set',
      'play a --steps 3 -x --odd 2',
    ]);
  });

  it('takes values for an option, or for it in one kind of command, and further usual ones', async () => {
    const { commands } = await tried(() => ({}), {
      values: { names: 'a b', 'play, usual: names': 'c d', odd: 'x' },
      usualValues: ['key=1'],
    });
    expect(commands.slice(-3)).toEqual([
      'play a --steps 3 -x --names c d',
      'play a --steps 3 -x --set key=1',
      'play a --steps 3 -x --odd x',
    ]);
  });

  it('takes away an option at the end of a command too', async () => {
    const { commands } = await tried(() => ({}), { commands: { play: { usual: ['a', '--steps', '3'] } } });
    expect(commands[1]).toBe('play a --steps 2');
  });

  it('finds options that change nothing, and those that make the command fail', async () => {
    const { idle } = await tried((argv) => {
      if (argv.includes('--fast')) return { said: 'play a --steps 3 -x' };
      if (argv.includes('--odd')) return { exitCode: 3, complaint: 'a bug' };
      return argv.includes('--form') ? { exitCode: 1 } : {};
    });
    expect(idle).toEqual(['play, usual: fast ()', 'play, usual: odd (a bug)']);
  });

  it('lets a refusal pass only where it names the option', async () => {
    const { idle } = await tried((argv) => {
      if (argv.includes('--fast')) return { exitCode: 2, complaint: 'error: --fast has no effect here' };
      return argv.includes('--odd') ? { exitCode: 2, complaint: 'error: --form is missing' } : {};
    });
    expect(idle).toEqual(['play, usual: odd (error: --form is missing)']);
  });

  it('leaves out exempt options, everywhere or in one kind of command', async () => {
    const { commands } = await tried(() => ({}), {
      exempt: { odd: 'why', 'play, usual: form': 'why', 'play, other: names': '' },
    });
    expect(commands.some((command) => /--odd|--form/.test(command))).toBe(false);
    expect(commands.some((command) => command.includes('--names'))).toBe(true);
  });

  it('misses verbs without a command', async () => {
    expect((await tried(() => ({}), { commands: {} })).idle).toEqual(['play: no command is given']);
  });
});
