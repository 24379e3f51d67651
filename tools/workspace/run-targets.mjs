import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { complainAboutNode } from './node-version.mjs';
import { runNode } from './run-node.mjs';
import { runNx } from './run-nx.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [target = '', ...projects] = process.argv.slice(2);

/** Targets that do all packages faster in one go. @type {Readonly<Record<string, string>>} */
const wholesale = { lint: 'lint-everything', typecheck: 'typecheck-everything' };

/**
 * Runs one target, such as `build`, in all packages, or in those named behind it: `npm run build -- @entente/llm-clients`. `lint` takes files
 * too, and then leaves out the rules that need types.
 */
async function runTargets() {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;
  const files = projects.filter((name) => !name.startsWith('@') && existsSync(name));
  if (target === 'lint' && files.length > 0 && files.length === projects.length) return lintQuickly(files);
  const task = projects.length === 0 ? (wholesale[target] ?? target) : target;
  const chosen = projects.length > 0 ? [`--projects=${projects.join(',')}`] : [];
  const { code } = await runNx(['run-many', `--targets=${task}`, ...chosen, '--outputStyle=static'], { root });
  return code;
}

/** Lints files without the rules that need types. @param {readonly string[]} files */
async function lintQuickly(files) {
  const eslint = path.join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const config = path.join(root, 'tools', 'workspace', 'lint', 'quick.config.mjs');
  const { code } = await runNode(eslint, ['--config', config, ...files], { cwd: process.cwd() });
  return code;
}

process.exitCode = await runTargets();
