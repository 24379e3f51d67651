import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from './memory-console.js';

let cli: MemoryConsole;
beforeAll(() => {
  cli = createMemoryConsole();
});
afterAll(() => cli.remove());

const PEOPLE = `- { name: Zoe, description: New in town. }
- { name: Adam, description: Slow to speak. }
`;
const STUDY = `name: own
program: relationship
settings:
  model: offline
  scenes: 2
conditions:
  one: { choices: free }
  other: { choices: offered }
`;
const SCENARIO = `turningPoint: first-date
id: ours
context: bar
tone: tense
setting: A bar.
situation: It is their first date, and {A} waits.
conflict: None.
`;
const setting = (text: string): string => STUDY.replace('scenes: 2', text);

type Files = Readonly<Record<string, string>>;

async function check(files: Files) {
  const folder = join(cli.cwd, 'mine');
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries({ 'personas.yaml': PEOPLE, 'study.yaml': STUDY, ...files })) {
    if (text === '-') continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return cli.run('check', 'mine');
}

it.each<readonly [string, Files, string]>([
  [
    'a tab',
    { 'couples.yaml': '- partners: [zoe, adam]\n\tstage: dating\n' },
    'couples.yaml:2: a tab indents this line; write spaces',
  ],
  [
    'an unknown key',
    { 'personas.yaml': `${PEOPLE}- { name: Bo, descripton: Kind. }\n` },
    'personas.yaml:3: unknown key "descripton"; did you mean "description"?',
  ],
  [
    'an unknown persona',
    { 'couples.yaml': 'partners: [zoe, adan]\n' },
    'couples.yaml:1: no persona is called "adan"; did you mean "adam"?',
  ],
  [
    'a persona without a name',
    { 'personas.yaml': `${PEOPLE}- description: Kind.\n` },
    'personas.yaml:3: name is missing: write a name',
  ],
  [
    'a third partner in a scenario',
    { 'scenarios.yaml': SCENARIO.replace('waits', 'waits for {C}') },
    'scenarios.yaml:6: unknown placeholder {C}; there are {A} and {B}',
  ],
  [
    'an arc that names nothing',
    { 'arcs.yaml': 'id: ours\nsteps:\n  - turningPoint: first-dat\n' },
    'arcs.yaml:3: no turning point is called "first-dat"; did you mean "first-date"?',
  ],
  ['an empty table', { 'personas.yaml': '-', 'personas.csv': '' }, 'personas.csv:1: the table holds no persona'],
  [
    'a table of a header alone',
    { 'personas.yaml': '-', 'personas.csv': 'name,description\n' },
    'personas.csv:1: the table holds no persona',
  ],
  [
    'a wrong column',
    { 'personas.yaml': '-', 'personas.csv': 'name,descripton\nZoe,Kind.\n' },
    'personas.csv:1: unknown column "descripton"; did you mean "description"?',
  ],
  ['a couple of one', { 'couples.yaml': 'partners: [zoe]\n' }, 'couples.yaml:1: partners: write two partners'],
  [
    'an age as text',
    { 'personas.yaml': `- { name: Bo, age: old, description: Kind. }\n${PEOPLE}` },
    'personas.yaml:1: age: write a whole number',
  ],
  [
    'conditions that differ in nothing',
    { 'study.yaml': STUDY.replace('offered', 'free') },
    'study.yaml:8: own/one/s1 and own/other/s1 are the same run',
  ],
  [
    'a setting without effect',
    { 'study.yaml': setting('recalledMemories: 0\n  noveltyWeight: 1') },
    'study.yaml:6: noveltyWeight has no effect',
  ],
  [
    'a pairing that contradicts itself',
    { 'study.yaml': setting('pairing: { rule: listed, stage: strangers, living: together }') },
    'study.yaml:5: pairing: zoe-adam: two who are strangers do not live together.',
  ],
  ['an arc beside by-state', { 'study.yaml': setting('order: by-state\n  arc: money') }, 'study.yaml:6: arc has no effect'],
  [
    'an arc that there is not',
    { 'study.yaml': setting('arc: mony') },
    'study.yaml:5: arc cannot be "mony"; there is no arc "mony"; did you mean money?',
  ],
  [
    'a misspelt setting',
    { 'study.yaml': setting('scene: 2') },
    'study.yaml:5: relationship has no setting "scene"; did you mean "scenes"?',
  ],
  [
    'an unknown persona in a condition',
    { 'study.yaml': STUDY.replace('choices: free', 'firstPersona: zo') },
    'study.yaml:7: firstPersona cannot be "zo"; there is no persona "zo"; did you mean zoe?',
  ],
  [
    'one persona twice',
    { 'study.yaml': STUDY.replace('choices: free', 'firstPersona: adam') },
    'study.yaml:7: adam cannot be put into zoe-adam',
  ],
  [
    'an inline couple with an unknown persona',
    { 'study.yaml': setting('couples:\n    - { partners: [zoe, adaam] }') },
    'study.yaml:6: couples.0.partners.1: no persona is called "adaam"; did you mean "adam"?',
  ],
  [
    'three people without a rule',
    { 'personas.yaml': `${PEOPLE}- { name: Bo, description: Kind. }\n` },
    'study.yaml:3: There are 3 personas and no couples',
  ],
  [
    'somebody left over',
    { 'personas.yaml': `${PEOPLE}- { name: Bo, description: Kind. }\n`, 'study.yaml': setting('pairing: { rule: listed }') },
    'study.yaml:5: bo is left over',
  ],
  [
    'a wrong rule',
    { 'study.yaml': setting('pairing: { rule: lisetd }') },
    'study.yaml:5: pairing.rule: write one of listed, random, by-group, all',
  ],
  [
    'a rule beside couples',
    { 'study.yaml': setting('pairing: { rule: listed }'), 'couples.yaml': 'partners: [zoe, adam]\n' },
    'study.yaml:5: pairing has no effect',
  ],
  [
    'an unknown scenario',
    { 'study.yaml': setting('scenarios: [first-dates]') },
    'study.yaml:5: scenarios cannot be ["first-dates"]; no scenario, turning point or category is called "first-dates"; did you mean first-date?',
  ],
  ['scenarios that nobody can play', { 'study.yaml': setting('scenarios: [first-meeting]') }, 'study.yaml:5: '],
  [
    'a misnamed file',
    { 'persona.yaml': PEOPLE },
    'persona.yaml:1: nothing reads a file of this name; did you mean "personas.yaml"?',
  ],
  [
    'an event after the end',
    { 'study.yaml': setting('scenes: 1\n  events: [{ scene: 3, event: A letter comes. }]') },
    'study.yaml:6: The event "A letter comes." is for scene 3',
  ],
  [
    'a model id with a key',
    { 'study.yaml': STUDY.replace('offline', '"openai:gpt-4o#sk-1"') },
    'study.yaml:4: model cannot be "openai:gpt-4o#…"; keys come from the environment or .env, never from a study file',
  ],
  [
    'a model that nobody serves',
    { 'study.yaml': STUDY.replace('offline', 'ofline') },
    'study.yaml:4: The model id "ofline" does not say who serves it. Did you mean offline?',
  ],
  [
    'a judge that nobody serves, in the condition that has it',
    { 'study.yaml': STUDY.replace('offered }', 'offered, judgeModel: ofline }') },
    'study.yaml:8: The model id "ofline" does not say who serves it.',
  ],
  [
    'a couple without a list',
    { 'study.yaml': setting('couples: { partners: [zoe, adam] }') },
    'study.yaml:5: couples cannot be {"partners":["zoe","adam"]}; a couple that is written out stands in a list; write [{',
  ],
  ['no prompts', { 'study.yaml': setting('promptsDir: wording') }, 'study.yaml:5: wording is no folder'],
])('tells of %s in one line', async (_what, files, message) => {
  const { exitCode, stdout, stderr } = await check(files);
  const [line = '', end] = stderr.split('\n');
  expect({ exitCode, stdout, end, line }).toEqual({
    exitCode: 2,
    stdout: '',
    end: '1 fault; nothing was played.',
    line: expect.stringContaining(`mine/${message}`) as string,
  });
  const batch = await cli.run('batch', 'mine', '--quiet');
  expect(batch.exitCode).toBeGreaterThan(0);
  expect(batch.stderr).toContain(message.replace(/^\S+: /, ''));
});

