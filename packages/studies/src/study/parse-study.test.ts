import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseStudy } from './parse-study.js';
import { StudyFileError } from '../study-error.js';
import type { StudyProgram } from './study.js';

const program: StudyProgram = {
  name: 'diplomacy',
  settings: {
    maxYear: z.int({ error: 'write a year' }).min(1901),
    negotiationRounds: z.int().min(0),
    planning: z.boolean({ error: 'write true or false' }),
    rulebook: z.string(),
  },
  seats: ['AUSTRIA', 'ENGLAND', 'FRANCE'],
  measures: ['score', 'centers'],
};

const head = 'name: press\nprogram: diplomacy\n';

test('a study with everything in it is understood', () => {
  const study = parseStudy(
    `# What press is worth
name: press
program: diplomacy
description: Does it help to talk?
settings: { maxYear: 1902 }
factors:
  press:
    none: { negotiationRounds: 0 }
    talk: { negotiationRounds: 2, planning: true }
  rulebook: [dptg, dpjudge]
seeds: [1, b]
pairedSeeds: false
replicates: 2
seats: { testSeat: openai:gpt-4o-mini, opponents: bot:greedy, at: FRANCE, rotate: over-seeds }
budget: { dollars: 2.5, tokens: 20M, wallTime: 2h }
compare: [press=none, press=talk]
measures: [score]
`,
    program,
  );
  const seats = { testSeat: 'openai:gpt-4o-mini', at: 'FRANCE', opponents: ['bot:greedy'], rotate: 'over-seeds' };
  expect(study).toMatchObject({
    name: 'press',
    description: 'Does it help to talk?',
    seeds: ['1', 'b'],
    pairedSeeds: false,
    replicates: 2,
    budget: { dollars: 2.5, tokens: 20_000_000, wallTimeMs: 7_200_000 },
    compare: [['press=none', 'press=talk']],
    measures: ['score'],
  });
  expect(study.conditions).toHaveLength(4);
  expect(study.conditions[3]).toEqual({
    name: 'press=talk,rulebook=dpjudge',
    levels: { press: 'talk', rulebook: 'dpjudge' },
    settings: { maxYear: 1902, negotiationRounds: 2, planning: true, rulebook: 'dpjudge' },
    seats,
  });
  expect(JSON.parse(JSON.stringify(study))).toEqual(study);
});

test('what a file leaves out is what it would mostly say', () => {
  expect(parseStudy(head, program)).toEqual({
    name: 'press',
    program: 'diplomacy',
    conditions: [{ name: 'press', levels: {}, settings: {}, seats: null }],
    seeds: ['1'],
    pairedSeeds: true,
    replicates: 1,
    budget: {},
    compare: [],
    measures: ['score', 'centers'],
  });
});

test('listed conditions are taken as they are, and may seat others', () => {
  const study = parseStudy(
    `${head}seats: { models: offline }\nconditions:\n  base:\n  greedy: { models: bot:greedy, maxYear: 1905 }`,
    program,
  );
  expect(study.conditions).toEqual([
    { name: 'base', levels: {}, settings: {}, seats: { models: ['offline'], rotate: 'none' } },
    { name: 'greedy', levels: {}, settings: { maxYear: 1905 }, seats: { models: ['bot:greedy'], rotate: 'none' } },
  ]);
});

test('a factor of models is a factor like any other', () => {
  const { conditions } = parseStudy(`${head}seats: { opponents: offline }\nfactors: { testSeat: [oak, elm] }`, program);
  expect(conditions.map(({ name, seats }) => [name, seats?.testSeat])).toEqual([
    ['testSeat=oak', 'oak'],
    ['testSeat=elm', 'elm'],
  ]);
});

