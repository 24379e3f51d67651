import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createSleeplessClock } from '@entente/llm-clients/testing';
import { findIdleOptions, type Observed } from '@entente/run-console';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { relationshipCommandLine } from '../src/cli/relationship-command-line.js';
import { createMemoryConsole } from './memory-console.js';

const SHORT = ['--model', 'offline', '--scenes', '2', '--interactions-per-scene', '2', '--durability', 'process'] as const;

const STUDY = `program: relationship
name: choices
seeds: 1
settings: { couples: maya-jonas, model: offline, scenes: 1, interactionsPerScene: 2 }
factors: { choices: [free, offered] }
`;

const POINTS = `category: Modern Life
turningPoints:
  - id: lost-dog
    name: lost dog
    uncertainty: self
    scenarios:
      - { id: dog-gate, context: open gate, tone: tense, setting: By an open gate., situation: 'The lost dog is back.', conflict: Who left it open. }
`;

let place: string;
beforeAll(async () => {
  const cli = createMemoryConsole({ clock: createSleeplessClock() });
  await cli.run('run', 'maya-jonas', '--quiet', ...SHORT);
  await cli.run('run', 'theo-amara', '--quiet', ...SHORT, '--runs-dir', 'broken');
  const [broken = ''] = readdirSync(join(cli.cwd, 'broken'));
  const journal = join(cli.cwd, 'broken', broken, 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
  const lastAnswer = lines.findLastIndex((line) => line.startsWith('{"type":"answer-recorded"'));
  writeFileSync(journal, `${lines.slice(0, lastAnswer).join('\n')}\n`);
  writeFileSync(join(cli.cwd, 'study.yaml'), STUDY);
  await cli.run('batch', 'study.yaml', '--quiet', '--durability', 'process');
  mkdirSync(join(cli.cwd, 'mine/director'), { recursive: true });
  writeFileSync(join(cli.cwd, 'mine/director/judge.rules.txt'), 'You rate {bond} by their {tie}.\n');
  mkdirSync(join(cli.cwd, 'mine-study'));
  writeFileSync(join(cli.cwd, 'mine-study/study.yaml'), STUDY);
  writeFileSync(join(cli.cwd, 'mine-study/turning-points.yaml'), POINTS);
  writeFileSync(join(cli.cwd, 'other.yaml'), 'prices: { "offline": { input: 1000000, output: 1000000 } }\n');
  place = mkdtempSync(join(tmpdir(), 'idle-options-'));
  cpSync(cli.cwd, place, { recursive: true });
  await cli.remove();
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function observe(argv: readonly string[]): Promise<Observed> {
  const cli = createMemoryConsole({ clock: createSleeplessClock() });
  try {
    cpSync(place, cli.cwd, { recursive: true });
    const { exitCode, stdout, stderr } = await cli.run(...argv);
    const files = readdirSync(cli.cwd, { recursive: true, encoding: 'utf8' })
      .map((name) => join(cli.cwd, name))
      .filter((path) => statSync(path).isFile())
      .sort()
      .map((path) => `${relative(cli.cwd, path)}\n${readFileSync(path, 'utf8')}`);
    const said = [String(exitCode), stdout, stderr, ...files].join('\n').replaceAll(cli.cwd, '');
    return { exitCode, said, complaint: stderr.trimEnd().split('\n').at(-1) ?? '' };
  } finally {
    await cli.remove();
  }
}

const BOUND = 'a bound that a quick run does not reach';
const SAID = 'nothing is asked again, and the command says so';
const EXEMPT: Readonly<Record<string, string>> = {
  view: 'serves a page until it is stopped; tests of the page cover it',
  concurrency: BOUND,
  maxConnections: BOUND,
  maxCost: BOUND,
  maxTokens: BOUND,
  maxWallTime: BOUND,
  grace: BOUND,
  durability: 'says how safely, never what; tests of the store cover it',
  schedule: 'says in what order, never what; tests of runs cover it',
  logLevel: 'is about calls to providers, and the offline model makes none',
  'run, fresh: new': 'nothing to repeat is on record; "again" tries it',
  'batch, fresh: new': 'nothing to repeat is on record; "run, again" tries it',
  'run, again: roles': 'the draw is the order of the file for this couple and seed; "run, fresh" tries it',
  'run, again: config': SAID,
  'run, again: latency': SAID,
  'prompts, show: promptsDir': 'replaces the rubric alone here; "judge" tries it',
  'prompts, judge: choices': 'is about the prompts in which a partner moves',
  'report, compared: study': 'leaves the same runs; tests of reports cover it',
  'report, all: forks': 'finds no fork here, and says so; tests of reports cover it',
  'report, compared: include': 'leaves the same runs where there is no fork; tests of reports cover it',
  'report, compared: acrossVersions': 'leaves the same runs where there is one version; tests of reports cover it',
  'report, compared: compare': 'names the sides themselves',
};

it('says the same of the same command', async () => {
  const command = ['run', 'priya-daniel', ...SHORT];
  expect((await observe(command)).said).toBe((await observe(command)).said);
});

it('lets no option of any verb pass without an effect', async () => {
  expect(
    await findIdleOptions({
      commandLine: relationshipCommandLine,
      observe,
      commands: {
        run: { fresh: ['priya-daniel', ...SHORT], again: ['maya-jonas', ...SHORT] },
        batch: {
          fresh: ['--pairs', 'priya-daniel', ...SHORT],
          study: ['study.yaml', '--durability', 'process', '--runs-dir', 'new'],
        },
        demo: { fresh: ['--pairs', 'priya-daniel', ...SHORT] },
        couples: { all: [] },
        list: { turningPoints: ['turning-points'], scenarios: ['scenarios'] },
        init: { fresh: ['my-study'] },
        check: { study: ['study.yaml'] },
        tell: { run: ['maya'] },
        prompts: {
          list: ['list'],
          show: ['show', 'progress'],
          judge: ['show', 'commitment-score'],
          check: ['check', 'mine'],
          export: ['export', 'theirs'],
        },
        fork: { edited: ['maya', '--at', 'scene-2', '--set', 'settings.interactionsPerScene=3', '--durability', 'process'] },
        replay: { run: ['maya'] },
        runs: { all: [] },
        show: { tree: ['maya'], call: ['maya', 'scene-1/opening#0'] },
        resume: { broken: ['theo', '--runs-dir', 'broken', '--durability', 'process'] },
        doctor: { offline: ['--model', 'offline'] },
        report: { all: [], compared: ['--compare', 'choices=free', 'choices=offered'] },
      },
      values: {
        config: 'other.yaml',
        width: '40',
        choices: 'offered',
        promptsDir: 'mine',
        roles: 'as-listed',
        order: 'by-state',
        arc: 'money',
        closing: 'false',
        temperature: '0.3',
        judgeTemperature: '0.3',
        event: 'Rain.',
        interactionsPerScene: '3',
        knownTo: 'Maya',
        scenes: '1',
        embeddingModel: 'none',
        judgeModel: 'offline:another',
        couples: 'priya-daniel,theo-amara',
        study: 'choices',
        category: 'modern-life',
        turningPoint: 'unlocked-phone',
        'list, turningPoints: study': 'mine-study',
        'list, scenarios: study': 'mine-study',
        include: 'forks',
        measures: 'finalGap',
        forks: 'maya',
        set: 'settings.choices=offered',
        tables: 'results',
        'report, compared: tables': 'comparison',
        'report, compared: format': 'jsonl',
      },
      exempt: EXEMPT,
    }),
  ).toEqual([]);
});
