import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from './memory-console.js';

const STUDY = `name: tiny
program: relationship
settings: { couples: [maya-jonas, ruth-isaac], model: offline, interactionsPerScene: 2, scenes: 2 }
factors: { choices: [free, offered] }
seeds: 2
`;
const COMPARE = ['report', '--compare', 'choices=free', 'choices=offered'] as const;

let cli: MemoryConsole;
/** Study of the first version, with two scenes and two seeds. */
let played: readonly string[];
const runNames = (): readonly string[] => readdirSync(join(cli.cwd, 'runs')).sort();
const quiet = ['--quiet', '--durability', 'process'] as const;
const play = (text: string) => {
  writeFileSync(join(cli.cwd, 'study.yaml'), text);
  return cli.run('batch', 'study.yaml', ...quiet);
};
interface SelectionRow {
  readonly study: string | null;
  readonly version: string | null;
  readonly runs: number;
  readonly forks: number;
  readonly copies: number;
  readonly otherVersions: number;
}
const selectionOf = async (...argv: readonly string[]): Promise<SelectionRow> => {
  const { stdout } = await cli.run(...argv, '--format', 'jsonl');
  return JSON.parse(stdout.split('\n')[0] ?? '{}') as SelectionRow;
};

beforeAll(async () => {
  cli = createMemoryConsole();
  await play(STUDY);
  played = runNames();
});
afterAll(() => cli.remove());

describe('a comparison of a study', () => {
  let first: string;

  it('takes the runs of the study, and says its version', async () => {
    const { stdout } = await cli.run(...COMPARE);
    expect(stdout).toMatch(/^Study tiny, version [0-9a-f]{8}: 8 runs\.$/m);
    expect(stdout).toContain('The sides differ in: settings.choices (free | offered).');
    first = String((await selectionOf(...COMPARE)).version);
  });

  it('goes on with the same version when seeds are added', async () => {
    await play(STUDY.replace('seeds: 2', 'seeds: 3'));
    expect(await selectionOf(...COMPARE)).toMatchObject({ version: first, runs: 12, otherVersions: 0 });
  });

  it('takes no fork and no copy', async () => {
    const [run = ''] = played.filter((name) => name.startsWith('tiny~s1'));
    await cli.run('fork', run, '--at', 'scene-2', '--times', '2', ...quiet);
    cpSync(join(cli.cwd, 'runs', run), join(cli.cwd, 'runs', 'copy1'), { recursive: true });
    expect(await selectionOf(...COMPARE)).toMatchObject({ version: first, runs: 12, forks: 2, copies: 1 });
    expect((await cli.run(...COMPARE)).stdout).toMatch(/^Study tiny, version \w+: 12 runs; left out: 2 forks, 1 copy\.$/m);
    expect(await selectionOf(...COMPARE, '--include', 'forks')).toMatchObject({ runs: 14, forks: 0, copies: 1 });
    const refused = await cli.run(...COMPARE, '--include', 'copies');
    expect(refused.stderr).toMatch(/^error: --include cannot be "copies"; there is forks\.\n$/m);
  });

  it('takes the new version of a file, the old one by name, and both where that is asked for', async () => {
    await play(STUDY.replace('scenes: 2', 'scenes: 1'));
    const changed = await selectionOf(...COMPARE);
    expect(changed).toMatchObject({ study: 'tiny', runs: 8, otherVersions: 12 });
    expect(changed.version).not.toBe(first);
    const old = ['--study', `tiny@${first.slice(0, 6)}`];
    expect(await selectionOf(...COMPARE, ...old)).toMatchObject({ version: first, runs: 12, otherVersions: 8 });
    const newer = new RegExp(
      `Study tiny, version ${first}: 1\\d runs; left out: .*8 of another version of the file\\. Left out since --study names a version: version ${String(changed.version)} \\(8 runs, newer\\)\\.`,
    );
    expect((await cli.run(...COMPARE, ...old)).stdout).toMatch(newer);
    expect((await cli.run('report', ...old, '--format', 'csv')).stderr).toMatch(newer);
    expect((await cli.run(...COMPARE, ...old, '--across-versions')).stderr).toMatch(
      /^error: --across-versions takes every version/m,
    );
    expect(await selectionOf(...COMPARE, '--across-versions')).toMatchObject({ runs: 20, otherVersions: 0 });
    const { stdout } = await cli.run(...COMPARE, '--across-versions');
    expect(stdout).toMatch(/Study tiny, versions \w+, \w+: 20 runs/);
    expect(stdout).not.toContain('Study tiny, version ');
    expect((await cli.run(...COMPARE, '--study', 'tiny@0000')).stderr).toMatch(
      /^error: No run here is of tiny@0000; there are tiny@\w+, tiny@\w+\.\n$/,
    );
  });

  it('shows the measures that the study file asks for, or those of the command', async () => {
    const asked = STUDY.replace('name: tiny', 'name: few').replace('seeds: 2', 'seeds: 1');
    await play(`${asked}measures: [finalGap]\n`);
    const compared = [...COMPARE, '--study', 'few'];
    const measured = async (...more: readonly string[]) => {
      const { stdout } = await cli.run(...compared, ...more, '--tables', 'comparison', '--format', 'jsonl');
      const rows = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
      return [...new Set(rows.flatMap(({ measure }) => measure ?? []))];
    };
    expect(await measured()).toEqual(['gap between partners']);
    expect((await cli.run(...compared)).stdout).toContain(
      'Measures: finalGap, as the study file of the most recent run says; --measures shows others; not shown: finalCommitment, meanCommitment, missingShare.',
    );
    const rows = await cli.run(...compared, '--tables', 'comparison-rows', '--format', 'csv');
    expect(rows.stdout.split('\n')[0]).toBe('run,condition,couple,seed,model,finalFirst,finalSecond,finalGap,offline');
    expect(await measured('--measures', 'missingShare,finalCommitment')).toEqual(['final commitment', 'share of scores missing']);
    expect((await cli.run(...compared, '--measures', 'finalGab')).stderr).toMatch(/"finalGab" \(did you mean finalGap\?\)/);
    expect((await cli.run('report', '--measures', 'finalGap')).stderr).toMatch(/--measures has no effect without --compare/);
    const late = await play(`${asked}measures: [missingShare]\n`);
    expect(late.stderr).toContain('--measures missingShare shows these');
    expect((await play(`${asked}measures: [finalGap]\n`)).stderr).not.toContain('measures');
  });

  it('refuses a run on both sides', async () => {
    const { exitCode, stderr } = await cli.run('report', '--compare', 'tiny~s1', 'tiny~s');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error: "tiny~s1" and "tiny~s" have \d+ runs in common \(tiny~s1~\w+, \.\.\.\); name sides that share none\.\n$/m,
    );
  });

  it('has an effect in a comparison only', async () => {
    const { exitCode, stderr } = await cli.run('report', '--across-versions');
    expect({ exitCode, lines: stderr.split('\n').length }).toEqual({ exitCode: 2, lines: 2 });
  });

  it('leaves the list of runs as it is, forks told apart', async () => {
    const { stdout } = await cli.run('report', '--format', 'csv');
    expect(stdout.split('\n')[0]).toContain('study,version,condition,forkedFrom,forkedAt,edit,future');
    expect(stdout.split('\n').filter((line) => line.includes(',scene-2,none,'))).toHaveLength(2);
    expect((await cli.run('runs')).stdout).toMatch(/fork of/);
  });
});

