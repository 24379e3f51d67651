import { runBuilt } from './run-built.mjs';

/** What `npm start` shows; further words, as in `npm start -- --seeds 3`, go behind these. */
const demo = {
  package: '@entente/relationship-sim',
  file: 'apps/relationship-sim/bin/relationship-sim.js',
  args: ['batch', '--demo'],
};

process.exitCode = await runBuilt(demo, [...demo.args, ...process.argv.slice(2)]);
