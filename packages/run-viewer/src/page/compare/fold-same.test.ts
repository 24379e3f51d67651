import { expect, test } from 'vitest';
import { foldSame } from './fold-same';

test('neighbours that are the same come together; each that differs stands alone', () => {
  const isEven = (number: number): boolean => number % 2 === 0;
  expect(foldSame([2, 4, 1, 3, 6], isEven)).toEqual([{ same: [2, 4] }, { different: 1 }, { different: 3 }, { same: [6] }]);
  expect(foldSame([], isEven)).toEqual([]);
});
