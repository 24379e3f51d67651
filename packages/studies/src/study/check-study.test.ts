import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkStudy } from './check-study.js';
import type { StudyProgram } from './study.js';

const program: StudyProgram = {
  name: 'game',
  settings: { rounds: z.int({ error: 'write a number' }), plan: z.boolean({ error: 'write true or false' }) },
  seats: [],
  measures: ['score'],
};

test('all faults of a study are told at once, each with its line', () => {
  const text = `nam: s
program: gme
settings:
  round: 2
  plan: perhaps
conditions:
  a: { rounds: many }
  b:
seeds: 0
compare: [a, c]
measures: [scores]
`;
  const { study, faults } = checkStudy(text, program);
  expect(study).toBeUndefined();
  expect(faults).toEqual([
    { line: 1, message: 'unknown field "nam"; did you mean "name"?' },
    { line: 9, message: 'seeds: write how many (20), or which ones ([1, 5, 9])' },
    { line: 2, message: 'this study is for "gme"; what reads it here runs "game"' },
    { line: 4, message: 'game has no setting "round"; did you mean "rounds"?' },
    { line: 5, message: 'plan cannot be "perhaps"; write true or false' },
    { line: 7, message: 'rounds cannot be "many"; write a number' },
    { line: 10, message: 'no condition is called "c"; did you mean "a"?' },
    { line: 11, message: 'nothing measures "scores"; did you mean "score"?' },
  ]);
});

test('a value of a setting has the line at which its condition gets it', () => {
  const { lineOfSetting } = checkStudy(
    `name: s
program: game
settings:
  plan: true
factors:
  rounds: [1, 2]
  how:
    ahead: { plan: true }
    blind: {}
`,
    program,
  );
  const condition = 'rounds=1,how=';
  expect(lineOfSetting(`${condition}ahead`, 'plan')).toBe(8);
  expect(lineOfSetting(`${condition}blind`, 'plan')).toBe(4);
  expect(lineOfSetting(`${condition}blind`, 'rounds')).toBe(6);
});