describe('a report on forks of a couple', () => {
  it('sets edits against the control over the scenes after the fork alone', async () => {
    const [run = ''] = played.filter((name) => name.startsWith('tiny~s2'));
    await cli.run('fork', run, '--at', 'scene-2', '--times', '3', ...quiet);
    await cli.run('fork', run, '--at', 'scene-2', '--times', '3', '--set', 'settings.interactionsPerScene=3', ...quiet);
    const { exitCode, stdout } = await cli.run('report', '--forks', run, '--format', 'jsonl');
    expect(exitCode).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string | number | null>);
    const forks = rows.filter(({ table }) => table === 'forks');
    expect(forks.map(({ edit, future }) => [edit, future])).toEqual([
      ...[0, 1, 2].map((future) => ['control', future]),
      ...[0, 1, 2].map((future) => ['settings.interactionsPerScene=3', future]),
    ]);
    // A fork plays only scene 2 itself here, so its mean is the final score, whatever scene 1 was.
    for (const { finalCommitment, meanCommitment } of forks) expect(meanCommitment).toBe(finalCommitment);
    const difference = rows.find(({ table, measure }) => table === 'fork-differences' && measure === 'final commitment');
    const meanOf = (edit: string): number =>
      Number(rows.find((row) => row['table'] === 'fork-means' && row['edit'] === edit)?.['finalCommitment']);
    expect(difference).toMatchObject({ pairs: 3, left: 0 });
    expect(difference?.['difference']).toBeCloseTo(meanOf('settings.interactionsPerScene=3') - meanOf('control'), 9);
    expect(rows.filter(({ edit }) => edit === 'as it was')).toHaveLength(1);
  });

  it('says how to make forks where there are none', async () => {
    const [run = ''] = runNames().filter((name) => name.startsWith('tiny~s3'));
    expect((await cli.run('report', '--forks', run)).stderr).toMatch(
      /^error: tiny~s3~\w+ has no forks in this folder; make some: .*\n$/m,
    );
  });
});
