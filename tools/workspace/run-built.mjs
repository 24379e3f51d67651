import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatIsStale } from './build-what-is-stale.mjs';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { complainAboutNode } from './node-version.mjs';
import { runNode } from './run-node.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program of the workspace, at its root: installs what is missing and builds what is stale first, and does
 * neither, in well under a second, when there is nothing to do.
 * @param {{ package: string, file: string, alongside?: readonly string[] }} program the package it belongs to, its file below the root, and
 *   packages to build with it
 * @param {readonly string[]} args
 * @returns {Promise<number>} the program's exit code, or 1 with a line on what to do
 */
export async function runBuilt(program, args) {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;
  if (!(await buildWhatIsStale(root, program.package, program.alongside))) return 1;

  // Ctrl-C reaches the program too, which ends in its own time; leaving before it would give the prompt back too early.
  process.on('SIGINT', () => {});
  const { code } = await runNode(path.join(root, program.file), args, { cwd: root });
  return code;
}
