import { describe, expect, it } from 'vitest';
import { seededRandom } from './seeded-random.js';

const take = (count: number, random: () => number) => Array.from({ length: count }, random);

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(take(5, seededRandom('seed'))).toEqual(take(5, seededRandom('seed')));
    expect(take(5, seededRandom(1))).not.toEqual(take(5, seededRandom(2)));
    expect(take(5, seededRandom(1))).not.toEqual(take(5, seededRandom('1')));
    expect(take(5, seededRandom(''))).not.toEqual(take(5, seededRandom('\0')));
  });

  it('gives the same numbers in every version', () => {
    expect(take(3, seededRandom('entente')).map((number) => number.toFixed(8))).toMatchInlineSnapshot(`
      [
        "0.90828602",
        "0.50720114",
        "0.98082005",
      ]
    `);
  });

  it('is at least 0, less than 1, and fills every tenth alike', () => {
    const numbers = take(100_000, seededRandom(1));
    const tenths = Array<number>(10).fill(0);
    for (const number of numbers) tenths[Math.floor(number * 10)] = tenths[Math.floor(number * 10)]! + 1;
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('starts apart for seeds that are close, and does not favour a number after another', () => {
    const first = Array.from({ length: 10_000 }, (_, seed) => seededRandom(seed)());
    expect(Math.abs(first.filter((number) => number < 0.5).length - 5_000)).toBeLessThan(250);
    const numbers = take(100_000, seededRandom('pairs'));
    const ups = numbers.filter((number, i) => i > 0 && number < 0.5 === numbers[i - 1]! < 0.5);
    expect(Math.abs(ups.length - 50_000)).toBeLessThan(800);
  });
});
