import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import { NO_TOTALS } from '../journal/run-totals.js';
import { LONGEST_GAP_MS, WorkedTime } from './worked-time.js';

const v = JOURNAL_VERSION;
const startedAt = (at: number): JournalEntry => ({
  ...{ type: 'run-started', v, runId: 'r', program: 'p', identity: 'i', spec: null, seed: 's', replicate: 0 },
  ...{ packageVersion: '0', labels: {}, at },
});
const resumedAt = (at: number): JournalEntry => ({ type: 'run-resumed', v, packageVersion: '0', at });
const interruptedAt = (at: number): JournalEntry => ({
  ...{ type: 'run-interrupted', v, reason: 'stopped', message: '', totals: NO_TOTALS, at },
});
const stepAt = (at: number): JournalEntry => ({ type: 'step-started', v, step: 'a', at });

const workedOn = (entries: readonly JournalEntry[]): readonly [ms: number, clockSteps: number] => {
  const worked = new WorkedTime();
  for (const entry of entries) worked.add(entry);
  return [worked.ms, worked.clockSteps];
};

const work = fc.integer({ min: 0, max: 600_000 });
/** A pause between sessions: any, and backwards where somebody set the clock meanwhile. */
const pause = fc.integer({ min: -10 * LONGEST_GAP_MS, max: 10 * LONGEST_GAP_MS });
/** A step of the clock within a session: back, or forward by more than a call may take. */
const jump = fc.oneof(
  fc.integer({ min: -1000 * LONGEST_GAP_MS, max: -700_000 }),
  fc.integer({ min: LONGEST_GAP_MS + 1, max: 1000 * LONGEST_GAP_MS }),
);
const session = fc.record({
  gaps: fc.array(
    fc.oneof(
      work,
      jump.map((by) => ({ by })),
    ),
    { maxLength: 8 },
  ),
  isKilled: fc.boolean(),
  pause,
});

test('is the sum of the sessions, whatever the pauses, kills and jumps of the clock', () => {
  fc.assert(
    fc.property(fc.array(session, { minLength: 1, maxLength: 5 }), (sessions) => {
      const entries: JournalEntry[] = [];
      let now = 1_700_000_000_000;
      let workedMs = 0;
      let steps = 0;
      sessions.forEach(({ gaps, isKilled, pause: pauseMs }, index) => {
        entries.push(index === 0 ? startedAt(now) : resumedAt(now));
        for (const gap of gaps) {
          now += typeof gap === 'number' ? gap : gap.by;
          if (typeof gap === 'number') workedMs += gap;
          else steps += 1;
          entries.push(stepAt(now));
        }
        if (!isKilled) entries.push(interruptedAt(now));
        now += pauseMs;
      });
      expect(workedOn(entries)).toEqual([workedMs, steps]);
    }),
  );
});

test('never goes back while a run goes on', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e15, max: 1e15 })), (instants) => {
      const worked = new WorkedTime();
      worked.add(startedAt(0));
      let before = 0;
      for (const at of instants) {
        worked.add(stepAt(at));
        expect(worked.ms).toBeGreaterThanOrEqual(before);
        before = worked.ms;
      }
    }),
  );
});

test('of a fork begins where it is resumed, as the inherited part was the work of its parent', () => {
  const fork: JournalEntry[] = [
    startedAt(50_000),
    stepAt(1000),
    stepAt(9000),
    { type: 'run-forked', v, step: 'b', at: 50_000 },
    resumedAt(60_000),
    stepAt(60_040),
  ];
  expect(workedOn(fork)).toEqual([40, 0]);
});
