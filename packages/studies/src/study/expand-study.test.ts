import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { expandStudy } from './expand-study.js';
import { parseStudy } from './parse-study.js';
import type { StudyProgram } from './study.js';

const program: StudyProgram = {
  name: 'game',
  settings: { rounds: z.int(), plan: z.boolean() },
  seats: ['A', 'B', 'C'],
  measures: [],
};
const expand = (text: string) => expandStudy(parseStudy(`name: s\nprogram: game\n${text}`, program), program);

test('every condition is run with the same seeds, each as often as asked for', () => {
  const runs = expand('factors: { rounds: [0, 2], plan: [true, false] }\nseeds: 2\nreplicates: 2');
  expect(runs.map(({ id }) => id)).toEqual(
    ['rounds=0,plan=true', 'rounds=0,plan=false', 'rounds=2,plan=true', 'rounds=2,plan=false'].flatMap((condition) =>
      ['s1', 's1/r1', 's2', 's2/r1'].map((rest) => `s/${condition}/${rest}`),
    ),
  );
  expect(runs[3]).toEqual({
    id: 's/rounds=0,plan=true/s2/r1',
    study: 's',
    condition: 'rounds=0,plan=true',
    levels: { rounds: '0', plan: 'true' },
    seed: '2',
    replicate: 1,
    settings: { rounds: 0, plan: true },
    seats: null,
    labels: { study: 's', condition: 'rounds=0,plan=true', rounds: '0', plan: 'true' },
  });
});

test('without paired seeds no two conditions share one', () => {
  const runs = expand('factors: { rounds: [0, 1, 2] }\nseeds: 5\npairedSeeds: false');
  expect(new Set(runs.map(({ seed }) => seed)).size).toBe(15);
  for (const { seed } of runs) expect(seed).toMatch(/^[1-5]-[a-z0-9]{6}$/);
});

test('over the seeds the test seat goes round, and conditions with the same seed have the same seat', () => {
  const runs = expand('factors: { testSeat: [oak, elm] }\nseats: { opponents: [fir, yew], at: B, rotate: over-seeds }\nseeds: 4');
  expect(runs.slice(0, 4).map(({ seats }) => seats)).toEqual([
    { models: { A: 'fir', B: 'oak', C: 'yew' }, testSeat: 'B' },
    { models: { A: 'yew', B: 'fir', C: 'oak' }, testSeat: 'C' },
    { models: { A: 'oak', B: 'yew', C: 'fir' }, testSeat: 'A' },
    { models: { A: 'fir', B: 'oak', C: 'yew' }, testSeat: 'B' },
  ]);
  expect(runs.slice(4).map(({ seats }) => seats?.testSeat)).toEqual(['B', 'C', 'A', 'B']);
  expect(runs[1]?.labels).toMatchObject({ seat: 'C', testSeat: 'oak' });
});

test('with every seat each seed is played once in each', () => {
  const runs = expand('seats: { testSeat: oak, opponents: elm, rotate: every-seat }\nseeds: 2');
  expect(runs.map(({ id, seed }) => [id, seed])).toEqual([
    ['s/s/s1/A', '1'],
    ['s/s/s1/B', '1'],
    ['s/s/s1/C', '1'],
    ['s/s/s2/A', '2'],
    ['s/s/s2/B', '2'],
    ['s/s/s2/C', '2'],
  ]);
});

test('rotations that change nothing are not run again', () => {
  expect(expand('seats: { models: oak, rotate: every-seat }')).toHaveLength(1);
  expect(expand('seats: { models: [a, b, c], rotate: every-seat }').map(({ id }) => id)).toEqual([
    's/s/s1/turn0',
    's/s/s1/turn1',
    's/s/s1/turn2',
  ]);
});

test('without rotation everybody stays', () => {
  const runs = expand('seats: { models: [a, b, c] }\nseeds: 3');
  for (const { seats } of runs) expect(seats).toEqual({ models: { A: 'a', B: 'b', C: 'c' }, testSeat: null });
});

test('whoever plays, everybody sits everywhere equally often when the seeds go round evenly', () => {
  const models = fc.array(fc.constantFrom('oak', 'elm', 'fir'), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(models, fc.integer({ min: 1, max: 4 }), (ids, rounds) => {
      const runs = expand(`seats: { models: [${ids.join(', ')}], rotate: over-seeds }\nseeds: ${3 * rounds}`);
      for (const model of new Set(ids)) {
        const times = program.seats.map((seat) => runs.filter(({ seats }) => seats?.models[seat] === model).length);
        expect(times).toEqual(program.seats.map(() => rounds * ids.filter((id) => id === model).length));
      }
    }),
  );
});

test('a run keeps its id when conditions and seeds are added', () => {
  const before = expand('factors: { rounds: [2] }\nseeds: [7]\npairedSeeds: false');
  const after = expand('factors: { rounds: [0, 2] }\nseeds: [3, 7]\npairedSeeds: false');
  expect(after).toContainEqual(before[0]);
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
});
