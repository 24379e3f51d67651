import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawScenario, scenarioFor, SCENE_CATEGORIES, TEN_SCENE_ARC } from './scenario.js';
import { SCENARIOS } from './scenarios.js';

const names = { A: 'Ada', B: 'Ben' };

test.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s names its turning point and both partners, and leaves no placeholder',
  (_, scenario) => {
    const { turningPoint, setting, situation, conflict } = scenarioFor(scenario, names);
    expect(situation.toLowerCase()).toContain(turningPoint.toLowerCase());
    const text = `${turningPoint} ${setting} ${situation} ${conflict}`;
    expect(text).toContain('Ada');
    expect(text).toContain('Ben');
    expect(text).not.toMatch(/[{}[\]]/);
    expect(situation.split(/\s+/).length).toBeLessThan(80);
  },
);

test('no scenario comes twice, by id, turning point or text', () => {
  for (const field of ['id', 'turningPoint', 'situation', 'setting', 'conflict'] as const) {
    expect(new Set(SCENARIOS.map((scenario) => scenario[field])).size).toBe(SCENARIOS.length);
  }
});

test('every category has scenarios, and those of the arc enough for five times through it', () => {
  for (const category of SCENE_CATEGORIES)
    expect(SCENARIOS.filter((scenario) => scenario.category === category).length).toBeGreaterThanOrEqual(6);
  expect(TEN_SCENE_ARC).toHaveLength(10);
});

test('names replace every placeholder, even names that look like patterns', () => {
  const scenario = { ...SCENARIOS[0]!, situation: '{A} and {B} and {A}' };
  expect(scenarioFor(scenario, { A: '$&', B: '{A}' }).situation).toBe('$& and {A} and $&');
});

test('no scenario repeats before its category is used up, and after that all are drawn equally often', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 20, maxLength: 20 }),
      (numbers) => {
        const category = 'Conflict & Repair';
        const size = SCENARIOS.filter((scenario) => scenario.category === category).length;
        const used = numbers.reduce<string[]>(
          (ids, random) => [...ids, drawScenario(SCENARIOS, category, { used: ids, random }).id],
          [],
        );
        expect(new Set(used.slice(0, size)).size).toBe(size);
        expect(new Set(used.slice(size, 2 * size)).size).toBe(size);
      },
    ),
    { numRuns: 30 },
  );
});

test('a category without scenarios is refused by name', () => {
  expect(() => drawScenario([], 'Modern Life', { used: [], random: 0 })).toThrow('no scenario of the category "Modern Life"');
});
