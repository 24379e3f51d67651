import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answeredIn, description, entriesOf, settings } from '../../test/journal-copies.js';
import { toyModels, toyProgram } from '../../test/toy-program.js';
import { JournalWriteError } from '../errors/journal-errors.js';
import { createFileStore } from '../node/file-store.js';
import { diskOperations, type FileOperations } from '../node/file-writer.js';
import { createMemoryStore } from '../stores/memory-store.js';
import { resumeRun } from './resume-run.js';
import { startRun } from './start-run.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The disk gives out at the n-th operation, and stays so. */
function breakingDisk(after: number, how: 'full' | 'sync fails' | 'half a write'): FileOperations {
  let done = 0;
  return {
    write: async (fd, bytes) => {
      if (++done > after && how === 'full')
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      if (done > after && how === 'half a write') {
        await diskOperations.write(fd, bytes.subarray(0, Math.floor(bytes.length / 2)));
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      }
      await diskOperations.write(fd, bytes);
    },
    sync: async (fd) => {
      if (done > after && how === 'sync fails') throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
      await diskOperations.sync(fd);
    },
  };
}

test.each(['full', 'sync fails', 'half a write'] as const)(
  'when the disk is broken (%s) the run says what to do, and on a mended disk it ends equal',
  async (how) => {
    const whole = await startRun(toyProgram(toyModels('salt')), {
      ...settings,
      store: createMemoryStore(),
      runId: 'r',
      description,
    });
    for (const after of [0, 1, 7, 20]) {
      const runId = `r${after}`;
      const broken = createFileStore({ folder, operations: breakingDisk(after, how) });
      const models = toyModels('salt');
      const outcome = await startRun(toyProgram(models), { ...settings, store: broken, runId, description });
      expect(outcome).toMatchObject({ status: 'failed', reason: 'error' });
      expect(outcome.status === 'failed' && outcome.error).toBeInstanceOf(JournalWriteError);
      expect(outcome.status === 'failed' && String(outcome.error)).toMatch(/: (make room|mend or change it), then resume/);
      const mended = createFileStore({ folder });
      const kept = await entriesOf(mended, runId);
      if (kept.length === 0) {
        // Not even the header got through: the run never was, and its name is free.
        expect((await startRun(toyProgram(toyModels('salt')), { ...settings, store: mended, runId, description })).state).toEqual(
          whole.state,
        );
        continue;
      }
      const rest = toyModels('salt');
      expect((await resumeRun(toyProgram(rest), runId, { ...settings, store: mended })).state).toEqual(whole.state);
      expect(rest.asked.length + answeredIn(kept).size).toBe(answeredIn(await entriesOf(mended, runId)).size);
    }
  },
);
