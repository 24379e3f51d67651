import { describe, expect, it } from 'vitest';
import { runCommandLine } from './run-command-line.js';
import { choice, defineVerb, flag, parsed, repeated, text, wholeNumber, withDefault, words } from './verb.js';

const options = {
  seed: withDefault(text('--seed <seed>', 'draws'), '1'),
  rounds: wholeNumber('-r, --rounds <n>', 'rounds'),
  model: text('--model <id>', 'plays'),
  format: choice('--format <form>', 'form', ['table', 'csv']),
  pairs: words('--pairs <list>', 'couples'),
  set: repeated('--set <key=value>', 'changes', (value) => value),
  compare: parsed('--compare <A B...>', 'sides', (word, before): readonly string[] => [
    ...((before ?? []) as readonly string[]),
    word,
  ]),
  quiet: flag('-q, --quiet', 'no progress'),
  plan: parsed('--plan [bool]', 'plans', (value) => value),
} as const;

async function run(line: string) {
  const said: string[] = [];
  let given: unknown = null;
  const verb = defineVerb({
    name: 'go',
    summary: 'goes',
    options,
    examples: ['go'],
    run: async (call) => {
      given = call.options;
      return 0;
    },
  });
  const exitCode = await runCommandLine({ name: 'program', summary: 's', version: '0', verbs: [verb] }, line.split(' '), {
    stdout: { write: () => {} },
    stderr: { write: (written) => said.push(written) },
    env: {},
    cwd: '/',
    signals: { on: () => {}, off: () => {} },
  });
  return { exitCode, stderr: said.join(''), given };
}

describe('an option that is given twice', () => {
  it.each([
    ['go --seed 1 --seed 2', '--seed is given more than once, as "1" and "2"; give it once.'],
    ['go --seed=2 --quiet --seed 1', '--seed is given more than once, as "2" and "1"; give it once.'],
    ['go --seed 2 --seed 2 --seed 3', '--seed is given more than once, as "2" and "3"; give it once.'],
    ['go -r 1 --rounds 2', '--rounds is given more than once, as "1" and "2"; give it once.'],
    ['go --format csv --format table', '--format is given more than once, as "csv" and "table"; give it once.'],
    ['go --plan --plan no', '--plan is given more than once, as "true" and "no"; give it once.'],
    ['go --pairs a,b --pairs c', '--pairs is given more than once, as "a,b" and "c"; write one list, with commas.'],
    [
      'go --compare a b --compare c d',
      '--compare is given more than once, as "a b" and "c d"; write all its words behind one --compare.',
    ],
    [
      'go --compare=a --compare b',
      '--compare is given more than once, as "a" and "b"; write all its words behind one --compare.',
    ],
  ])('is refused where the values differ: %s', async (line, expected) => {
    expect(await run(line)).toEqual({ exitCode: 2, stderr: `error: ${expected}\n`, given: null });
  });

  it('is refused without the keys that its values carry', async () => {
    const key = `sk-${'a1B2'.repeat(12)}`;
    const { stderr } = await run(`go --model openai:one#${key} --model openai:two#short`);
    expect(stderr).toBe('error: --model is given more than once, as "openai:one" and "openai:two"; give it once.\n');
    expect((await run(`go --model ${key} --model other`)).stderr).not.toContain(key);
  });

  it.each([
    ['go --seed 2 --seed 2', { seed: '2' }],
    ['go -q --quiet', { quiet: true }],
    ['go --set a=1 --set b=2', { set: ['a=1', 'b=2'] }],
    ['go --compare a b c', { compare: ['a', 'b', 'c'] }],
    ['go --compare a b --seed 3', { compare: ['a', 'b'], seed: '3' }],
    ['go --seed --pairs', { seed: '--pairs' }],
  ])('is taken where nothing is lost: %s', async (line, expected) => {
    expect(await run(line)).toMatchObject({ exitCode: 0, given: expected });
  });
});
