import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { killGroup } from './kill-group.mjs';

const loop = 'for (;;);';
const parent = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(loop)}], { stdio: 'inherit' });
  child.once('spawn', () => { process.stdout.write('ready'); ${loop} });
`;

it('ends a process and those it has started, though they loop', async () => {
  const leader = spawn(process.execPath, ['-e', parent], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(leader.stdout, 'data');
  killGroup(leader.pid!);
  // The output ends only when the last process that writes to it has ended.
  await once(leader, 'close');
  killGroup(leader.pid!);
  expect(leader.killed || leader.exitCode !== null || leader.signalCode !== null).toBe(true);
});