it('tells all faults of a folder at once', async () => {
  const { exitCode, stderr } = await check({
    'personas.yaml': `${PEOPLE}- { name: Bo, descripton: Kind. }\n`,
    'couples.yaml': '- { id: ours, partners: [zoe, bo] }\n- partners: [zoe, adan]\n',
    'study.yaml': setting('scene: 2\n  couples: [ours, nobody-at-all]\n  secondPersona: bo').replace('offered', 'offred'),
  });
  expect(exitCode).toBe(2);
  expect(stderr.split('\n').map((line) => line.replace(/: .*/, ''))).toEqual([
    'mine/couples.yaml:2',
    'mine/personas.yaml:3',
    'mine/study.yaml:5',
    'mine/study.yaml:10',
    '4 faults; nothing was played.',
    '',
  ]);
});

it('says so where there is no study', async () => {
  expect((await check({ 'study.yaml': '-' })).stderr).toBe(
    'error: mine holds no study.yaml; relationship-sim init NEW-FOLDER writes an example of one.\n',
  );
  expect((await cli.run('check', 'elsewhere')).stderr).toBe('error: There is no study file elsewhere that can be read.\n');
});

it.each([
  ['personas.yaml', setting('firstPersona: zoe')],
  ['arcs.yaml', setting('arc: ours')],
  ['turning-points.yaml', setting('scenarios: [letter-of-the-law]')],
])('blames nobody else for what stands in %s, which cannot be read', async (file, study) => {
  const { exitCode, stderr } = await check({ 'study.yaml': study, [file]: '- id: x\n   name: y\n' });
  expect(exitCode).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`mine/${file}:`), '1 fault; nothing was played.']);
});
