import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.js';

describe('labels along a line', () => {
  it('stay where they want to be while they do not touch', () => {
    expect(spreadLabels([40, 10, 80], { gap: 20, low: 0, high: 100 })).toEqual([40, 10, 80]);
  });

  it('share a middle where they would overlap, and keep their order', () => {
    expect(spreadLabels([50, 52], { gap: 20, low: 0, high: 100 })).toEqual([41, 61]);
    expect(spreadLabels([50, 50, 50], { gap: 10, low: 0, high: 100 })).toEqual([40, 50, 60]);
  });

  it('are pushed back from the edges', () => {
    expect(spreadLabels([0, 1, 100], { gap: 20, low: 0, high: 100 })).toEqual([0, 20, 100]);
  });

  it('never overlap, leave the limits, or change places, wherever they want to be', () => {
    const places = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(places, (wanted) => {
        const found = spreadLabels(wanted, { gap: 12, low: 0, high: 100 });
        const sorted = [...found].sort((a, b) => a - b);
        sorted.slice(1).forEach((place, at) => expect(place - sorted[at]!).toBeGreaterThan(12 - 1e-6));
        expect(sorted[0]).toBeGreaterThan(-1e-6);
        expect(sorted.at(-1)).toBeLessThan(100 + 1e-6);
        wanted.forEach((place, one) =>
          wanted.forEach((other, two) => {
            if (place < other) expect(found[one]).toBeLessThan(found[two]!);
          }),
        );
      }),
    );
  });

  it('are spread evenly where there is no room for all', () => {
    expect(spreadLabels([1, 2, 3], { gap: 100, low: 0, high: 100 })).toEqual([0, 50, 100]);
  });
});
