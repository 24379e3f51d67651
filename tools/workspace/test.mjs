import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkReferences } from './check-references.mjs';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { listProjects } from './list-projects.mjs';
import { complainAboutNode } from './node-version.mjs';
import { runNode } from './run-node.mjs';
import { runNx, runRecordFile } from './run-nx.mjs';
import { tallyTasks } from './tally-tasks.mjs';
import { addTallies, formatTally, parseTally, tallyOfOne } from './tally.mjs';

/** @typedef {import('./list-projects.mjs').Project} Project */
/** @typedef {import('./tally-tasks.mjs').Checked} Checked */
/** @typedef {import('./tally-tasks.mjs').RunRecord} RunRecord */
/** @typedef {import('./tally-test-report.mjs').TestReport} TestReport */

const root = fileURLToPath(new URL('../..', import.meta.url));
const targets = ['build', 'typecheck', 'lint', 'test'];

async function test() {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;

  const checked = [...(await checkProjects()), await checkUnused(), checkProjectReferences(), await checkPackages()];
  const width = Math.max(...checked.map(({ name }) => name.length));
  console.log(
    `\n${checked.map(({ name, tally }) => `${tally.failed > 0 ? '✖' : '✔'} ${name.padEnd(width)}  ${formatTally(tally)}`).join('\n')}\n`,
  );
  const total = addTallies(checked.map(({ tally }) => tally));
  console.log(formatTally(total));
  return total.failed > 0 ? 1 : 0;
}

/**
 * Builds, type-checks, lints and tests every package in one Nx call, whose start alone takes seconds.
 * @returns {Promise<readonly Checked[]>}
 */
async function checkProjects() {
  const projects = listProjects(root);
  rmSync(runRecordFile(root), { force: true });
  for (const project of projects) rmSync(reportFile(project), { force: true });
  await runNx(['run-many', `--targets=${targets.join(',')}`, '--outputStyle=static', '--nxBail=false'], { root });

  const record = /** @type {RunRecord | undefined} */ (readJson(runRecordFile(root)));
  const readReport = (/** @type {Project} */ project) => /** @type {TestReport | undefined} */ (readJson(reportFile(project)));
  return tallyTasks(projects, targets, { record, readReport });
}

/** @param {Project} project */
const reportFile = (project) => path.join(root, project.folder, '.cache', 'test-report.json');

/** @param {string} file @returns {unknown} */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @returns {Promise<Checked>} */
async function checkUnused() {
  const { code, output } = await runNode(path.join(root, 'node_modules', 'knip', 'bin', 'knip.js'), [], {
    cwd: root,
    quiet: true,
  });
  if (code !== 0) console.log(`\nknip: what nobody uses\n${output.trim()}`);
  return { name: 'unused code (knip)', tally: tallyOfOne(code === 0) };
}

/** @returns {Checked} */
function checkProjectReferences() {
  const complaints = checkReferences(root);
  for (const complaint of complaints) console.log(complaint);
  return { name: 'project references', tally: tallyOfOne(complaints.length === 0) };
}

/** @returns {Promise<Checked>} */
async function checkPackages() {
  const { code, output } = await runNode(path.join(root, 'tools', 'check-packages', 'main.mjs'), ['--built'], {
    cwd: root,
    quiet: true,
  });
  console.log(`\n${output.trim()}`);
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  const tally = parseTally(lastLine) ?? tallyOfOne(false);
  return {
    name: 'packages as others consume them',
    tally: code !== 0 && tally.failed === 0 ? addTallies([tally, tallyOfOne(false)]) : tally,
  };
}

process.exitCode = await test();
