import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { listProjects } from './list-projects.mjs';
import { complainAboutNode } from './node-version.mjs';
import { printTallies } from './print-tallies.mjs';
import { runAndTally } from './run-and-tally.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs every package's tests against the data beside the repository; the last line adds up, as that of `npm test` does. */
async function corpus() {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;
  const projects = listProjects(root).filter(({ scripts }) => scripts.includes('corpus'));
  return printTallies(await runAndTally(projects, ['corpus'], { root, report: path.join('.cache', 'corpus-report.json') }));
}

process.exitCode = await corpus();
