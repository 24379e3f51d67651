import { describe, expect, it } from 'vitest';
import { copiesAmong, withoutCopies } from './without-copies.js';

type Listed = Parameters<typeof withoutCopies>[0][number];

/** A folder that holds the run of this name. */
const folder = (runId: string, origin: string, contents = 'same'): Listed => ({
  runId,
  header: {
    type: 'run-started',
    v: 1,
    runId: origin,
    program: 'idle',
    identity: origin,
    spec: {},
    seed: origin,
    replicate: 0,
    packageVersion: '0',
    labels: {},
    at: 1,
  },
  contents,
});
const counted = (...runs: Listed[]) => {
  const { runs: kept, notes, undecided } = withoutCopies(runs);
  return { kept: kept.map(({ runId }) => runId), notes, undecided };
};

describe('of folders that hold one run', () => {
  it('the one that is called like it counts, whatever the order of names', () => {
    expect(counted(folder('a', 'x'), folder('b', 'b'), folder('x', 'x'), folder('y', 'x'))).toEqual({
      kept: ['b', 'x'],
      notes: ['a is a copy of x and is left out', 'y is a copy of x and is left out'],
      undecided: 0,
    });
  });

  it('all others are handed back as its copies', () => {
    const { copies } = withoutCopies([folder('a', 'x'), folder('b', 'b'), folder('x', 'x'), folder('y', 'x')]);
    expect(copies.map(({ runId }) => runId)).toEqual(['a', 'y']);
  });

  it('one alone counts under its own name', () => {
    expect(withoutCopies([folder('renamed', 'x')]).copies).toEqual([]);
    expect(counted(folder('renamed', 'x'))).toEqual({ kept: ['renamed'], notes: [], undecided: 0 });
  });

  it('the first counts where all hold the same and the original is gone', () => {
    expect(counted(folder('a', 'x'), folder('b', 'x')).kept).toEqual(['a']);
  });

  it('a copy that went on differently is left out too, and that is said', () => {
    const { kept, notes } = counted(folder('a', 'x', 'longer'), folder('x', 'x'));
    expect(kept).toEqual(['x']);
    expect(notes).toEqual([expect.stringMatching(/^a is a copy of x that went on differently; .* x counts: name a alone/)]);
  });

  it('none counts where they went on differently and the original is gone', () => {
    const { kept, notes, undecided } = counted(folder('a', 'x', 'one'), folder('b', 'x', 'other'), folder('c', 'c'));
    expect({ kept, undecided }).toEqual({ kept: ['c'], undecided: 2 });
    expect(notes).toEqual([expect.stringMatching(/^a, b are copies of x that went on differently, so none of them counts/)]);
  });
});

it('copies are listed with the name of their original, where that is listed too', () => {
  expect([...copiesAmong([folder('a', 'x'), folder('x', 'x'), folder('b', 'gone')])]).toEqual([['a', 'x']]);
});
