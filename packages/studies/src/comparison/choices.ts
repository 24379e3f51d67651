import type { SeededRandom } from '../seeded-random.js';

/** Number of ways to choose `size` of `count`; stops counting above `limit`. */
export function countChoices(count: number, size: number, limit: number): number {
  let choices = 1;
  for (let step = 1; step <= Math.min(size, count - size) && choices <= limit; step++)
    choices = (choices * (count - step + 1)) / step;
  return choices;
}

/** Visits the sum of every choice of `size` of the values. */
export function forEachChoice(values: readonly number[], size: number, visit: (sum: number) => void): void {
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) return visit(sum);
    for (let index = from; index <= values.length - left; index++) choose(index + 1, left - 1, sum + values[index]!);
  };
  choose(0, size, 0);
}

/** Chooses `size` of the values at random, moves them to the front, and returns their sum. */
export function drawChoice(values: number[], size: number, random: SeededRandom): number {
  let sum = 0;
  for (let place = 0; place < size; place++) {
    const other = place + random.below(values.length - place);
    const value = values[other]!;
    values[other] = values[place]!;
    values[place] = value;
    sum += value;
  }
  return sum;
}
