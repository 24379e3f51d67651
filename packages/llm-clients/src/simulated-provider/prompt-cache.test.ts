import { describe, expect, test } from 'vitest';
import { AnthropicPromptCache, type CacheBlock, OpenAiPromptCache } from './prompt-cache.js';

const MINUTE = 60_000;
/** A text of that many tokens, different for each `name`. */
const tokens = (count: number, name = 'x'): string => name.repeat(count * 4).slice(0, count * 4);

describe("OpenAI's cache", () => {
  // https://platform.openai.com/docs/guides/prompt-caching
  test.each([
    ['a prompt under 1,024 tokens is never cached', 1_023, 1_023, 0],
    ['1,024 tokens are the least', 1_024, 1_024, 1_024],
    ['a repeated prompt hits up to the last full step of 128', 1_500, 1_500, 1_408],
    ['a common beginning hits up to the last step within it', 1_300, 2_000, 1_280],
    ['a common beginning under 1,024 tokens is no hit', 1_000, 2_000, 0],
  ])('%s', (_, common, length, expected) => {
    const cache = new OpenAiPromptCache();
    const begin = tokens(common, 'a');
    cache.lookUp('key', begin + tokens(length - common, 'b'), 0).store(0);
    expect(cache.lookUp('key', begin + tokens(length - common, 'c'), 1).readTokens).toBe(expected);
  });

  test('a prefix is known for five minutes after its last use', () => {
    const cache = new OpenAiPromptCache();
    const prompt = tokens(2_000);
    const read = (now: number): number => {
      const lookup = cache.lookUp('key', prompt, now);
      lookup.store(now);
      return lookup.readTokens;
    };
    expect([read(0), read(4 * MINUTE), read(8.9 * MINUTE), read(14 * MINUTE)]).toEqual([0, 1_920, 1_920, 0]);
  });

  test('accounts share nothing, and calls under way have stored nothing yet', () => {
    const cache = new OpenAiPromptCache();
    const prompt = tokens(2_000);
    const first = cache.lookUp('a', prompt, 0);
    expect(cache.lookUp('a', prompt, 1).readTokens).toBe(0);
    first.store(2);
    expect(cache.lookUp('a', prompt, 3).readTokens).toBe(1_920);
    expect(cache.lookUp('b', prompt, 3).readTokens).toBe(0);
  });
});

describe("Anthropic's cache", () => {
  const block = (count: number, name: string, breakpoint?: '5m' | '1h'): CacheBlock => ({
    text: tokens(count, name),
    ...(breakpoint && { breakpoint }),
  });
  const usage = (
    cache: AnthropicPromptCache,
    blocks: readonly CacheBlock[],
    now = 0,
  ): readonly [read: number, five: number, hour: number] => {
    const lookup = cache.lookUp('key', blocks, now);
    lookup.store(now);
    return [lookup.readTokens, ...lookup.writeTokens];
  };

  // https://platform.claude.com/docs/en/build-with-claude/prompt-caching
  test.each<[string, readonly CacheBlock[], readonly CacheBlock[], readonly number[], readonly number[]]>([
    ['nothing is cached without a breakpoint', [block(3_000, 'a')], [block(3_000, 'a')], [0, 0, 0], [0, 0, 0]],
    ['1,023 tokens are too few', [block(1_023, 'a', '5m')], [block(1_023, 'a', '5m')], [0, 0, 0], [0, 0, 0]],
    [
      'a prefix is written once and then read',
      [block(1_024, 'a', '5m')],
      [block(1_024, 'a', '5m'), block(50, 'q')],
      [0, 1_024, 0],
      [1_024, 0, 0],
    ],
    [
      'a grown history writes only what is new',
      [block(2_000, 'rules', '5m'), block(500, 'h', '5m')],
      [block(2_000, 'rules', '5m'), block(500, 'h'), block(300, 'i', '5m')],
      [0, 2_500, 0],
      [2_500, 300, 0],
    ],
    [
      'another history still reads the rules',
      [block(2_000, 'rules', '5m'), block(500, 'h', '5m')],
      [block(2_000, 'rules', '5m'), block(600, 'other', '5m')],
      [0, 2_500, 0],
      [2_000, 600, 0],
    ],
    [
      'an hour is counted apart',
      [block(2_000, 'a', '1h'), block(500, 'h', '5m')],
      [block(2_000, 'a', '1h')],
      [0, 500, 2_000],
      [2_000, 0, 0],
    ],
  ])('%s', (_, first, second, expectedFirst, expectedSecond) => {
    const cache = new AnthropicPromptCache();
    expect(usage(cache, first)).toEqual(expectedFirst);
    expect(usage(cache, second)).toEqual(expectedSecond);
  });

  test('a breakpoint finds earlier prefixes up to 20 blocks back', () => {
    const cache = new AnthropicPromptCache();
    usage(cache, [block(1_500, 'rules'), block(10, 'h0', '5m')]);
    const within = [
      block(1_500, 'rules'),
      block(10, 'h0'),
      ...Array.from({ length: 19 }, (_, i) => block(10, `n${i}`)),
      block(10, 'z', '5m'),
    ];
    expect(usage(cache, within)[0]).toBe(1_510);
    const beyond = [
      block(1_500, 'rules'),
      block(10, 'h0'),
      ...Array.from({ length: 25 }, (_, i) => block(10, `m${i}`)),
      block(10, 'z', '5m'),
    ];
    expect(usage(cache, beyond)[0]).toBe(0);
  });

  test('a prefix is known for five minutes after its last use, or for an hour', () => {
    const cache = new AnthropicPromptCache();
    const read = (life: '5m' | '1h', now: number): number => usage(cache, [block(2_000, life, life)], now)[0];
    expect([read('5m', 0), read('5m', 4 * MINUTE), read('5m', 8.9 * MINUTE), read('5m', 14 * MINUTE)]).toEqual([
      0, 2_000, 2_000, 0,
    ]);
    expect([read('1h', 0), read('1h', 59 * MINUTE), read('1h', 120 * MINUTE)]).toEqual([0, 2_000, 0]);
  });
});
