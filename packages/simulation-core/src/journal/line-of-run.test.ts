import { describe, expect, it } from 'vitest';
import { haveLines, linesOf } from './line-of-run.js';
import type { RunHeader } from './entry.js';

const run = (runId: string, parent?: string) => ({
  header: { runId, ...(parent !== undefined && { forkedFrom: { runId: parent } }) } as unknown as RunHeader,
});

describe('the line of a run', () => {
  const runs = [run('grandchild', 'child'), run('a'), run('child', 'a'), run('b'), run('orphan', 'gone'), run('other', 'gone')];

  it('is that of the run that it was forked from, however often', () => {
    expect(runs.map(linesOf(runs))).toEqual(['a', 'a', 'a', 'b', 'gone', 'gone']);
  });

  it('is there where two runs have one in common', () => {
    expect(haveLines(runs)).toBe(true);
    expect(haveLines([run('a'), run('b'), run('orphan', 'gone')])).toBe(false);
    expect(haveLines([run('orphan', 'gone'), run('other', 'gone')])).toBe(true);
  });
});