test.each([
  ['seed: 3', 'line 3: unknown field "seed"; did you mean "seeds"?'],
  ['budget:\n  tokens: 2M\n  dolars: 3', 'line 5: unknown field "dolars" in budget; did you mean "dollars"?'],
  ['seats:\n  opponents: a\n  testseat: b', 'line 5: unknown field "testseat" in seats; did you mean "testSeat"?'],
  ['settings:\n  negotiationRound: 2', 'line 4: diplomacy has no setting "negotiationRound"; did you mean "negotiationRounds"?'],
  ['settings:\n  opponents: oak', 'line 4: diplomacy has no setting "opponents"; it belongs under seats:'],
  ['settings:\n\n  maxYear: soon', 'line 5: maxYear cannot be "soon"; write a year'],
  ['factors:\n  planning:\n    - true\n    - maybe', 'line 6: planning cannot be "maybe"; write true or false'],
  ['factors:\n  plannin: [true]', 'line 4: diplomacy has no setting "plannin"; did you mean "planning"?'],
  ['factors:\n  condition: [1]', 'line 4: a factor cannot be called "condition", for every run has a label of that name'],
  ['factors:\n  planning: [true, true]', 'line 4: the level true of planning comes twice'],
  ['factors:\n  planning: yes please', 'line 4: factors.planning: write a list of levels'],
  ['factors:\n  press:\n    a: { maxYea: 1905 }', 'line 5: diplomacy has no setting "maxYea"; did you mean "maxYear"?'],
  ['factors: { maxYear: [1901] }\nconditions: { a: }', 'line 4: write factors, which are crossed, or conditions, not both'],
  ['conditions: {}', 'line 3: there is no condition'],
  ['seeds: 0', 'line 3: seeds: write how many (20), or which ones ([1, 5, 9])'],
  ['seeds: [1, 2, 1]', 'line 3: the seed 1 comes twice; replicates: 2 runs every seed twice'],
  ['replicates: 0.5', 'line 3: replicates: write a whole number from 1'],
  ['budget: { wallTime: soon }', 'line 3: budget.wallTime: write a time, such as 90s, 20m or 2h'],
  ['compare: [a, b]', 'line 3: no condition is called "a"; there are press'],
  ['compare: [press, press]', 'line 3: "press" is compared with itself'],
  ['compare: [press]', 'line 3: compare: write two conditions, [A, B], or a list of such pairs'],
  ['measures: [centres]', 'line 3: nothing measures "centres"; did you mean "centers"?'],
  ['seats: { testSeat: oak }', 'line 3: testSeat and opponents need each other'],
  ['seats: { rotate: over-seeds }', 'line 3: write testSeat and opponents, or models for all seats'],
  ['seats: { testSeat: oak, opponents: elm, models: fir }', 'line 3: write testSeat and opponents, or models for all seats'],
  ['seats: { models: [a, b] }', 'line 3: models names 2 models; write one for all of them, or 3'],
  ['seats: { testSeat: a, opponents: [a, b, c] }', 'line 3: opponents names 3 models; write one for all of them, or 2'],
  ['seats: { testSeat: a, opponents: b, at: FRANZ }', 'line 3: no seat is called "FRANZ"; did you mean "FRANCE"?'],
  ['seats: { models: a, at: FRANCE }', 'line 3: at says where the testSeat sits; there is none'],
  ['seats: { models: a, rotate: yes }', 'line 3: seats.rotate: write none, over-seeds, every-seat'],
  ['seeds: 1\nseeds: 2', 'line 4: this key stands in the mapping already'],
  ['seeds: [1', 'line 3: a bracket [ or { of a line before is not closed'],
  ['program: x', 'line 3: this key stands in the mapping already'],
])('%j is refused, where it stands', (text, message) => {
  const parse = (): unknown => parseStudy(head + text, program);
  expect(parse).toThrow(StudyFileError);
  expect(parse).toThrow(message);
});

test('what is no study at all is refused', () => {
  expect(() => parseStudy('', program)).toThrow('line 1: name: give the study a name');
  expect(() => parseStudy('- a\n- b', program)).toThrow(
    'line 1: the file is not a mapping of fields; begin with name: and program:',
  );
  expect(() => parseStudy('name: a b\nprogram: diplomacy', program)).toThrow(
    'line 1: name: a name has small letters, digits and -',
  );
  expect(() => parseStudy('name: a\nprogram: relationship', program)).toThrow(
    'line 2: this study is for "relationship"; what reads it here runs "diplomacy"',
  );
});

test('a key in a model id is refused without being repeated', () => {
  const narrator = z.string().refine((id) => !id.includes('#'), { error: 'keys come from the environment' });
  for (const text of [
    'seats: { models: "openai:gpt-5#sk-secret" }',
    'seats: { opponents: a }\nfactors: { testSeat: ["openai:gpt-5#sk-secret"] }',
    'conditions: { a: { models: ["a", "b", "openai:gpt-5#sk-secret"] } }',
    'settings: { narrator: "openai:gpt-5#sk-secret" }',
  ]) {
    const message = (() => {
      try {
        return JSON.stringify(parseStudy(head + text, { ...program, settings: { ...program.settings, narrator } }));
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain('keys come from the environment');
    expect(message).not.toContain('sk-secret');
  }
});

test('runs without seats cannot be given any', () => {
  expect(() => parseStudy(`${head}seats: { models: oak }`, { ...program, seats: [] })).toThrow('line 3: diplomacy has no seats');
  expect(() => parseStudy(`${head}factors: { models: [oak] }`, { ...program, seats: [] })).toThrow(
    'line 3: diplomacy has no setting "models"',
  );
});

test.each(['study', 'condition', 'seat', 'studyVersion', 'studyConditions', 'studyMeasures'])(
  'no factor may be called "%s", which is a label of every run',
  (factor) => {
    expect(() => parseStudy(`${head}factors: { ${factor}: { a: { maxYear: 1902 } } }\n`, program)).toThrow(
      `a factor cannot be called "${factor}", for every run has a label of that name`,
    );
  },
);

test.each([
  ['a part that refers to itself', `${head}settings: &all\n  rulebook: *all\n`, 'a part refers to itself'],
  [
    'references that multiply',
    `${head}a: &a [x, x]\nb: &b [${'*a, '.repeat(60)}]\nc: [${'*b, '.repeat(60)}]\n`,
    'too many parts',
  ],
  ['a second document', `${head}---\n${head}`, 'line 3: a second document begins here'],
  ['a text that is not UTF-8', 'name: press\nprogram: diplom\uFFFDcy\n', 'line 2: a sign in this line is not UTF-8'],
  ['a setting with the name of a member of every object', `${head}settings: { toString: 3 }\n`, 'has no setting "toString"'],
])('%s is refused with a line', (_, text, message) => {
  const parsed = (): unknown => parseStudy(text, program);
  expect(parsed).toThrow(StudyFileError);
  expect(parsed).toThrow(message);
});

test('a byte order mark before a study is left out', () => {
  expect(parseStudy(`\uFEFF${head}`, program).name).toBe('press');
});
