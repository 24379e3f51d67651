import { describe, expect, it } from 'vitest';
import { UsageError } from '../cli/console-error.js';
import { parseDollars, parseDuration, parseSeed, parseSeeds, parseTokens } from './parse-quantities.js';

describe('what users write for quantities', () => {
  it.each([
    ['90', 90_000],
    ['90s', 90_000],
    ['1.5m', 90_000],
    ['20 min', 1_200_000],
    ['2h', 7_200_000],
    ['500ms', 500],
  ])('reads the time %s', (text, ms) => {
    expect(parseDuration(text, '--grace')).toBe(ms);
  });

  it.each([
    ['2000000', 2_000_000],
    ['2_000_000', 2_000_000],
    ['500k', 500_000],
    ['1.5M', 1_500_000],
  ])('reads %s tokens', (text, tokens) => {
    expect(parseTokens(text, '--max-tokens')).toBe(tokens);
  });

  it('reads dollars with or without the sign', () => {
    expect([parseDollars('$5', '--max-cost'), parseDollars('0.25', '--max-cost')]).toEqual([5, 0.25]);
  });

  it('reads a bare number as how many seeds, and a list as which', () => {
    expect(parseSeeds('3')).toEqual(['1', '2', '3']);
    expect(parseSeeds('1,5, 9')).toEqual(['1', '5', '9']);
    expect(parseSeeds('7,')).toEqual(['7']);
  });

  it.each(['', '0', '-1', '1.5', 'a', '1,,5', '1,5,1', '100001', '1,a b'])('refuses the seeds "%s"', (text) => {
    expect(() => parseSeeds(text)).toThrow(UsageError);
  });

  it.each([
    () => parseDuration('soon', '--grace'),
    () => parseDuration('3 weeks', '--grace'),
    () => parseDollars('0', '--max-cost'),
    () => parseDollars('five', '--max-cost'),
    () => parseTokens('0', '--max-tokens'),
    () => parseTokens('lots', '--max-tokens'),
    () => parseSeed('a b'),
  ])('names the option when it refuses', (parse) => {
    expect(parse).toThrow(/^--[a-z-]+ cannot be ".*"; write /);
  });
});
