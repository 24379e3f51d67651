import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { complainAboutNode } from './node-version.mjs';
import { runNx } from './run-nx.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [target = '', ...projects] = process.argv.slice(2);

/** Targets that do all packages faster in one go. @type {Readonly<Record<string, string>>} */
const wholesale = { lint: 'lint-everything' };

/** Runs one target, such as `build`, in all packages, or in those named behind it: `npm run build -- @entente/llm-clients`. */
async function runTargets() {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;
  const task = projects.length === 0 ? (wholesale[target] ?? target) : target;
  const chosen = projects.length > 0 ? [`--projects=${projects.join(',')}`] : [];
  const { code } = await runNx(['run-many', `--targets=${task}`, ...chosen, '--outputStyle=static'], { root });
  return code;
}

process.exitCode = await runTargets();
