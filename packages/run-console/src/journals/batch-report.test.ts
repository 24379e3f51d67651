import type { BatchedRun } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { ConsoleError } from '../cli/console-error.js';
import type { Row } from '../text/table.js';
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

function report(carriedOut: Partial<CarriedOut>, provider = 'openai', runsDirFlag = 'runs', columns?: number) {
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
    results: { columns: [{ key: 'who', title: 'who' }], row: () => ({}), note: 'Who played.' },
  } as unknown as RunKind<unknown, { readonly type: string }>;
  const all = {
    completed: [],
    failed: [],
    interrupted: [],
    times: new Map(),
    wallMs: 1000,
    costUsd: 0,
    stoppedBy: undefined,
    ...carriedOut,
  };
  const runs = [...all.completed, ...all.failed, ...all.interrupted];
  const plans = runs.map(({ runId }) => ({ runId, blueprint: { spec: null, seed: '1', labels: {} } })) as never;
  const exitCode = reportBatch({ io, kind, plans, carriedOut: all, folder: '/here/runs', runsDirFlag, json: false });
  return { exitCode, stdout: said.stdout };
}

const TIMES = new Map(['a', 'b'].map((runId) => [runId, { wallMs: 800, sequentialMs: 4000 }]));

describe('reportBatch', () => {
  it('totals calls, tokens and the time of the whole, with the speed-up over one call at a time', () => {
    const { exitCode, stdout } = report({ completed: [done('a'), done('b')], times: TIMES });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^a +10 +1\.00k +800 ms +5\.0x$/m);
    expect(stdout).toMatch(/^2 runs +20 +2\.00k +1\.0 s +8\.0x$/m);
    expect(stdout).toContain('  runs/a\n  runs/b\n');
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
