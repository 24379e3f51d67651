import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKillBench, factsOf, type KillBench, undisturbedGame } from '../test/kill-and-resume.js';

const KILLS = 500;

let bench: KillBench;
let undisturbed: Awaited<ReturnType<typeof undisturbedGame>>;
beforeAll(async () => {
  [bench, undisturbed] = await Promise.all([createKillBench(), undisturbedGame()]);
});
afterAll(() => bench.close());

test(`${KILLS} killed games end as the one that nobody killed, and no answer on record is paid again`, async () => {
  const places = undisturbed.entries.length - 2;
  for (let kill = 0; kill < KILLS; kill++) {
    const at = 1 + ((kill * 7919) % places);
    const report = await bench.run(at);
    expect(report.killed, `killed at entry ${at}`).toBe(true);
    expect(factsOf(report.entries), `killed at entry ${at}`).toEqual(factsOf(undisturbed.entries));
    expect(report.repeated, `killed at entry ${at}`).toBeLessThanOrEqual(report.askedAtKill - report.answeredAtKill);
  }
});
