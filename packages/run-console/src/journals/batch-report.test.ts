import { type BatchedRun, OtherRunError } from '@entente/simulation-core';
import type { Row } from '@entente/studies/tables';
import { describe, expect, it } from 'vitest';
import { ConsoleError } from '../cli/console-error.js';
import { reportBatch, shownPath } from './batch-report.js';
import type { CarriedOut } from './carry-out.js';
import type { RunKind } from './run-kind.js';

const usage = { inputTokens: 900, outputTokens: 100, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
const totals = { calls: 10, failedAttempts: 0, usage: { 'openai:x': usage }, sequentialMs: 4000 };
const done = (runId: string): BatchedRun<Row> => ({ runId, status: 'completed', history: 'new', kept: { who: runId }, totals });
const broken = (runId: string): BatchedRun<Row> => ({
  ...done(runId),
  status: 'interrupted',
  reason: 'budget',
  error: new ConsoleError('the budget is used up'),
});

const UNLABELLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
function report(
  carriedOut: Partial<CarriedOut>,
  provider = 'openai',
  runsDirFlag = 'runs',
  columns?: number,
  json = false,
  labels = UNLABELLED,
) {
  const said = { stdout: '' };
  const io = {
    stdout: { write: (text: string) => (said.stdout += text), ...(columns !== undefined && { columns }) },
    stderr: { write: () => {} },
    env: {},
    cwd: '/here',
    signals: { on: () => {}, off: () => {} },
  };
  const kind = {
    command: 'npx sim',
    modelsOf: () => [{ provider, modelId: 'x', baseUrl: null }],
    title: ({ spec }: { readonly spec: string }) => spec,
    results: { columns: [{ key: 'who', title: 'who' }], row: () => ({}), note: 'Who played.' },
  } as unknown as RunKind<unknown, { readonly type: string }>;
  const all = {
    completed: [],
    failed: [],
    interrupted: [],
    times: new Map(),
    wallMs: 1000,
    busyShare: 0.5,
    costUsd: 0,
    stoppedBy: undefined,
    ...carriedOut,
  };
  const runs = [...all.completed, ...all.failed, ...all.interrupted];
  const plans = runs.map(({ runId }) => ({
    runId,
    blueprint: { spec: runId.slice(0, 1), seed: '1', labels: labels[runId] ?? {} },
  })) as never;
  const exitCode = reportBatch({ io, kind, plans, carriedOut: all, folder: '/here/runs', runsDirFlag, json });
  return { exitCode, stdout: said.stdout };
}

const TIMES = new Map(
  ['a', 'b'].map((runId) => [runId, { wallMs: 800, sequentialMs: 4000, criticalPathMs: 700, ownDelayMs: 30 }]),
);

describe('the rows of a batch', () => {
  const completed = ['a-1', 'a-2', 'b-1'].map((runId) => ({ ...done(runId), kept: { who: runId.slice(0, 1) } }));
  const tableOf = (labels: typeof UNLABELLED, runs = completed): readonly string[] =>
    report({ completed: runs }, 'openai', 'runs', undefined, false, labels).stdout.split('\n');
  const inCondition = (condition: string) => ({ study: 'x', condition });

  it('have their conditions before them where a study has several', () => {
    const [head, , ...rows] = tableOf({ 'a-1': inCondition('free'), 'a-2': inCondition('bound'), 'b-1': inCondition('free') });
    expect(head).toMatch(/^condition +who +calls/);
    expect(rows.slice(0, 3).map((row) => row.split(/ +/, 2))).toEqual([
      ['free', 'a'],
      ['bound', 'a'],
      ['free', 'b'],
    ]);
  });

  it('have the names of runs where nothing else tells them apart, as with replicates', () => {
    const [head, , ...rows] = tableOf({});
    expect(head).toMatch(/^run +who +calls/);
    expect(rows.slice(0, 3).map((row) => row.split(/ +/, 2))).toEqual([
      ['a-1', 'a'],
      ['a-2', 'a'],
      ['b-1', 'b'],
    ]);
    const [sameHead] = tableOf({ 'a-1': inCondition('free'), 'a-2': inCondition('free'), 'b-1': inCondition('bound') });
    expect(sameHead).toMatch(/^run +condition +who +calls/);
  });

  it('have neither where they need none', () => {
    expect(tableOf({}, completed.slice(1))[0]).toMatch(/^who +calls/);
  });
});

describe('reportBatch', () => {
  it('totals calls, tokens and the time of the whole, with the speed-up over one call at a time', () => {
    const { exitCode, stdout } = report({ completed: [done('a'), done('b')], times: TIMES });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^a +10 +1\.00k +800 ms +5\.0x$/m);
    expect(stdout).toMatch(/^2 runs +20 +2\.00k +1\.0 s +8\.0x$/m);
    expect(stdout).toContain('  runs/a\n  runs/b\n');
  });

  it('never shows a speed-up below 1: where calls went one at a time it says what the time beyond theirs was', () => {
    const times = new Map([['a', { wallMs: 4400, sequentialMs: 4000, criticalPathMs: 4000, ownDelayMs: 0 }]]);
    const { stdout } = report({ completed: [done('a')], times, wallMs: 4500 });
    expect(stdout).toMatch(/^a +10 +1\.00k +4\.4 s +–$/m);
    expect(stdout).toContain("The model took 4.0 s of 4.5 s; the other 500 ms are this program's own.");
    expect(report({ completed: [done('a')], times: TIMES }).stdout).not.toContain("program's own");
  });

  it('says so where the process was full, and how many runs fill it', () => {
    const both = { completed: [done('a'), done('b')], times: TIMES };
    const full = report({ ...both, wallMs: 700, busyShare: 0.978 }).stdout;
    expect(full).toContain('This process was busy 97 % of the time: doing more than 2 runs at once gains nothing here.');
    expect(report({ ...both, busyShare: 0.6 }).stdout).not.toContain('busy');
    expect(report({ ...both, busyShare: null }).stdout).not.toContain('busy');
    expect(report({ ...both, completed: [done('a')], busyShare: 0.99 }).stdout).not.toContain('busy');
  });

  it('tells programs the same in JSON', () => {
    const { stdout } = report(
      { completed: [done('a'), done('b')], times: TIMES, wallMs: 700, busyShare: 0.95 },
      'openai',
      'runs',
      undefined,
      true,
    );
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ event: 'batch-ended', wallMs: 700, modelMs: 8000, criticalPathMs: 1400, ownDelayMs: 60, speedUp: 8000 / 700 },
      ...{ busyShare: 0.95, runsThatFillThisProcess: 2 },
    });
  });

  it('marks usage that was estimated, and the cost that follows from it', () => {
    const run = { ...done('a'), totals: { ...totals, usage: { 'openai:x': { ...usage, estimated: true as const } } } };
    const { stdout } = report({ completed: [run], costUsd: 1.5 });
    expect(stdout).toMatch(/^a +10 +~1\.00k/m);
    expect(stdout).toContain('~: estimated');
    expect(stdout).toContain('This command cost about $1.50.');
    expect(report({ completed: [done('a')], costUsd: 1.5 }).stdout).not.toContain('~');
  });

  it('says what the command cost, or that it does not know', () => {
    expect(report({ completed: [done('a')], costUsd: 1.5 }).stdout).toContain('This command cost $1.50.');
    expect(report({ completed: [done('a')], costUsd: null }).stdout).toContain('This command cost an unknown sum');
    expect(report({ completed: [done('a')] }).stdout).not.toContain('cost');
  });

  it('labels what the offline model played, and only that', () => {
    expect(report({ completed: [done('a')] }, 'offline').stdout).toContain('Played by the offline model');
    expect(report({ completed: [done('a')] }).stdout).not.toContain('offline');
  });

  it('breaks sentences between words on a terminal, and leaves them whole in a pipe', () => {
    const narrow = report({ completed: [done('a')] }, 'offline', 'runs', 60).stdout.split('\n');
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(narrow.join(' ')).toContain('Nothing here says anything about people.');
    expect(report({ completed: [done('a')] }, 'offline').stdout).toMatch(/^Played by .* people\.$/m);
  });

  it('reports apart what broke off, with the reason and the command that resumes it', () => {
    const { exitCode, stdout } = report({ completed: [done('a')], interrupted: [broken('b')] }, 'openai', 'my runs');
    expect(exitCode).toBe(1);
    expect(stdout).toContain("interrupted  b: the budget is used up\n  resume it: npx sim resume b --runs-dir 'my runs'\n");
  });

  it('tells once what ended many runs alike, and how to go on with all of them', () => {
    const { stdout } = report({ interrupted: ['a', 'b', 'c'].map(broken) }, 'openai', 'runs', 40);
    expect(stdout).toBe('interrupted  3 runs: the budget is used\n  up\n  a\n  b\n  c\nAll of them: npx sim resume --all\n');
  });

  it('parts what has ended from what broke off by one empty line, and ends with no other', () => {
    const whole = report({ completed: [done('a')] }).stdout;
    expect(whole.endsWith('On record in\n  runs/a\n')).toBe(true);
    const both = report({ completed: [done('a')], interrupted: [broken('b')] }).stdout;
    expect(both).toContain('On record in\n  runs/a\n\ninterrupted  b: ');
    expect(both.endsWith('What it has on record stays in runs/b\n')).toBe(true);
  });

  it('tells of runs that had no turn, and of those that cannot be resumed', () => {
    const waiting = { ...broken('c'), history: 'not-started' as const };
    expect(report({ interrupted: [broken('a'), waiting] }).stdout).toContain(
      '1 run had no turn before the stop; the same command again plays it and skips what is finished.',
    );
    expect(report({ interrupted: [waiting, { ...waiting, runId: 'd' }] }).stdout).toBe(
      '2 runs had no turn before the stop; the same command again plays them and skips what is finished.\n',
    );
    const damaged = { ...broken('a'), status: 'failed' as const, error: new OtherRunError('a', 'b') };
    const { stdout } = report({ failed: [damaged] });
    expect(stdout).toMatch(/^failed {2}a: /);
    expect(stdout).not.toContain('resume it');
  });

  it('ends as a shell expects after Ctrl-C', () => {
    expect(report({ interrupted: [broken('a')], stoppedBy: 'SIGINT' }).exitCode).toBe(130);
  });

  it('does not list hundreds of folders', () => {
    const many = Array.from({ length: 300 }, (_, index) => done(`run-${index}`));
    expect(report({ completed: many }).stdout).toContain('and 280 more beside them');
  });
});

it('shows a path as short as it can be typed', () => {
  const io = { cwd: '/here' } as Parameters<typeof shownPath>[0];
  expect([shownPath(io, '/here/runs/a'), shownPath(io, '/there/a')]).toEqual(['runs/a', '/there/a']);
});
