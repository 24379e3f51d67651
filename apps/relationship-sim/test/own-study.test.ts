import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readYaml } from '@entente/studies';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMemoryConsole, type MemoryConsole } from './memory-console.js';

let cli: MemoryConsole;
beforeEach(() => {
  cli = createMemoryConsole();
});
afterEach(() => cli.remove());

const QUICK = ['--quiet', '--durability', 'process'] as const;

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cli.cwd, name)), { recursive: true });
    writeFileSync(join(cli.cwd, name), text);
  }
}

interface Header {
  readonly spec: {
    readonly couple: { readonly id: string; readonly partners: readonly { readonly id: string }[]; readonly facts: object };
    readonly settings: { readonly arc: string };
    readonly material?: { readonly scenarios: readonly { readonly id: string }[] };
  };
  readonly labels: Readonly<Record<string, string>>;
}
const runNames = (): readonly string[] => readdirSync(join(cli.cwd, 'runs')).sort();
const headers = (): readonly Header[] =>
  runNames().map(
    (run) => JSON.parse(readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8').split('\n')[0] ?? '') as Header,
  );

const PEOPLE = `- { name: Zoe, age: 30, work: employed, description: New in town and quick to trust. }
- { name: Adam, age: 33, work: employed, description: Slow to speak and slow to leave. }
`;
const STUDY = `name: own
program: relationship
settings: { model: offline, scenes: 1 }
factors: { choices: [free, offered] }
compare: [choices=free, choices=offered]
`;

describe('a study of two files', () => {
  it('says what of its prompts the offline model does not read', async () => {
    write({ 'mine/personas.yaml': PEOPLE, 'mine/study.yaml': STUDY, 'mine/prompts/director/judge.rules.txt': 'Judge sternly.' });
    const said = 'the offline model follows rules of thumb and does not read director/judge.rules';
    expect((await cli.run('check', 'mine')).stdout.replace(/\s+/g, ' ')).toContain(said);
    expect((await cli.run('batch', 'mine', ...QUICK)).stderr).toContain(said);
  });

  it('says which pairs the rule all leaves out', async () => {
    const people = `${PEOPLE}- { name: Zoe, id: zoe2, age: 41, description: Another Zoe. }\n`;
    write({ 'mine/personas.yaml': people, 'mine/study.yaml': STUDY.replace('scenes: 1', 'scenes: 1, pairing: { rule: all }') });
    const said = 'pairing: all leaves out 1 pair of one name (zoe and zoe2)';
    expect((await cli.run('check', 'mine')).stdout.replace(/\s+/g, ' ')).toContain(said);
    expect((await cli.run('batch', 'mine', ...QUICK)).stderr).toContain(said);
    expect(runNames()).toHaveLength(4);
  });

  it('may have conditions that agree in some runs: each plays its own, and that is said', async () => {
    const study = STUDY.replace('choices: [free, offered]', 'roles: [drawn, as-listed]')
      .replaceAll('choices=free', 'roles=drawn')
      .replaceAll('choices=offered', 'roles=as-listed');
    write({ 'mine/personas.yaml': PEOPLE, 'mine/study.yaml': `${study}seeds: 4\n` });
    const said =
      /(\d) runs? of one condition (is|are) the same as under another \(own\/roles=drawn\/s\d and own\/roles=as-listed\/s\d\)/;
    expect((await cli.run('check', 'mine')).stdout.replace(/\s+/g, ' ')).toMatch(said);
    const played = await cli.run('batch', 'mine', ...QUICK);
    expect(played.exitCode).toBe(0);
    expect(played.stderr).toMatch(said);
    const inCommon = runNames().filter((run) => run.startsWith('own~roles-as-listed~'));
    expect(runNames()).toHaveLength(8);
    expect(inCommon).toHaveLength(Number(said.exec(played.stderr)![1]));
    expect(headers().filter(({ labels }) => labels['condition'] === 'roles=as-listed')).toHaveLength(4);
    expect((await cli.run('batch', 'mine', ...QUICK)).stdout).toContain('8 runs had finished before');
  });

  it('is played, compared, resumed, replayed and forked, all but the first without its folder', async () => {
    write({ 'mine/personas.yaml': PEOPLE, 'mine/study.yaml': STUDY });
    const checked = await cli.run('check', 'mine');
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(checked.stdout).toContain('zoe-adam (Zoe and Adam)');
    const played = await cli.run('batch', 'mine', ...QUICK);
    expect(played).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await cli.run('batch', 'mine/study.yaml', ...QUICK)).stdout).toContain('2 runs had finished before');
    const compared = await cli.run('report', '--compare', 'choices=free', 'choices=offered', '--study', 'own');
    expect(compared.exitCode).toBe(0);
    expect(compared.stdout).toContain('choices=free less choices=offered');

    rmSync(join(cli.cwd, 'mine'), { recursive: true });
    const [run = ''] = runNames();
    const journal = join(cli.cwd, 'runs', run, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    writeFileSync(journal, `${lines.slice(0, lines.length >> 1).join('\n')}\n`);
    expect((await cli.run('resume', run, ...QUICK)).exitCode).toBe(0);
    expect((await cli.run('replay', run)).exitCode).toBe(0);
    expect((await cli.run('fork', run, '--at', 'scene-1', '--set', 'settings.scenes=2', ...QUICK)).exitCode).toBe(0);
  });

  it('plays what stands beside it, and keeps it in the record of its runs', async () => {
    await cli.run('init', 'mine');
    const own =
      'factors:\n  arc: [from-key-to-flat, ten-scenes]\n  first: { secure: { firstPersona: nora }, anxious: { firstPersona: nell } }\n';
    const text = readFileSync(join(cli.cwd, 'mine/study.yaml'), 'utf8');
    write({
      'mine/study.yaml': text
        .replace(/conditions:[^]*?\n\n/, own)
        .replace(/^ {2}arc: .*\n/m, '')
        .replace('couples: all', 'couples: nora-sam')
        .replace('scenes: 3', 'scenes: 1')
        .replace('seeds: 3', 'seeds: 1')
        .replace('compare: [secure, anxious]', 'compare: [first=secure, first=anxious]'),
    });
    const checked = await cli.run('check', 'mine');
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(checked.stdout).toContain('4 runs, 4 conditions');
    expect((await cli.run('batch', 'mine', ...QUICK)).exitCode).toBe(0);
    const played = headers().map(({ spec, labels }) => [
      labels['condition'],
      spec.couple.id,
      spec.couple.partners[0]?.id,
      spec.settings.arc,
    ]);
    expect(played.sort()).toEqual([
      ['arc=from-key-to-flat,first=anxious', 'nora-sam', 'nell', 'from-key-to-flat'],
      ['arc=from-key-to-flat,first=secure', 'nora-sam', 'nora', 'from-key-to-flat'],
      ['arc=ten-scenes,first=anxious', 'nora-sam', 'nell', 'ten-scenes'],
      ['arc=ten-scenes,first=secure', 'nora-sam', 'nora', 'ten-scenes'],
    ]);
    for (const { spec } of headers()) expect(spec.material?.scenarios.map(({ id }) => id)).toEqual(['spare-key-saucer']);
    const [anxious] = headers().filter(({ labels }) => labels['condition'] === 'arc=from-key-to-flat,first=anxious');
    expect(JSON.stringify(anxious?.spec.couple)).toContain('Nell and Sam met');
    const [run = ''] = runNames().filter(
      (_, index) => headers()[index]?.labels['condition'] === 'arc=from-key-to-flat,first=anxious',
    );
    rmSync(join(cli.cwd, 'mine'), { recursive: true });
    const told = await cli.run('show', run, '--story');
    expect(told.stdout).toContain('spare key');
    expect((await cli.run('replay', run)).exitCode).toBe(0);
    const compared = await cli.run('report', '--compare', 'first=secure', 'first=anxious', '--study', 'first-meetings');
    expect(compared.exitCode).toBe(0);
    expect(compared.stdout).toContain('nora');
  });

  it('pairs a table of a thousand personas by its rule', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, index) => `P${index},N${index},${20 + (index % 50)},Person number ${index}.,${index % 2 ? 'x' : 'y'}`,
    );
    write({
      'mine/personas.csv': `id,name,age,description,group\n${rows.join('\n').toLowerCase()}\n`,
      'mine/study.yaml': `${STUDY}seeds: 2\n`.replace(
        'scenes: 1',
        'scenes: 1, pairing: { rule: by-group, seed: 7, stage: dating, months: 3 }',
      ),
    });
    const { exitCode, stdout, stderr } = await cli.run('batch', 'mine', '--dry-run');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('2000 runs, 2 conditions');
  });

  it('may hold couples whole, and say which scenarios are played', async () => {
    const couples =
      'couples: [{ id: two, partners: [zoe, { name: Bo, description: Kind. }], stage: dating }], scenarios: [first-date]';
    write({
      'mine/personas.yaml': PEOPLE,
      'mine/study.yaml': STUDY.replace('scenes: 1', `scenes: 1, ${couples}`)
        .replace('[free, offered]', '[free]')
        .replace(/compare.*\n/, ''),
    });
    expect(await cli.run('check', 'mine')).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await cli.run('batch', 'mine', ...QUICK)).exitCode).toBe(0);
    const [header] = headers();
    expect(header?.spec.couple).toMatchObject({
      id: 'two',
      partners: [{ id: 'zoe' }, { id: 'bo' }],
      facts: { stage: 'dating' },
    });
    expect((await cli.run('show', runNames()[0] ?? '', '--story')).stdout).toContain('first date');
  });
});

