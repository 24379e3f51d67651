import { runBuilt } from './run-built.mjs';

/** What `npm start` shows; further words, as in `npm start -- --pairs all`, go behind these. */
const demo = {
  package: '@entente/relationship-sim',
  file: 'apps/relationship-sim/bin/relationship-sim.js',
  // So that every command works through npx once this has run.
  alongside: ['@entente/diplomacy-rules'],
  args: ['demo'],
};

process.exitCode = await runBuilt(demo, [...demo.args, ...process.argv.slice(2)]);
