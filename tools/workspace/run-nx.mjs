import { createRequire } from 'node:module';
import path from 'node:path';
import { runNode } from './run-node.mjs';

const require = createRequire(import.meta.url);

/**
 * Runs Nx without its background process, its cloud or its full-screen display, so that it behaves alike here and on a build machine.
 * `node` is the binary of another Node, which then also runs what Nx starts.
 * @param {readonly string[]} args
 * @param {{ root: string, quiet?: boolean, node?: string }} options
 */
export async function runNx(args, { root, quiet = false, node }) {
  const env = {
    ...process.env,
    ...(node !== undefined && { PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}` }),
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_INTERACTIVE: 'false',
    NX_CACHE_DIRECTORY: path.join(root, '.nx', 'cache'),
  };
  return runNode(require.resolve('nx/bin/nx.js'), args, { cwd: root, quiet, env, ...(node !== undefined && { node }) });
}

/**
 * How the last `runNx` went, task by task, as Nx writes it down itself.
 * @param {string} root
 * @returns {string}
 */
export function runRecordFile(root) {
  return path.join(root, '.nx', 'cache', 'run.json');
}