it('accepts the study in a folder that ships', async () => {
  const { exitCode, stderr, stdout } = await cli.run('check', join(import.meta.dirname, '../../../studies/meet-and-part'));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('10 by the state of the relationship');
});

describe('the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

  it('shows a study of two files that can be played', async () => {
    const blocks = [...readme.matchAll(/```yaml\n# (mine\/\S+)\n([^]*?)```/g)];
    write(Object.fromEntries(blocks.map(([, name = '', text = '']) => [name, text])));
    const { exitCode, stderr, stdout } = await cli.run('check', 'mine');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('mine: 8 runs, 2 conditions');
  });

  it('shows a factor of events', async () => {
    const [, factor = ''] = /`(factors: \{ news: .+?)`/.exec(readme) ?? [];
    write({
      'mine/personas.yaml': PEOPLE,
      'mine/study.yaml': `${STUDY.replace('scenes: 1', 'scenes: 2').split('factors')[0] ?? ''}${factor}\n`,
    });
    const { exitCode, stderr, stdout } = await cli.run('check', 'mine');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('news=none, news=letter');
  });
});

it('plays the prompts beside a study, and says so', async () => {
  write({
    'mine/personas.yaml': PEOPLE,
    'mine/study.yaml': STUDY.replace('[free, offered]', '[free]').replace(/compare.*\n/, ''),
  });
  await cli.run('prompts', 'export', 'mine/prompts');
  const rubric = join(cli.cwd, 'mine/prompts/director/judge.rules.txt');
  writeFileSync(rubric, `${readFileSync(rubric, 'utf8').trimEnd()}\nBe sparing with tens.\n`);
  expect((await cli.run('check', 'mine')).stdout).toContain('The folder prompts beside mine/study.yaml gives the prompts.');
  expect((await cli.run('batch', 'mine', ...QUICK)).exitCode).toBe(0);
  expect(JSON.stringify(headers()[0])).toContain('Be sparing with tens.');
});

