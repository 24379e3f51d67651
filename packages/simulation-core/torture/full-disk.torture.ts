import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { JournalWriteError, resumeRun, startRun } from '../src/index.js';
import { createFileStore } from '../src/node/index.js';
import { description, settings } from '../test/journal-copies.js';
import { undisturbedRun } from '../test/kill-and-resume.js';
import { toyModels, toyProgram } from '../test/toy-program.js';

const disk = mkdtempSync(join(tmpdir(), 'full disk '));
const mounted = ((): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

test.skipIf(!mounted)(
  'a disk that is really full stops the run with what to do, and once there is room it resumes and ends equal',
  async () => {
    const undisturbed = await undisturbedRun();
    const store = createFileStore({ folder: disk });
    const ballast = join(disk, 'ballast');
    for (let free = 4; free <= 40; free += 4) {
      writeFileSync(ballast, Buffer.alloc((60 - free) * 1024));
      const runId = `r${free}`;
      const outcome = await startRun(toyProgram(toyModels('salt')), { ...settings, store, runId, description }).catch(
        (error: unknown) => ({ status: 'failed' as const, error }),
      );
      rmSync(ballast);
      if (outcome.status === 'completed') break;
      expect('error' in outcome && outcome.error).toBeInstanceOf(JournalWriteError);
      const again = await resumeRun(toyProgram(toyModels('salt')), runId, { ...settings, store });
      expect(again.state).toEqual(undisturbed.state);
      rmSync(join(disk, runId), { recursive: true });
    }
  },
);
