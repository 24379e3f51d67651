/** The process that is killed: carries the toy run on until its journal has the given number of entries, and dies at the given point. */
import { writeSync } from 'node:fs';
import { nodeClock } from '@entente/llm-clients';
import { resumeRun, startRun } from '../src/index.js';
import { createFileStore } from '../src/node/file-store.js';
import { diskOperations } from '../src/node/file-writer.js';
import { httpToyModels } from './http-toy.js';
import type { KillPoint } from './kill-and-resume.js';
import { toyProgram } from './toy-program.js';

const [folder, runId, url, point, count, how] = process.argv.slice(2) as [
  string,
  string,
  string,
  KillPoint,
  string,
  'start' | 'resume',
];

let entries = 0;
const armed = (): boolean => entries >= Number(count);
const dieAt = (here: KillPoint): void => {
  if (point === here && armed()) process.kill(process.pid, 'SIGKILL');
};

const store = createFileStore({
  folder,
  operations: {
    write: async (fd, bytes) => {
      if (point === 'torn-append' && armed()) {
        writeSync(fd, bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))));
        dieAt('torn-append');
      }
      await diskOperations.write(fd, bytes);
    },
    sync: async (fd) => {
      await diskOperations.sync(fd);
      dieAt('after-append');
    },
  },
});
const models = httpToyModels(url, {
  beforeRequest: () => dieAt('before-request'),
  killWhileSent: () => point === 'request-sent' && armed(),
  afterReply: () => dieAt('reply-read'),
});
const program = toyProgram(models, 3, () => dieAt('at-barrier'));
const settings = { clock: nodeClock, packageVersion: '0', store, onEntry: () => void entries++ };
const outcome =
  how === 'start'
    ? await startRun(program, { ...settings, runId, description: { spec: { test: true }, seed: 'seed', replicate: 0 } })
    : await resumeRun(program, runId, settings);
process.exitCode = outcome.status === 'completed' ? 0 : 1;
