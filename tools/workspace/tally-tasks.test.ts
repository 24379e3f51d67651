import { describe, expect, it } from 'vitest';
import type { Project } from './list-projects.mjs';
import { tallyTasks } from './tally-tasks.mjs';
import type { TestReport } from './tally-test-report.mjs';
import { addTallies } from './tally.mjs';

const project: Project = {
  name: '@entente/a',
  folder: 'packages/a',
  tags: [],
  scripts: ['build', 'test'],
  dependencies: {},
  bin: {},
  isPrivate: false,
};
const twoPassed: TestReport = {
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] }],
};
const targets = ['build', 'lint', 'test'];

describe('tallyTasks', () => {
  it('counts a target as one check and a test run as its tests, and leaves out targets the package has no script for', () => {
    const record = {
      tasks: [
        { taskId: '@entente/a:build', status: 0 },
        { taskId: '@entente/a:test', status: 0 },
      ],
    };

    expect(tallyTasks([project], targets, { record, readReport: () => twoPassed })).toEqual([
      { name: 'packages/a build', tally: { passed: 1, failed: 0, skipped: 0 } },
      { name: 'packages/a test', tally: { passed: 2, failed: 0, skipped: 0 } },
    ]);
  });

  it('counts the tests of the corpora as tests, and reads the report of the target at hand', () => {
    const record = { tasks: [{ taskId: '@entente/a:corpus', status: 0 }] };
    const withCorpus = { ...project, scripts: ['corpus'] };
    const readReport = (_: Project, target: string) => (target === 'corpus' ? twoPassed : undefined);

    expect(tallyTasks([withCorpus], ['test', 'corpus'], { record, readReport })).toEqual([
      { name: 'packages/a corpus', tally: { passed: 2, failed: 0, skipped: 0 } },
    ]);
  });

  it('counts a task that failed and a task that was never reached as failures', () => {
    const record = { tasks: [{ taskId: '@entente/a:build', status: 1 }] };

    const checked = tallyTasks([project], targets, { record, readReport: () => undefined });

    expect(addTallies(checked.map(({ tally }) => tally))).toEqual({ passed: 0, failed: 2, skipped: 0 });
  });

  it('counts everything as failed when Nx left no record', () => {
    const checked = tallyTasks([project], targets, { record: undefined, readReport: () => twoPassed });

    expect(addTallies(checked.map(({ tally }) => tally))).toEqual({ passed: 2, failed: 2, skipped: 0 });
  });
});
