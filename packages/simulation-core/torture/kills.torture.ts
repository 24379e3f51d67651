import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKillBench, KILL_POINTS, type KillBench, undisturbedRun } from '../test/kill-and-resume.js';

const KILLS = 1000;
const undisturbed = await undisturbedRun();
let bench: KillBench;
beforeAll(async () => {
  bench = await createKillBench();
});
afterAll(() => bench.close());

test(`${KILLS} kills, at every point and every count of entries: every resumed run ends equal and pays for nothing twice`, async () => {
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const point = KILL_POINTS[kill % KILL_POINTS.length]!;
    // A stride, so that any part of the kills covers the whole run.
    const count = 2 + ((7 * Math.floor(kill / KILL_POINTS.length)) % (undisturbed.entries - 2));
    const report = await bench.run(point, count);
    killed += report.killed ? 1 : 0;
    expect({
      kill,
      point,
      count,
      state: report.state,
      facts: report.facts,
      paidTwice: report.paidTwice,
      lost: report.usedBeforeRecorded,
    }).toEqual({
      kill,
      point,
      count,
      state: undisturbed.state,
      facts: undisturbed.facts,
      paidTwice: [],
      lost: [],
    });
  }
  // A count near the end may find no further request, append or barrier to die at.
  expect(killed).toBeGreaterThan(KILLS * 0.9);
});
