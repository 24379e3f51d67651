import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runNx, runRecordFile } from './run-nx.mjs';
import { tallyTasks } from './tally-tasks.mjs';

/** @typedef {import('./list-projects.mjs').Project} Project */
/** @typedef {import('./tally-tasks.mjs').Checked} Checked */
/** @typedef {import('./tally-tasks.mjs').RunRecord} RunRecord */
/** @typedef {import('./tally-test-report.mjs').TestReport} TestReport */

/**
 * Runs targets of projects in one Nx call, whose start alone takes seconds, and counts how each went.
 * @param {readonly Project[]} projects
 * @param {readonly string[]} targets
 * @param {{ root: string, report?: string, node?: string }} options `report` is the file below a project's folder that its tests
 * write, `node` the binary of another Node
 * @returns {Promise<readonly Checked[]>}
 */
export async function runAndTally(projects, targets, { root, report = path.join('.cache', 'test-report.json'), node }) {
  const reportFile = (/** @type {Project} */ project) => path.join(root, project.folder, report);
  rmSync(runRecordFile(root), { force: true });
  for (const project of projects) rmSync(reportFile(project), { force: true });
  await runNx(
    [
      'run-many',
      `--targets=${targets.join(',')}`,
      `--projects=${projects.map(({ name }) => name).join(',')}`,
      '--outputStyle=static',
      '--nxBail=false',
    ],
    { root, ...(node !== undefined && { node }) },
  );

  const record = /** @type {RunRecord | undefined} */ (readJson(runRecordFile(root)));
  const readReport = (/** @type {Project} */ project) => /** @type {TestReport | undefined} */ (readJson(reportFile(project)));
  return tallyTasks(projects, targets, { record, readReport });
}

/** @param {string} file @returns {unknown} */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
