import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNode } from './run-node.mjs';
import { tallyTestReport, type TestReport } from './tally-test-report.mjs';

const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente tally '));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs real tests and reads the report that vitest really writes. */
async function tallyFixture(name: string): Promise<{ code: number; tally: ReturnType<typeof tallyTestReport> }> {
  const report = path.join(folder, `${name}.json`);
  const args = ['run', `${name}.fixture.ts`, '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode(vitest, args, { cwd: path.join(import.meta.dirname, 'fixtures'), quiet: true });
  return { code, tally: tallyTestReport(JSON.parse(readFileSync(report, 'utf8')) as TestReport, code === 0) };
}

describe('tallyTestReport', () => {
  it('counts tests that passed, failed, were skipped or are still to do', async () => {
    expect(await tallyFixture('mixed')).toEqual({ code: 1, tally: { passed: 1, failed: 1, skipped: 2 } });
  });

  it('counts a file that cannot be loaded as a failure', async () => {
    expect(await tallyFixture('unloadable')).toEqual({ code: 1, tally: { passed: 0, failed: 1, skipped: 0 } });
  });

  it('counts an error that nobody waited for as a failure although every test passed', async () => {
    expect(await tallyFixture('unawaited')).toEqual({ code: 1, tally: { passed: 1, failed: 1, skipped: 0 } });
  });

  it('counts a run that left no report as a failure', () => {
    expect(tallyTestReport(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyTestReport(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a package without any test as a failure', () => {
    expect(tallyTestReport({ testResults: [] }, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