describe('relationship-sim init', () => {
  it('writes an example whose files pass their schemas, that can be checked and played as it is', async () => {
    const { exitCode, stdout } = await cli.run('init', 'mine');
    expect(exitCode).toBe(0);
    const files = readdirSync(join(cli.cwd, 'mine')).filter((name) => name.endsWith('.yaml'));
    expect(files).toEqual(['arcs.yaml', 'couples.yaml', 'personas.yaml', 'study.yaml', 'turning-points.yaml']);
    for (const file of files) {
      const text = readFileSync(join(cli.cwd, 'mine', file), 'utf8');
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      expect(existsSync(join(cli.cwd, 'mine', schema)), `${file} names a schema that is there`).toBe(true);
      const written = z.fromJSONSchema(JSON.parse(readFileSync(join(cli.cwd, 'mine', schema), 'utf8')) as never);
      expect(written.safeParse(readYaml(text).value).error, file).toBeUndefined();
    }
    const next = stdout.match(/relationship-sim (check|batch) mine/g);
    expect(next).toEqual(['relationship-sim check mine', 'relationship-sim batch mine']);
    const checked = await cli.run('check', 'mine');
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(checked.stdout).toContain('first-meetings: 12 runs, 2 conditions');
    expect(checked.stdout).toContain('Material of its own: 4 personas, 2 couples, 1 turning point, 1 scenario, 1 arc.');
  });

  it('refuses a folder that holds anything', async () => {
    write({ 'mine/notes.txt': 'Mine.' });
    expect(await cli.run('init', 'mine')).toMatchObject({
      exitCode: 2,
      stderr: 'error: mine is not empty, and nothing in it is to be lost; name a new folder: relationship-sim init my-study.\n',
    });
    expect(readdirSync(join(cli.cwd, 'mine'))).toEqual(['notes.txt']);
  });
});
