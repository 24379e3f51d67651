import { gameTables } from '@entente/diplomacy-analysis';
import { playPressGame, pressProgram } from '@entente/diplomacy-analysis/testing';
import type { GameFact, GameState } from '@entente/diplomacy-game';
import { displayWidth, runCommandLine } from '@entente/run-console';
import type { RunKind } from '@entente/run-console/session';
import { createFileStore } from '@entente/simulation-core/node';
import { EventEmitter } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GAME_WORDS } from '../runs/game-words.js';
import { gameReportVerb } from './report-verb.js';

const kind: RunKind<GameState, GameFact> = {
  kind: 'diplomacy',
  words: GAME_WORDS,
  packageVersion: 'test',
  command: 'npx lm-game',
  responders: [],
  modelsOf: () => [{ provider: 'offline', modelId: 'offline', baseUrl: null }],
  buildProgram: () => pressProgram(),
  title: () => 'seven powers',
  plannedSteps: () => 7,
  results: {
    columns: [{ key: 'phase', title: 'phase', meaning: 'Where it stands.', unit: 'phase' }],
    row: ({ position }) => ({ phase: position.phase }),
    note: '',
  },
  tables: gameTables,
};

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'report-'));
  const store = createFileStore({ folder: join(cwd, 'runs'), durability: 'process' });
  await playPressGame({ store, runId: 'loud~s1', labels: { condition: 'loud' } });
  await playPressGame({ store, runId: 'quiet~s1', labels: { condition: 'quiet' }, settings: { negotiationRounds: 0 } });
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function run(...argv: readonly string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const commandLine = { name: 'lm-game', summary: '', version: '0', verbs: [gameReportVerb(async () => kind)] };
  const exitCode = await runCommandLine(commandLine, argv, {
    stdout: { write: (text) => (said.stdout += text), columns: 80 },
    stderr: { write: (text) => (said.stderr += text) },
    env: {},
    cwd,
    signals: new EventEmitter(),
  });
  return { exitCode, ...said };
}

describe('a copied folder', () => {
  beforeAll(() => cpSync(join(cwd, 'runs', 'loud~s1'), join(cwd, 'runs', 'again'), { recursive: true }));
  afterAll(() => rmSync(join(cwd, 'runs', 'again'), { recursive: true }));

  it('is counted among what was left out, in the heading, in files and on leaderboards', async () => {
    expect((await run('report', '--compare', 'loud', 'quiet')).stdout).toContain('2 runs; left out: 1 copy.');
    const lines = (await run('report', '--format', 'jsonl')).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ table: 'selection', runs: 2, copies: 1 }),
    );
    await run('report', '--leaderboard', 'board.json');
    expect(JSON.parse(readFileSync(join(cwd, 'board.json'), 'utf8'))).toMatchObject({ games: 2, leftOut: { copies: 1 } });
  });

  it('is not counted where it is of no run that the report is about', async () => {
    expect((await run('report', '--compare', 'loud', 'quiet', 'quiet~s1', 'loud~s1')).stdout).toContain('2 runs.');
  });
});

describe('lm-game report', () => {
  it('prints every table within the width of the terminal, and says that the offline model played', async () => {
    const { exitCode, stdout } = await run('report');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Played by the offline model/);
    for (const title of [
      'Results',
      'Models',
      'Standings',
      'Centres by year',
      'Orders by kind',
      'Press',
      'Relationships',
      'Time',
      'Usage by prompt',
    ])
      expect(stdout).toMatch(new RegExp(`^${title}.* \\(2 runs\\)$`, 'm'));
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  it('reports on the run that is named, by the beginning of its name', async () => {
    const { stdout } = await run('report', 'loud', '--format', 'jsonl', '--tables', 'standings,phases');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.filter(({ table }) => table === 'standings')).toHaveLength(7);
    expect(rows.find(({ table, part }) => table === 'phases' && part === 'setup')).toMatchObject({
      calls: 3,
      criticalPathMs: 100,
    });
  });

  it('writes the picture, the page and the leaderboard, and the page says what played', async () => {
    const { exitCode, stderr } = await run(
      'report',
      '--svg',
      'c.svg',
      '--html',
      'r.html',
      '--leaderboard',
      'l.json',
      '--tables',
      'standings',
    );
    expect(exitCode).toBe(0);
    expect(stderr).toBe('Wrote c.svg\nWrote r.html\nWrote l.json\n');
    expect(readFileSync(join(cwd, 'c.svg'), 'utf8')).toMatch(/^<svg .*Played by the offline model/s);
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toContain('<p class="label">Played by the offline model');
    expect(JSON.parse(readFileSync(join(cwd, 'l.json'), 'utf8'))).toMatchObject({ games: 2, offline: true });
  });

  it('compares the two that are named, of the runs named after them', async () => {
    const { exitCode, stdout } = await run('report', '--compare', 'loud', 'quiet');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('loud less quiet');
    const one = await run('report', '--compare', 'loud', 'quiet', 'loud~s1');
    expect(one).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('"quiet" is no condition') as string });
    const half = await run('report', '--compare', 'loud');
    expect(half).toMatchObject({ exitCode: 2, stderr: 'error: --compare names two; write --compare loud and the other one.\n' });
  });

  it('says in one line what is wrong', async () => {
    expect((await run('report', 'nobody')).stderr).toMatch(/^error: There is no run "nobody".*\n$/);
    expect((await run('report', '--svg', 'no/such/folder.svg')).stderr).toMatch(
      /^error: --svg no\/such\/folder.svg cannot be written: .*\n$/,
    );
    expect((await run('report', '--forks', 'loud')).stderr).toMatch(/^error: loud~s1 has no forks in this folder.*\n$/);
    expect((await run('report', '--forks', 'loud', '--svg', 'x.svg')).stderr).toBe(
      'error: --svg has no effect here: --forks makes a report of its own; leave out --svg.\n',
    );
  });
});
