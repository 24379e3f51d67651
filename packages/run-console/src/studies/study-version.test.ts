import { parseStudy, expandStudy, type StudyProgram } from '@entente/studies';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { studyVersion } from './study-version.js';

const program: StudyProgram = {
  name: 'game',
  settings: { rounds: z.int(), plan: z.boolean() },
  seats: ['NORTH', 'SOUTH', 'WEST'],
  measures: ['score', 'centers'],
};
const FILE = `name: s
program: game
settings: { rounds: 1 }
factors: { plan: [false, true] }
seats: { testSeat: oak, opponents: elm, rotate: over-seeds }
seeds: 3
`;

/** As `batch` has it: of the study's first seed, whatever seeds there are. */
function versionOf(file: string, prompts = 'p1') {
  const study = parseStudy(file, program);
  const runs = expandStudy({ ...study, seeds: ['1'], replicates: 1 }, program);
  const specs = new Map(runs.map(({ id, settings, seats }) => [id, { settings, models: seats?.models ?? null, prompts }]));
  return studyVersion(study, runs, specs);
}
const { version, conditions } = versionOf(FILE);

test.each([
  ['more seeds', FILE.replace('seeds: 3', 'seeds: 20')],
  ['other seeds', FILE.replace('seeds: 3', 'seeds: [9, 4]')],
  ['replicates', `${FILE}replicates: 2\n`],
  ['a budget', `${FILE}budget: { dollars: 5 }\n`],
  ['a comparison', `${FILE}compare: [plan=false, plan=true]\n`],
  ['measures', `${FILE}measures: [score]\n`],
  ['a description and a comment', `# more\n${FILE}description: text\n`],
  ['the order of keys', FILE.replace('testSeat: oak, opponents: elm', 'opponents: elm, testSeat: oak')],
])('%s make no other version', (_what, file) => {
  expect(versionOf(file)).toEqual({ version, conditions });
});

test.each([
  ['a setting', FILE.replace('rounds: 1', 'rounds: 2')],
  ['a model', FILE.replace('oak', 'ash')],
  ['an opponent', FILE.replace('elm', 'ash')],
  ['the way seats rotate', FILE.replace('over-seeds', 'none')],
  ['where the test seat begins', FILE.replace('opponents', 'at: SOUTH, opponents')],
  ['seeds of their own for conditions', `${FILE}pairedSeeds: false\n`],
  ['a condition less', FILE.replace('[false, true]', '[false]')],
])('%s makes another version', (_what, file) => {
  expect(versionOf(file).version).not.toBe(version);
});

test('other prompts make another version, though the file is the same', () => {
  expect(versionOf(FILE, 'p2').version).not.toBe(version);
});

test('a condition that stays what it was keeps its own hash', () => {
  const more = versionOf(FILE.replace('[false, true]', '[true]'));
  expect(more.conditions['plan=true']).toBe(conditions['plan=true']);
  expect(Object.keys(conditions)).toEqual(['plan=false', 'plan=true']);
});
