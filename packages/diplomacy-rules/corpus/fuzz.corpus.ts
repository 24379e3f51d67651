import { describe, expect, it } from 'vitest';
import { runCase } from '../src/cases/run-case.js';
import { RULEBOOKS } from '../src/values/rulebooks.js';
import { readLines } from './corpus-data.js';

interface FuzzBoard {
  readonly id: string;
  readonly expectedLandFallback?: unknown;
}

const walksWhenNoRoute = { ...RULEBOOKS['2023'], landFallback: 'whenNoRouteOrdered' } as const;

/** Differences of the boards of a file by id, and the number of boards. */
async function judge(
  file: string,
): Promise<{ readonly boards: number; readonly differences: Readonly<Record<string, unknown>> }> {
  const differences: Record<string, unknown> = {};
  let boards = 0;
  for await (const board of readLines<FuzzBoard>(`fuzz-dev/${file}.jsonl.gz`)) {
    boards += 1;
    const result = runCase(board);
    const walking = board.expectedLandFallback === undefined ? undefined : runCase(board, { rulebook: walksWhenNoRoute });
    if (!result.passed) differences[board.id] = result.differences;
    if (walking?.passed === false) differences[`${board.id}, walking`] = walking.differences;
  }
  return { boards, differences };
}

describe('random boards, judged by four engines', () => {
  it.each([
    ['general-consensus', 3948],
    ['general-majority', 52],
    ['paradox-consensus', 458],
    ['paradox-majority', 296],
  ])('end as at least two other engines have it: %s', async (file, count) => {
    const { boards, differences } = await judge(file);

    expect(differences).toEqual({});
    expect(boards).toBe(count);
  });

  it('end as the rules have it where only one other engine agrees', async () => {
    const { boards, differences } = await judge('general-minority');

    expect(differences).toEqual({});
    expect(boards).toBe(1);
  });
});
