import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatIsStale } from './build-what-is-stale.mjs';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { complainAboutNode } from './node-version.mjs';
import { runNode } from './run-node.mjs';

/** What `npm start` shows; further words, as in `npm start -- --seeds 3`, go behind these. */
const demo = {
  package: '@entente/relationship-sim',
  file: 'apps/relationship-sim/bin/relationship-sim.js',
  args: ['batch', '--demo'],
};

const root = fileURLToPath(new URL('../..', import.meta.url));

async function start() {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;
  if (!(await buildWhatIsStale(root, demo.package))) return 1;

  // Ctrl-C reaches the demo too, which ends in its own time; leaving before it would give the prompt back too early.
  process.on('SIGINT', () => {});
  const { code } = await runNode(path.join(root, demo.file), [...demo.args, ...process.argv.slice(2)], { cwd: root });
  return code;
}

process.exitCode = await start();
