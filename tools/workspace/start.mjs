import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBuilt } from './run-built.mjs';
import { runNode } from './run-node.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** First command of `npm start`; further words, as in `npm start -- --pairs all`, go behind these. */
const couples = {
  package: '@entente/relationship-sim',
  file: 'apps/relationship-sim/bin/relationship-sim.js',
  // So that the game can begin at once after it, and every command works through npx.
  alongside: ['@entente/diplomacy-rules', '@entente/lm-game'],
  args: ['demo'],
};
/** And then. */
const game = { file: 'apps/lm-game/bin/lm-game.js', args: ['demo'] };
/** And in the end, where `--view` is given. */
const view = { file: couples.file, args: ['view', '--open'] };

const words = process.argv.slice(2).filter((word) => word !== '--view');
const opensPage = process.argv.includes('--view');
let code = await runBuilt(couples, [...couples.args, ...words]);
if (code === 0 && !words.some((word) => word === '--help' || word === '-h')) {
  console.log('\nSeven powers playing Diplomacy, live:\n');
  ({ code } = await runNode(path.join(root, game.file), game.args, { cwd: root }));
  if (code === 0 && opensPage) ({ code } = await runNode(path.join(root, view.file), view.args, { cwd: root }));
  else if (code === 0) console.log('\nTo look at all of it on a page: npx relationship-sim view');
}
process.exitCode = code;
