import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_USAGE, type Usage } from '../language-model.js';
import { type ReportedUsage, settleUsage, soundUsage } from './settle-usage.js';

const estimate = { inputTokens: () => 100, outputTokens: () => 20 };
const settle = (reported: ReportedUsage): readonly [input: number, output: number, isEstimated: boolean] => {
  const { inputTokens, outputTokens, estimated = false } = settleUsage(reported, estimate);
  return [inputTokens, outputTokens, estimated];
};

/** Of a call whose texts are estimated at 100 tokens in and 20 out. */
const TABLE: readonly (readonly [what: string, reported: ReportedUsage, ...ReturnType<typeof settle>])[] = [
  ['both counts', { input: 90, output: 25 }, 90, 25, false],
  ['both counts and their total', { input: 90, output: 25, total: 115 }, 90, 25, false],
  ['nothing', {}, 100, 20, true],
  ['zeros for texts that are there', { input: 0, output: 0, total: 0 }, 100, 20, true],
  ['the output only', { output: 25 }, 100, 25, true],
  ['the input only', { input: 90 }, 90, 20, true],
  ['the total only', { total: 115 }, 100, 15, true],
  ['a total below the estimate of the input', { total: 60 }, 60, 0, true],
  ['the input and the total', { input: 90, total: 115 }, 90, 25, false],
  ['the output and the total', { output: 25, total: 115 }, 90, 25, false],
  ['a total below its part', { input: 90, total: 50 }, 90, 20, true],
  ['a negative count', { input: -5, output: 25 }, 100, 25, true],
  ['a fraction of a token', { input: 90, output: 1.5 }, 90, 20, true],
  ['a count beyond all measure', { input: 1e30, output: 25 }, 100, 25, true],
  ['counts that are no numbers', { input: '90', output: null, total: NaN }, 100, 20, true],
];

describe('settled usage', () => {
  it.each(TABLE)('of a reply that reports %s', (_what, reported, ...expected) => {
    expect(settle(reported)).toEqual(expected);
  });

  it('is 0, and no estimate, where there is no text', () => {
    expect(settleUsage({ input: 0, output: 0 }, { inputTokens: () => 0, outputTokens: () => 0 })).toEqual(NO_USAGE);
  });

  it('never makes a part greater than its whole', () => {
    expect(settleUsage({ input: 10, output: 5, cacheRead: 8, cacheWrite: 8, reasoning: 9 }, estimate)).toMatchObject({
      cacheReadTokens: 8,
      cacheWriteTokens: 2,
      reasoningTokens: 5,
    });
  });
});

const anything = fc.oneof(
  fc.nat(),
  fc.double(),
  fc.integer(),
  fc.constantFrom(undefined, null, '7', {}, NaN, Infinity, -0, 1e30),
);

it('is made of counts whatever was reported, and keeps counts that are sound', () => {
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  fc.assert(
    fc.property(
      fc.array(anything, { minLength: 6, maxLength: 6 }),
      ([input, output, total, cacheRead, cacheWrite, reasoning]) => {
        const { estimated: _mark, ...counts } = settleUsage({ input, output, total, cacheRead, cacheWrite, reasoning }, estimate);
        expect(Object.values(counts).every(isCount)).toBe(true);
        const raw = {
          inputTokens: input,
          outputTokens: output,
          cacheReadTokens: cacheRead,
          cacheWriteTokens: cacheWrite,
          reasoningTokens: reasoning,
        } as Usage;
        const { estimated: _again, ...sound } = soundUsage(raw, estimate);
        expect(Object.values(sound).every(isCount)).toBe(true);
        expect(soundUsage(sound, estimate)).toBe(sound);
      },
    ),
  );
});

it('of a model that gives none at all is estimated', () => {
  expect(soundUsage(undefined, estimate)).toMatchObject({ inputTokens: 100, outputTokens: 20, estimated: true });
});
