import { expect, test } from 'vitest';
import type { RunRow } from '../../server/run-row';
import { changed } from './all-runs';

const row = (runId: string, calls: number): RunRow => ({ runId, calls }) as RunRow;

test('a change replaces rows, takes runs away, and tells damaged ones from read ones', () => {
  const first = changed(
    { place: 'p', runs: [], damaged: [], known: 0 },
    { runs: [row('a', 1), row('b', 1)], damaged: [{ runId: 'c', message: 'm' }], gone: [], known: 3 },
  );
  const then = changed(first, { runs: [row('a', 2), row('c', 1)], damaged: [], gone: ['b'], known: 2 });
  expect(then.runs.map(({ runId, calls }) => `${runId} ${calls}`).sort()).toEqual(['a 2', 'c 1']);
  expect(then.damaged).toEqual([]);
  expect(then.known).toBe(2);
});
