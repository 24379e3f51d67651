import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/cli/run-command-line.js';
import { counterCommandLine, createCounterConsole, type CounterConsole } from './counter-console.js';

let cli: CounterConsole;
let one: string;
let two: string;
/** Runs a command that must succeed and returns its stdout. */
const out = async (...argv: readonly string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await cli.run(...argv);
  expect([exitCode, stderr.match(/error: .*/)?.[0]]).toEqual([0, undefined]);
  return stdout;
};
const refused = async (...argv: readonly string[]): Promise<string> => {
  const { exitCode, stderr } = await cli.run(...argv);
  expect(exitCode).toBe(2);
  return stderr;
};
const cells = (table: string, row: RegExp): readonly string[] =>
  table
    .split('\n')
    .find((line) => row.test(line))!
    .trim()
    .split(/\s{2,}/);

beforeAll(async () => {
  cli = createCounterConsole();
  await out('count', '--seeds', '1,2', '--quiet', '--durability', 'process');
  [one = '', two = ''] = cli.runs();
});
afterAll(() => cli.remove());

/** Numbers that a run added, from its journal. */
const numbersOf = (runId: string): readonly unknown[] =>
  cli
    .journal(runId)
    .flatMap((entry) => (entry['type'] === 'fact-recorded' ? [(entry['fact'] as { amount: number }).amount] : []));

