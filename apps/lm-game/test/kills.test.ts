import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKillBench, factsOf, type KillBench, undisturbedGame } from './kill-and-resume.js';

/** Spread evenly over the journal; the long version, `npm run torture`, kills at every place. */
const KILLS = 8;

let bench: KillBench;
let undisturbed: Awaited<ReturnType<typeof undisturbedGame>>;
beforeAll(async () => {
  [bench, undisturbed] = await Promise.all([createKillBench(), undisturbedGame()]);
});
afterAll(() => bench.close());

test(`a process killed at any of ${KILLS} places of its journal leaves a game that ends the same, and pays no answer on record again`, async () => {
  const last = undisturbed.entries.length;
  for (let kill = 0; kill < KILLS; kill++) {
    const at = 1 + Math.floor((kill * (last - 2)) / (KILLS - 1));
    const report = await bench.run(at);
    expect(report.killed, `killed at entry ${at}`).toBe(true);
    expect(report.state, `killed at entry ${at}`).toEqual(undisturbed.state);
    expect(factsOf(report.entries), `killed at entry ${at}`).toEqual(factsOf(undisturbed.entries));
    // Whatever was asked twice was in flight: asked, and not yet on record.
    expect(report.repeated, `killed at entry ${at}`).toBeLessThanOrEqual(report.askedAtKill - report.answeredAtKill);
    expect(report.asked, `killed at entry ${at}`).toBe(undisturbed.asked + report.repeated);
  }
});
