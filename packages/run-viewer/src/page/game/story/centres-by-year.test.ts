import { startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { centresByYear } from './centres-by-year';

const at = (name: string, french: number) => {
  const position = startingPosition();
  return {
    name,
    position: { ...position, centers: { ...position.centers, FRANCE: Array.from({ length: french }, (_, n) => `${n}`) } },
  };
};
const french = (phases: readonly ReturnType<typeof at>[]) =>
  centresByYear(phases)
    .find(({ name }) => name === 'France')
    ?.points.map(({ x, y }) => [x, y]);

describe('centresByYear', () => {
  it('counts centres at the end of each year, and before the first', () => {
    const phases = [at('S1901M', 3), at('F1901M', 3), at('W1901A', 5), at('S1902M', 5), at('F1902M', 5), at('S1903M', 6)];
    expect(french(phases)).toEqual([
      [1900, 3],
      [1901, 5],
      [1902, 6],
    ]);
  });

  it('counts the last year of a game that was won in it, and no year that is under way', () => {
    expect(french([at('S1901M', 3), at('F1901M', 3), at('COMPLETED', 18)])).toEqual([
      [1900, 3],
      [1901, 18],
    ]);
    expect(french([at('S1901M', 3), at('F1901M', 3)])).toEqual([[1900, 3]]);
  });
});