describe('a batch', () => {
  it('names runs by seed and identity, and does not play them twice', async () => {
    expect([one, two]).toEqual([
      expect.stringMatching(/^count~s1~[0-9a-f]{8}$/),
      expect.stringMatching(/^count~s2~[0-9a-f]{8}$/),
    ]);
    const again = await out('count', '--seeds', '1,2', '--quiet');
    expect(again).toContain('2 runs had finished before and were not played again (--new plays a further replicate).');
    expect(cli.runs()).toEqual([one, two]);
  });

  it('reports events, and nothing else, under --json', async () => {
    const events = (await out('count', '--seeds', '3,', '--json', '--runs-dir', 'others', '--durability', 'process'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(events.map(({ event }) => event)).toEqual([
      ...['batch-planned', 'run-started', 'step-ended'],
      ...['step-ended', 'run-ended', 'batch-ended'],
    ]);
    const ended = events.find(({ event }) => event === 'run-ended')!;
    expect(ended).toMatchObject({ status: 'completed', history: 'new', result: { seed: '3' }, totals: { calls: 2 } });
    expect(ended).not.toHaveProperty('reason');
    expect(events.at(-1)).toMatchObject({ completed: 1, failed: 0, interrupted: 0, costUsd: 0 });
  });
});

describe('help', () => {
  it('shows the words and the examples of the kind of run', async () => {
    const help = (await Promise.all(['fork', 'show', 'resume'].map((verb) => out(verb, '--help')))).join('\n');
    expect(help).toContain('play a run again from one of its steps on');
    expect(help).toContain('counter fork count~s1~9f3a01c2 --at step-2 --set model=openai:gpt-4o-mini');
    expect(help).toContain('a call (step-1/add#0), or a branch of the tree (step-1)');
    expect(help).toContain('--max-all-tokens <n>');
    expect(help).not.toContain('--max-tokens');
  });

  it('needs no kind of run', async () => {
    const said: string[] = [];
    const io = { stdout: { write: (text: string) => said.push(text) }, stderr: { write: () => {} }, env: {}, cwd: cli.cwd };
    const signals = { on: () => {}, off: () => {} };
    expect(await runCommandLine(counterCommandLine, ['--help'], { ...io, signals })).toBe(0);
    expect(said.join('')).toContain('list the recorded runs and their progress');
  });

  it('ends a suggestion with a stop', async () => {
    expect(await refused('count', '--sceds', '2')).toBe(
      'error: unknown option "--sceds" (Did you mean --seeds?). counter count --help lists what there is.\n',
    );
  });
});

describe('runs', () => {
  it('lists status, last step, calls and model of each', async () => {
    const listed = (await out('runs', '--json'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(listed).toMatchObject([
      { run: one, title: 'up to 2', model: 'offline', status: 'completed', lastStep: 'step-2', calls: 2, movedTo: null },
      { run: two },
    ]);
    expect(listed[0]).not.toHaveProperty('copyOf');
  });

  it('marks copies, and reports on none of them', async () => {
    cpSync(cli.path('runs', one), cli.path('copied', one), { recursive: true });
    cpSync(cli.path('runs', one), cli.path('copied', 'copy'), { recursive: true });
    expect(cells(await out('runs', '--runs-dir', 'copied'), /^copy /).at(-1)).toBe(one);
    const { stdout, stderr } = await cli.run('report', '--runs-dir', 'copied', '--tables', 'results');
    expect(stderr).toBe(`copy is a copy of ${one} and is left out\n`);
    expect(stdout).toContain('Results (1 run)');
  });

  it('tells of an empty folder', async () => {
    expect((await cli.run('runs', '--runs-dir', 'none')).stderr).toBe(
      'There is no run in none yet; --runs-dir says where else to look.\n',
    );
  });
});

describe('show', () => {
  it('draws the tree of calls under title and settings', async () => {
    const shown = await out('show', 'count~s1');
    expect(shown).toContain(`up to 2  ${one}, seed 1, 2 calls\nSettings: steps 2, factor 1.`);
    expect(cells(shown, /^step-1/)).toEqual([
      'step-1/add#0',
      'add 1',
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^\d+$/),
      '0 ms',
    ]);
  });

  it('shows prompt, reply and value of one call', async () => {
    const shown = await out('show', one, 'step-2/add');
    const [first = 0, second = 0] = numbersOf(one) as number[];
    expect(shown).toContain(`The sum is ${first}. Which number is added?`);
    expect(shown).toContain(`{ "amount": ${second} }`);
  });

  it('lists facts by step, and tells the story', async () => {
    const OFFLINE =
      'Played by the offline model: rules of thumb, not a language model. Nothing here says anything about people.\n';
    const [first = 0, second = 0] = numbersOf(one) as number[];
    expect(await out('show', one, '--facts')).toBe(
      `step-1  {"type":"added","amount":${first}}\nstep-2  {"type":"added","amount":${second}}\n`,
    );
    expect(await out('show', one, 'step-2', '--facts')).toBe(`step-2  {"type":"added","amount":${second}}\n`);
    expect(await out('show', one, '--story')).toBe(
      `up to 2  ${one}, seed 1\n${OFFLINE}step-1 adds ${first}\nstep-2 adds ${second}\n`,
    );
  });

  it('refuses a path that no call has, with the nearest', async () => {
    expect(await refused('show', one, 'step-1/ad#0')).toContain(
      `${one} has no call at "step-1/ad#0" (did you mean step-1/add#0?)`,
    );
    expect(await refused('show', one, '--story', '--facts')).toContain('--story tells the whole run; leave out --facts.');
    expect(await refused('show', one, '--facts', '--width', '80')).toContain('leave out --width');
    expect(await refused('show', 'count')).toContain('Several runs begin with "count"');
  });
});

describe('replay', () => {
  it('finds every fact again without asking a model', async () => {
    expect(await out('replay', one)).toBe(`same  ${one}: 2 facts from 2 recorded answers, to its end. No model was asked.\n`);
    expect(JSON.parse(await out('replay', one, '--json'))).toEqual({
      ...{ event: 'run-replayed', run: one, facts: 2, calls: 2, complete: true },
    });
  });

  it('fails where a fact does not follow from the answers', async () => {
    cpSync(cli.path('runs', one), cli.path('changed', one), { recursive: true });
    const file = cli.path('changed', one, 'journal.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"type":"added","amount":', '"type":"added","amount":1'));
    const { exitCode, stderr } = await cli.run('replay', one, '--runs-dir', 'changed');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(one);
  });
});

describe('fork', () => {
  const forks = (): readonly string[] => cli.runs().filter((name) => name.startsWith(`${one}~`));

  it('plays the step again from its record, under an edit and without', async () => {
    const [first = 0, second = 0] = numbersOf(one) as number[];
    const { stderr } = await cli.run('fork', one, '--at', 'step-2', '--set', 'factor=3', '--durability', 'process');
    expect(stderr).toContain(`1 fork of ${one} at step-2: factor=3.`);
    expect(forks()).toEqual([expect.stringMatching(/~step-2-e[0-9a-f]{7}-0$/)]);
    expect(numbersOf(forks()[0]!)).toEqual([first, 3 * second]);
    expect(await out('replay', forks()[0]!)).toContain('What it took over before step-2 was played by other settings');
    await out('fork', one, '--at', 'step-2', '--quiet', '--durability', 'process');
    const control = forks().find((name) => name.endsWith('~step-2-0'))!;
    expect(numbersOf(control)).toEqual([first, second]);
  });

  it('puts edited replies in the place of those on record', async () => {
    writeFileSync(cli.path('replies.json'), JSON.stringify({ 'step-2/add#0': { amount: 6 } }));
    const before = new Set(forks());
    const [, second = 0] = numbersOf(one) as number[];
    if (second === 6) return;
    await out('fork', one, '--at', 'step-2', '--edit-replies', 'replies.json', '--quiet', '--durability', 'process');
    const [edited = ''] = forks().filter((name) => !before.has(name));
    expect(numbersOf(edited).at(-1)).toBe(6);
    expect(await out('show', edited, '--story')).toContain('Edited reply: step-2/add#0');
  });

  it.each([
    [
      'an unknown key',
      ['--at', 'step-2', '--set', 'faktor=2'],
      '--set knows no "faktor" (did you mean factor?); there is model, factor.',
    ],
    ['a key twice', ['--at', 'step-2', '--set', 'factor=2', '--set', 'factor=3'], '--set gives factor twice; give it once.'],
    ['a bad value', ['--at', 'step-2', '--set', 'factor=x'], '--set factor cannot be "x"'],
    ['no step', [], 'Say with --at before which step to fork'],
    ['no value', ['--at', 'step-2', '--set', 'factor'], '--set cannot be "factor"; write a key and its value'],
  ])('refuses %s', async (_name, options, complaint) => {
    expect(await refused('fork', one, ...options)).toContain(complaint);
  });

  it('notes a value that changes nothing, and makes no edit of it', async () => {
    const { stderr } = await cli.run('fork', one, '--at', 'step-2', '--set', 'factor=1', '--durability', 'process');
    expect(stderr).toContain(`--set factor=1 is how ${one} goes on anyway: no edit.`);
    expect(stderr).toContain('nothing is changed');
  });
});

describe('resume', () => {
  it('continues a run that a budget stopped, and asks only for missing answers', async () => {
    const stopped = await cli.run(
      'count',
      '--runs-dir',
      'stopped',
      '--steps',
      '4',
      '--max-all-tokens',
      '2020',
      '--durability',
      'process',
    );
    expect(stopped.exitCode).toBe(1);
    const [name = ''] = cli.runs('stopped');
    expect(stopped.stdout).toContain(`resume it: counter resume ${name} --runs-dir stopped`);
    const resumed = await cli.run('resume', '--all', '--runs-dir', 'stopped', '--json', '--durability', 'process');
    expect(resumed.exitCode).toBe(0);
    const events = resumed.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(events.find(({ event }) => event === 'run-started')).toMatchObject({ run: name, resumed: true });
    expect(events.find(({ event }) => event === 'run-ended')).toMatchObject({ status: 'completed', totals: { calls: 4 } });
    expect((await cli.run('resume', '--all', '--runs-dir', 'stopped')).stderr).toContain('there is nothing to resume');
  });

  it('says which runs it wants', async () => {
    expect(await refused('resume')).toContain('Say which runs to resume, or --all');
    expect(await refused('resume', one, '--all')).toContain('Name runs, or say --all, not both.');
    expect((await cli.run('resume', one, '--quiet')).stderr).toContain(`${one} has ended; nothing is asked again.`);
  });
});

describe('report', () => {
  it('has the columns of the kind, its tables, and usage', async () => {
    const text = await out('report', one, two);
    const [first = 0, second = 0] = numbersOf(one) as number[];
    expect(cells(text, new RegExp(`^${one}  1 `))).toEqual([one, '1', String(first + second), 'completed']);
    expect(text).toContain('Played by the offline model');
    expect(text).toMatch(/Numbers \(2 runs\)[\s\S]*Time \(2 runs\)[\s\S]*Usage by prompt \(2 runs\)/);
    expect(cells(text, /^add /).slice(0, 2)).toEqual(['add', '4']);
  });

  it('writes one table as CSV, with who played in every row', async () => {
    const { stdout } = await cli.run('report', one, '--format', 'csv', '--out', 'results.csv');
    expect(stdout).toBe('');
    const [head = '', row = ''] = readFileSync(cli.path('results.csv'), 'utf8').split('\n');
    expect(head.split(',').slice(0, 1)).toEqual(['run']);
    expect(row.split(',').at(-1)?.trim()).toBe('true');
    expect(await refused('report', '--format', 'csv', '--tables', 'results,timing')).toContain('CSV holds one table');
    expect(await refused('report', '--tables', 'resluts')).toContain(
      'There is no table "resluts"; there are results, numbers, timing',
    );
    expect(await refused('report', '--raw')).toContain('only CSV has apostrophes before formulas');
  });
});

describe('doctor', () => {
  it('tries the offline model, and no embeddings for a kind that uses none', async () => {
    const findings = (await out('doctor', '--model', 'offline', '--json'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { check: string });
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['Node', 'runs folder', 'key', 'plain call', 'structured call', 'eight at once']),
    );
    expect(findings.some(({ check }) => check === 'embedding')).toBe(false);
    expect(await out('doctor', '--embedding-model', 'offline')).toMatch(/embedding +\d+ dimensions/);
  });
});

describe('a study', () => {
  const STUDY =
    'name: factors\nprogram: counter\nseeds: [1, 2]\nsettings:\n  steps: 2\nconditions:\n  plain: {}\n  doubled: { factor: 2 }\ncompare:\n  - [plain, doubled]\n';

  it('estimates without asking, then plays every condition and names the next command', async () => {
    writeFileSync(cli.path('factors.yaml'), STUDY);
    const estimate = await out('study', 'factors.yaml', '--dry-run', '--runs-dir', 'studied');
    expect(estimate).toContain('factors: 4 counts, 2 conditions');
    expect(cells(estimate, /^doubled/).slice(0, 3)).toEqual(['doubled', '2', '4']);
    const played = await out('study', 'factors.yaml', '--quiet', '--runs-dir', 'studied', '--durability', 'process');
    expect(played).toContain('counter report --compare plain doubled --study factors --runs-dir studied');
    expect(cli.runs('studied').map((name) => name.replace(/~[0-9a-f]{8}$/, ''))).toEqual([
      'factors~s1',
      'factors~s1',
      'factors~s2',
      'factors~s2',
    ]);
    const ofStudy = await cli.run('report', '--study', 'factors', '--runs-dir', 'studied', '--tables', 'results');
    expect(ofStudy.stdout).toContain('Results (4 runs)');
    expect(await refused('report', '--study', 'oaks', '--runs-dir', 'studied')).toContain(
      'No run here is of the study "oaks"; there are factors.',
    );
  });
});
