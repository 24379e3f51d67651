import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createSleeplessClock } from '@entente/llm-clients/testing';
import { findIdleOptions, type Observed } from '@entente/run-console';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lmGameCommandLine } from '../src/cli/lm-game-command-line.js';
import { createGameConsole, type GameConsole } from './game-console.js';

/** France thinks and talks, all others move by rule. */
const SEATS = ['--models', 'bot:greedy,FRANCE=offline'] as const;
const SHORT = [...SEATS, '--end-at-phase', 'S1901M', '--durability', 'process'] as const;

const STUDY = `program: diplomacy
name: seats
seeds: 1
settings: { endAtPhase: S1901M }
seats: { models: [bot:greedy, bot:greedy, offline, bot:greedy, bot:greedy, bot:greedy, bot:greedy] }
`;

let cli: GameConsole;
/** Contents of the place of every command before it runs, by path: bytes of files, undefined for folders. */
let before: ReadonlyMap<string, Buffer | undefined>;
beforeAll(async () => {
  cli = createGameConsole({ clock: createSleeplessClock() });
  await cli.run(
    'play',
    '--quiet',
    ...[...SEATS, '--end-at-phase', 'F1901M', '--durability', 'process'],
    '--num-negotiation-rounds',
    '1',
    '--run-dir',
    'runs/base',
  );
  await cli.run('fork', 'base', '--quiet', '--at', 'F1901M', '--durability', 'process');
  await cli.run('analyze', 'base', '--durability', 'process');
  await cli.run('play', '--quiet', ...SHORT, '--run-dir', 'broken/game');
  const journal = join(cli.cwd, 'broken', 'game', 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
  const lastAnswer = lines.findLastIndex((line) => line.startsWith('{"type":"answer-recorded"'));
  writeFileSync(journal, `${lines.slice(0, lastAnswer).join('\n')}\n`);
  await cli.run('prompts', 'export', 'mine');
  for (const name of readdirSync(join(cli.cwd, 'mine'))) appendFileSync(join(cli.cwd, 'mine', name), '\nBe brief.\n');
  writeFileSync(join(cli.cwd, 'study.yaml'), STUDY);
  await cli.run('batch', 'study.yaml', '--quiet', '--durability', 'process');
  await cli.run('play', '--quiet', ...SHORT);
  writeFileSync(join(cli.cwd, 'other.yaml'), 'prices: { "offline": { input: 1000000, output: 1000000 } }\n');
  writeFileSync(join(cli.cwd, 'orders.json'), '{"FRANCE": ["A PAR H", "A MAR H", "F BRE H"]}');
  before = new Map(readPlace().map(({ path, isFile }) => [path, isFile ? readFileSync(join(cli.cwd, path)) : undefined]));
});
afterAll(() => cli.remove());

function readPlace(): readonly { readonly path: string; readonly isFile: boolean }[] {
  return readdirSync(cli.cwd, { recursive: true, withFileTypes: true })
    .map((entry) => ({ path: relative(cli.cwd, join(entry.parentPath, entry.name)), isFile: entry.isFile() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Runs a command, tells each file that is other than before, and puts it back. */
async function observe(argv: readonly string[]): Promise<Observed> {
  const { exitCode, stdout, stderr } = await cli.run(...argv);
  const said = [String(exitCode), stdout, stderr];
  const missing = new Map(before);
  const added: string[] = [];
  for (const { path, isFile } of readPlace()) {
    const file = join(cli.cwd, path);
    missing.delete(path);
    const bytes = isFile ? readFileSync(file) : undefined;
    const known = before.get(path);
    if (bytes !== undefined && known?.equals(bytes) !== true) {
      said.push(`${path}\n${bytes.toString()}`);
      if (known !== undefined) writeFileSync(file, known);
    }
    if (!before.has(path)) added.push(file);
  }
  for (const file of added) rmSync(file, { recursive: true, force: true });
  for (const [path, bytes] of missing) {
    said.push(`${path} is gone`);
    if (bytes === undefined) mkdirSync(join(cli.cwd, path));
    else writeFileSync(join(cli.cwd, path), bytes);
  }
  return {
    exitCode,
    said: said.join('\n').replaceAll(cli.cwd, ''),
    complaint: stderr.trimEnd().split('\n').at(-1) ?? '',
  };
}

it('says the same of the same command', async () => {
  const command = ['play', ...SHORT];
  expect((await observe(command)).said).toBe((await observe(command)).said);
});

const BOUND = 'a bound that a quick game does not reach';
const EXEMPT: Readonly<Record<string, string>> = {
  view: 'serves a page until it is stopped; tests of the page cover it',
  concurrency: BOUND,
  maxConnections: BOUND,
  maxConcurrent: BOUND,
  maxCost: BOUND,
  maxTokens: BOUND,
  maxWallTime: BOUND,
  grace: BOUND,
  durability: 'says how safely, never what; tests of the store cover it',
  schedule: 'says in what order, never what; tests of runs cover it',
  logLevel: 'is about calls to providers, and the offline model makes none',
  'play, fresh: new': 'nothing to repeat is on record; "again" tries it',
  'batch, fresh: new': 'nothing to repeat is on record; "again" tries it',
  'demo, fresh: planning': 'a demo has plans anyway',
  'play, again: config': 'nothing is asked again, and the command says so',
  'play, again: latency': 'nothing is asked again, and the command says so',
  'analyze, game: config': 'nothing is asked again, and the command says so',
  'analyze, game: latency': 'nothing is asked again, and the command says so',
  'play, fork: runDir': 'names the game itself',
  'batch, fork: criticalStateBaseRun': 'names the game itself',
  'report, forks: forks': 'names the game itself',
  'report, one: study': 'leaves no run; tests of reports cover it',
  'report, forks: study': 'leaves no fork of the game; tests of reports cover it',
  'report, all: include': 'leaves the same games where forks have settings of their own; tests of reports cover it',
  'report, all: acrossVersions': 'leaves the same games where all have one version; tests of reports cover it',
  'report, compared: include': 'leaves the same games where there is no such fork; tests of reports cover it',
  'report, compared: acrossVersions': 'leaves the same games where all have one version; tests of reports cover it',
  'report, compared: study': 'leaves one side of the comparison; tests of reports cover it',
  'report, compared: compare': 'names the sides themselves',
  'export, save: diariesInSave': 'differs from the third phase on; tests of the saved game cover it',
  'prompts, check: prompts': 'is tried too, and shows only where the folder is wrong',
  'prompts, check: twoStep': 'is tried too, and shows only where the folder is wrong',
  'prompts, check: power': 'is tried too, and shows only where the folder is wrong',
  'prompts, check: phase': 'is tried too, and shows only where the folder is wrong',
};

it('lets no option of any verb pass without an effect', async () => {
  const fresh = [...SHORT, '--draw-after-years', '5'];
  const fork = ['--resume-from-phase', 'F1901M', '--num-negotiation-rounds', '2', '--durability', 'process'];
  expect(
    await findIdleOptions({
      commandLine: lmGameCommandLine,
      observe,
      usualValues: ['1902', 'F1901M', 'FRANCE'],
      commands: {
        play: {
          fresh,
          again: SHORT,
          fork: ['--run-dir', 'runs/base', ...fork],
        },
        batch: {
          fresh,
          study: ['study.yaml', '--durability', 'process', '--runs-dir', 'new'],
          fork: ['--critical-state-base-run', 'runs/base', ...fork],
        },
        demo: { fresh: [...SHORT, '--num-negotiation-rounds', '1'] },
        prompts: { list: ['list'], show: ['show', 'write-orders'], check: ['check', 'mine'], export: ['export', 'theirs'] },
        export: { game: ['base'], save: ['base', '--format', 'lmvsgame'] },
        verify: { run: ['base'] },
        report: {
          all: [],
          one: ['base'],
          forks: ['--forks', 'base'],
          compared: ['--compare', 'offline', 'bot:greedy'],
        },
        analyze: { game: ['base', '--durability', 'process'] },
        fork: { edited: ['base', '--at', 'F1901M', '--set', 'settings.negotiationRounds=2', '--durability', 'process'] },
        replay: { run: ['base'] },
        runs: { all: [] },
        tell: { run: ['base'] },
        show: { tree: ['base'], call: ['base', 'S1901M/orders/FRANCE#0'] },
        resume: { broken: ['game', '--runs-dir', 'broken', '--durability', 'process'] },
        doctor: { offline: ['--model', 'offline'] },
      },
      values: {
        config: 'other.yaml',
        width: '40',
        endAtPhase: 'W1901A',
        convoyIntent: 'explicitVia',
        promptsDir: 'mine',
        power: 'TURKEY',
        phase: 'retreat',
        study: 'seats',
        set: 'settings.maxYear=1903',
        maxPhases: '1',
        tables: 'results',
        forks: 'base',
        include: 'forks',
        measures: 'score',
        'export, save: format': 'overview',
        'play, fork: negotiationRounds': '1',
        'play, fork: resumeFromPhase': 'S1901M',
        'batch, fork: negotiationRounds': '1',
        'batch, fork: resumeFromPhase': 'S1901M',
        'report, forks: tables': 'fork-centers',
        'report, forks: format': 'jsonl',
        'report, compared: tables': 'comparison',
        'report, compared: format': 'jsonl',
      },
      exempt: EXEMPT,
    }),
  ).toEqual([]);
});
