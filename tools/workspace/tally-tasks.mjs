import { tallyTestReport } from './tally-test-report.mjs';
import { tallyOfOne } from './tally.mjs';

/** @typedef {import('./list-projects.mjs').Project} Project */
/** @typedef {import('./tally-test-report.mjs').TestReport} TestReport */
/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ readonly name: string, readonly tally: Tally }} Checked something that was checked, and how it went */
/**
 * How a run of Nx went, as Nx writes it down itself; `status` is the exit code.
 * @typedef {{ readonly tasks: readonly { readonly taskId: string, readonly status?: number }[] }} RunRecord
 */

/**
 * How each package did in each target it has a script for. The list of tasks is read from the packages, not from the record: a
 * task that Nx never reached, because one before it failed or Nx itself broke down, counts as failed.
 * @param {readonly Project[]} projects
 * @param {readonly string[]} targets
 * @param {{ record: RunRecord | undefined, readReport: (project: Project, target: string) => TestReport | undefined }} outcome
 * @returns {readonly Checked[]}
 */
export function tallyTasks(projects, targets, { record, readReport }) {
  const succeeded = new Set((record?.tasks ?? []).filter(({ status }) => status === 0).map(({ taskId }) => taskId));
  return projects.flatMap((project) =>
    targets
      .filter((target) => project.scripts.includes(target))
      .map((target) => {
        const hasSucceeded = succeeded.has(`${project.name}:${target}`);
        const tally = countsTests(target) ? tallyTestReport(readReport(project, target), hasSucceeded) : tallyOfOne(hasSucceeded);
        return { name: `${project.folder} ${target}`, tally };
      }),
  );
}

/** Whether a target runs tests and leaves a report of them. @param {string} target */
const countsTests = (target) => target === 'test' || target === 'corpus';
