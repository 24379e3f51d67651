import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkReferences } from './check-references.mjs';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { listProjects } from './list-projects.mjs';
import { complainAboutNode } from './node-version.mjs';
import { printTallies } from './print-tallies.mjs';
import { runAndTally } from './run-and-tally.mjs';
import { runNode } from './run-node.mjs';
import { addTallies, parseTally, tallyOfOne } from './tally.mjs';

/** @typedef {import('./tally-tasks.mjs').Checked} Checked */

const root = fileURLToPath(new URL('../..', import.meta.url));
// Linting everything at once takes a third of the time of linting package by package, and type-checking half: types are read once.
const targets = ['lint-everything', 'check-format', 'build', 'typecheck-everything', 'test'];

async function test() {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;

  const projects = await runAndTally(listProjects(root), targets, { root });
  const rest = await Promise.all([checkUnused(), checkProjectReferences(), checkPackages()]);
  return printTallies([...projects, ...rest]);
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
