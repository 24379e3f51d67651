import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { listProjects } from './list-projects.mjs';
import { complainAboutNode } from './node-version.mjs';
import { runNx, runRecordFile } from './run-nx.mjs';
import { tallyTasks } from './tally-tasks.mjs';
import { addTallies, formatTally } from './tally.mjs';

/** @typedef {import('./list-projects.mjs').Project} Project */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs every package's tests against the data beside the repository; the last line adds up, as that of `npm test` does. */
async function corpus() {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;

  const projects = listProjects(root);
  rmSync(runRecordFile(root), { force: true });
  for (const project of projects) rmSync(reportFile(project), { force: true });
  await runNx(['run-many', '--targets=corpus', '--outputStyle=static', '--nxBail=false'], { root });

  const checked = tallyTasks(projects, ['corpus'], {
    record: readJson(runRecordFile(root)),
    readReport: (project) => readJson(reportFile(project)),
  });
  for (const { name, tally } of checked) console.log(`${tally.failed > 0 ? '✖' : '✔'} ${name}  ${formatTally(tally)}`);
  const total = addTallies(checked.map(({ tally }) => tally));
  console.log(`\n${formatTally(total)}`);
  return total.failed > 0 ? 1 : 0;
}

/** @param {Project} project */
const reportFile = (project) => path.join(root, project.folder, '.cache', 'corpus-report.json');

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

process.exitCode = await corpus();
