import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKillBench, KILL_POINTS, type KillBench, undisturbedRun } from './kill-and-resume.js';

const undisturbed = await undisturbedRun();
let bench: KillBench;
beforeAll(async () => {
  bench = await createKillBench();
});
afterAll(() => bench.close());

/** Journal-entry counts at which the process is killed: the first answers, and then all over the run. */
const COUNTS = [12, 30, 61, 90, 125];

describe.each(KILL_POINTS)('killed with SIGKILL %s', (point) => {
  test.each(COUNTS)('at entry %i or just after, a resumed run ends equal and pays for nothing twice', async (count) => {
    const report = await bench.run(point, count);
    expect(report.killed).toBe(true);
    expect(report.answeredAtKill).toBeGreaterThan(0);
    expect(report.state).toEqual(undisturbed.state);
    expect(report.facts).toEqual(undisturbed.facts);
    expect(report.paidTwice).toEqual([]);
    expect(report.usedBeforeRecorded).toEqual([]);
    if (point === 'request-sent' || point === 'reply-read') expect(report.repeated.length).toBeGreaterThan(0);
    expect(report.repeated.length).toBeLessThanOrEqual(report.inFlightAtKill);
  });
});
