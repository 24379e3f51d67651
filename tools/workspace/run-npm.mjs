import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { runNode } from './run-node.mjs';

/**
 * Runs npm without a shell: the npm that runs this script, else the one that came with this Node, else the first in PATH.
 * @param {readonly string[]} args
 * @param {Parameters<typeof runNode>[2]} options
 */
export async function runNpm(args, options) {
  return runNode(findNpm(), args, options);
}

function findNpm() {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env['npm_execpath'],
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'npm')),
  ];
  const found = candidates
    .filter((file) => file !== undefined && existsSync(file))
    .map((file) => realpathSync(String(file)))
    .find((file) => path.basename(file) === 'npm-cli.js');
  if (found === undefined) throw new Error('npm was not found beside Node. Start this through npm: npm start, or npm test.');
  return found;
}
