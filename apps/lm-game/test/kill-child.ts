import { nodeClock } from '@entente/llm-clients';
import { startRun } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { KILLED_RUN, providerGame } from './provider-game.js';

/** Plays a game and kills itself when its journal has the given number of entries: `node kill-child.mjs FOLDER RUN URL ENTRIES`. */
const [folder = '', runId = '', url = '', count = '0'] = process.argv.slice(2);
let entries = 0;
const outcome = await startRun(providerGame(url), {
  store: createFileStore({ folder }),
  clock: nodeClock,
  packageVersion: 'test',
  runId,
  description: KILLED_RUN,
  onEntry: () => {
    if (++entries >= Number(count)) process.kill(process.pid, 'SIGKILL');
  },
});
if (outcome.status !== 'completed') throw outcome.error;
