import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryOf, JournalEntry } from '@entente/simulation-core/journal';
import { expandStudy, parseStudy } from '@entente/studies';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from '../../test/memory-console.js';
import { coupleStudyProgram } from '../studies/couple-study-program.js';
import { coupleStudyRunner } from '../studies/couple-study-runner.js';
import { shippedSource } from '../studies/study-source.js';

const SHIPPED = new URL('../../../../studies/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, SHIPPED), 'utf8');

let cli: MemoryConsole;
beforeEach(() => {
  cli = createMemoryConsole();
});
afterEach(() => cli.remove());

const TINY = 'name: tiny\nprogram: relationship\nsettings: { couples: maya-jonas, model: offline, scenes: 1 }\n';
const study = (text: string, name = 'study.yaml'): string => {
  writeFileSync(join(cli.cwd, name), text);
  return name;
};
const play = (...argv: readonly string[]) => cli.run('batch', ...argv, '--quiet', '--durability', 'process');
const journals = (): readonly (readonly JournalEntry[])[] =>
  readdirSync(join(cli.cwd, 'runs')).map((run) =>
    readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as JournalEntry),
  );
const headers = (): readonly EntryOf<'run-started'>[] =>
  journals().flatMap(([header]) => (header?.type === 'run-started' ? [header] : []));

describe('the studies of couples that ship', () => {
  const ofCouples = readdirSync(SHIPPED)
    .filter((file) => file.endsWith('.yaml'))
    .filter((file) => /^program: relationship$/m.test(textOf(file)));

  it('are all understood', () => {
    expect(ofCouples).toContain('choices-free-or-offered.yaml');
    for (const file of ofCouples) {
      const runs = coupleStudyRunner(shippedSource()).multiply(
        expandStudy(parseStudy(textOf(file), coupleStudyProgram), coupleStudyProgram),
      );
      expect(runs.length).toBeGreaterThan(0);
    }
  });

  it('play choices free or offered: three couples, three seeds, which can then be compared', async () => {
    const file = 'choices-free-or-offered.yaml';
    copyFileSync(new URL(file, SHIPPED), join(cli.cwd, file));
    const dryRun = await cli.run('batch', file, '--dry-run');
    expect(dryRun.stdout).toContain('choices-free-or-offered: 18 runs, 2 conditions');
    const estimate = JSON.parse((await cli.run('batch', file, '--dry-run', '--json')).stdout) as {
      readonly study: string;
      readonly total: { readonly calls: number; readonly inputTokens: number; readonly outputTokens: number };
    };
    expect(readdirSync(cli.cwd)).toEqual([file]);

    const { exitCode, stdout, stderr } = await play(file);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Played by the offline model');
    const next = 'report --compare choices=free choices=offered --study choices-free-or-offered';
    expect(stdout).toContain(`npx relationship-sim ${next}`);
    expect(textOf(file)).toContain(next);
    const expected = ['free', 'offered'].flatMap((choices) =>
      ['maya-jonas', 'theo-amara', 'ruth-isaac'].flatMap((couple) =>
        ['1', '2', '3'].map((seed) => ({
          seed,
          labels: expect.objectContaining({
            study: 'choices-free-or-offered',
            condition: `choices=${choices}`,
            choices,
            couple,
            studyVersion: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
          }) as object,
        })),
      ),
    );
    const played = headers().map(({ seed, labels }) => ({ seed, labels }));
    expect(played).toHaveLength(18);
    expect(played).toEqual(expect.arrayContaining(expected));

    const usages = journals().flatMap((lines) =>
      lines.flatMap((entry) =>
        entry.type === 'answer-recorded' ? [entry.result.usage] : entry.type === 'embeddings-recorded' ? [entry.usage] : [],
      ),
    );
    const sum = (of: (usage: (typeof usages)[number]) => number): number => usages.reduce((total, usage) => total + of(usage), 0);
    expect(estimate.study).toBe('choices-free-or-offered');
    // Vectors are estimated for each beat, and asked for only where a beat brings new texts.
    expect(estimate.total.calls / usages.length).toBeGreaterThanOrEqual(1);
    expect(estimate.total.calls / usages.length).toBeLessThan(1.1);
    expect(Math.abs(estimate.total.inputTokens / sum((usage) => usage.inputTokens) - 1)).toBeLessThan(0.15);
    expect(Math.abs(estimate.total.outputTokens / sum((usage) => usage.outputTokens) - 1)).toBeLessThan(0.15);

    expect((await play(file)).stdout).toContain('18 runs had finished before and were not played again');
    const compared = await cli.run(...next.split(' '));
    expect(compared.exitCode).toBe(0);
    expect(compared.stdout).toContain('choices=free less choices=offered');
    expect(compared.stdout).toMatch(/^Study choices-free-or-offered, version [0-9a-f]{8}: 18 runs\.$/m);
    expect(compared.stdout).toMatch(/final commitment +couple by couple +3 couples x 3 seeds /);
    expect(compared.stdout).not.toContain('seed by seed');
  });
});

describe('relationship-sim batch with a study file', () => {
  it('plays every replicate of every seed for every couple', async () => {
    const file = study(`${TINY.replace('maya-jonas', '[maya-jonas, lena-marcus]')}seeds: 2\nreplicates: 2\n`);
    expect((await play(file)).exitCode).toBe(0);
    const played = headers().map(({ seed, replicate, labels }) => `${labels['couple']} ${seed} ${replicate}`);
    expect([...played].sort()).toEqual(
      ['lena-marcus', 'maya-jonas'].flatMap((couple) => ['1 0', '1 1', '2 0', '2 1'].map((rest) => `${couple} ${rest}`)),
    );
    expect(new Set(headers().map(({ labels }) => labels['condition']))).toEqual(new Set(['tiny']));
  });

  it('plays the run that batch would play with the same settings', async () => {
    const settings = 'embeddingModel: none, interactionsPerScene: 3, choices: offered, scenes: 1';
    await play(study(TINY.replace('scenes: 1', settings)));
    const flags = ['--scenes', '1', '--interactions-per-scene', '3', '--choices', 'offered', '--embedding-model', 'none'];
    await play('--pairs', 'maya-jonas', '--model', 'offline', ...flags);
    const [one, other] = headers();
    expect(headers()).toHaveLength(2);
    expect(one?.spec).toEqual(other?.spec);
  });

  it('gives everybody the model that the file gives them', async () => {
    const cast = 'model: offline, partnerBModel: "offline:b", directorModel: "offline:d"';
    await play(study(TINY.replace('model: offline', cast)));
    const models = headers().map(({ spec }) => (spec as { models: Record<string, { modelId: string }> }).models)[0];
    expect(Object.entries(models ?? {}).map(([role, { modelId }]) => [role, modelId])).toEqual([
      ['actor', 'offline'],
      ['secondActor', 'b'],
      ['director', 'd'],
      ['judge', 'd'],
      ['embedding', 'offline'],
    ]);
  });

  it('keeps the budget of the file, unless the command has another', async () => {
    const file = study(`${TINY}budget: { tokens: 5k }\n`);
    const stopped = await play(file);
    expect(stopped.exitCode).not.toBe(0);
    expect(stopped.stdout + stopped.stderr).toContain('the token budget of 5000 is used up');
    expect((await play(file, '--max-tokens', '5M')).exitCode).toBe(0);
  });

  it('says what each condition would take to somebody who has no key', async () => {
    const models = 'factors: { model: ["openai:gpt-4o-mini", "openai:gpt-4o"] }\nsettings: { couples: all }\nseeds: 2\n';
    const file = study(`name: cost\nprogram: relationship\n${models}budget: { dollars: 0.5 }\n`);
    const { exitCode, stdout } = await cli.run('batch', file, '--dry-run');
    expect(exitCode).toBe(0);
    // Without vectors: OpenAI is asked for them only if the file names a model for them.
    expect(stdout).toMatch(/model=openai:gpt-4o-mini +\d+ +\d.*k .*\$\d+\.\d\d +4 min 30 s/);
    expect(stdout).toContain('The budget is $0.50, which will not do: runs will be left to resume.');
    const { conditions } = JSON.parse((await cli.run('batch', file, '--dry-run', '--json')).stdout) as {
      readonly conditions: readonly { readonly costUsd: number }[];
    };
    expect(conditions[1]?.costUsd).toBeGreaterThan(10 * (conditions[0]?.costUsd ?? Infinity));
  });

  it('says it of a batch without a file too, by couple', async () => {
    const flags = ['--pairs', 'maya-jonas,ruth-isaac', '--seeds', '3', '--model', 'offline', '--scenes', '2'];
    const { exitCode, stdout } = await cli.run('batch', ...flags, '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('This command: 6 runs, 2 couples');
    // Two calls about the past and eighteen calls per scene, two of them for vectors, three times.
    expect(stdout).toMatch(/^maya-jonas +3 +114 /m);
    expect(readdirSync(cli.cwd)).toEqual([]);
  });

  it.each([
    [
      'a misspelt setting',
      TINY.replace('scenes', 'scene'),
      'study.yaml, line 3: relationship has no setting "scene"; did you mean "scenes"?',
    ],
    [
      'a couple that there is not',
      TINY.replace('maya-jonas', 'maya-jonah'),
      'study.yaml, line 3: couples cannot be "maya-jonah"; there is no couple "maya-jonah"; did you mean maya-jonas?',
    ],
    [
      'a setting that cannot be',
      TINY.replace('scenes: 1', 'scenes: 0'),
      'study.yaml, line 3: scenes cannot be 0; write a whole number of at least 1',
    ],
    [
      'nobody',
      TINY.replace('couples: maya-jonas, ', ''),
      'The study does not say who lives through "tiny"; add couples: all under settings:.',
    ],
    [
      'a key',
      TINY.replace('offline', '"openai:gpt-4o#sk-1"'),
      'study.yaml, line 3: model cannot be "openai:gpt-4o#…"; keys come from the environment or .env, never from a study file',
    ],
    [
      'a weight of meaning in a condition without memories',
      `${TINY}factors: { recalledMemories: [2, 0] }\n`.replace('offline', 'offline, semanticWeight: 0.4'),
      'In the condition "recalledMemories=0": semanticWeight has no effect: recalledMemories 0 lets no memory come to mind; leave out one of the two.',
    ],
    [
      'an arc that there is not',
      TINY.replace('offline', 'offline, arc: ten-scene'),
      'study.yaml, line 3: arc cannot be "ten-scene"; there is no arc "ten-scene"; did you mean ten-scenes?',
    ],
    [
      'an arc where the state decides',
      TINY.replace('offline', 'offline, arc: ten-scenes, order: by-state'),
      'In the condition "tiny": arc has no effect where the order is by-state: the state of the relationship decides what comes next; leave out arc, or write order: fixed.',
    ],
    [
      'an event in a scene that is never played',
      TINY.replace('offline', 'offline, events: [{ scene: 2, event: It rains. }]'),
      'In the condition "tiny": The event "It rains." is for scene 2, and only 1 are played; give an earlier scene, or more scenes.',
    ],
    [
      'the same event twice',
      TINY.replace(
        'offline',
        'offline, events: [{ scene: 1, event: It rains. }, { scene: 1, event: It rains., knownTo: [Maya] }]',
      ),
      'In the condition "tiny": The event "It rains." is given twice for scene 1; once is enough, and without knownTo both learn of it.',
    ],
    [
      'an event that a stranger knows',
      TINY.replace('offline', 'offline, events: [{ scene: 1, event: It rains., knownTo: [Mya] }]'),
      'In the condition "tiny": The event "It rains." cannot be known to "Mya" (did you mean Maya?); maya-jonas are Maya and Jonas.',
    ],
    [
      'a setting under both of its names',
      TINY.replace('offline', 'offline, partnerAModel: offline, firstPartnerModel: offline'),
      'In the condition "tiny": partnerAModel is the former name of firstPartnerModel, and both are given; leave out partnerAModel.',
    ],
    [
      'equal conditions',
      `${TINY}conditions: { a: , b: { choices: free } }`,
      'tiny/a/s1 and tiny/b/s1 are the same run, so they say nothing about a difference; change or drop a condition.',
    ],
    [
      'a study of games',
      TINY.replace('relationship', 'diplomacy'),
      'study.yaml, line 2: this study is for "diplomacy"; what reads it here runs "relationship"',
    ],
  ])('refuses %s with one line', async (_what, text, message) => {
    const { exitCode, stderr, stdout } = await cli.run('batch', study(text));
    expect({ refused: exitCode > 0, stdout, problem: /^error: (.*)\n$/.exec(stderr)?.[1] }).toEqual({
      ...{ refused: true, stdout: '', problem: message },
    });
  });

  it.each([
    [['--scenes', '3'], '--scenes', 'scenes under settings'],
    [['--pairs', 'all'], '--pairs', 'couples under settings'],
    [['--seeds', '3'], '--seeds', 'them under seeds'],
    [['--new'], '--new', 'a greater number under replicates'],
  ])('refuses %s beside it', async (given, flag, place) => {
    expect((await cli.run('batch', study(TINY), ...given)).stderr).toBe(
      `error: ${flag} has no effect here: the study file says what is played; put ${place}.\n`,
    );
  });
});

describe('relationship-sim report', () => {
  it('keeps two studies apart whose conditions have the same names', async () => {
    const text = `${TINY}factors: { choices: [free, offered] }\n`;
    await play(study(text, 'one.yaml'));
    await play(study(text.replace('name: tiny', 'name: other').replace('maya-jonas', 'ruth-isaac'), 'other.yaml'));
    const mixed = await cli.run('report', '--compare', 'choices=free', 'choices=offered');
    expect(mixed.stderr).toBe('error: "choices=free" is in the studies other, tiny; --study other says in which one.\n');
    const rows = await cli.run(
      ...['report', '--compare', 'choices=free', 'choices=offered', '--study', 'other'],
      ...['--format', 'csv', '--tables', 'comparison-rows'],
    );
    expect(
      rows.stdout
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[2]),
    ).toEqual(['ruth-isaac', 'ruth-isaac']);
    expect((await cli.run('report', '--study', 'tiny', '--format', 'csv')).stdout.trimEnd().split('\n')).toHaveLength(3);
    expect((await cli.run('report', '--study', 'tyni')).stderr).toBe(
      'error: No run here is of the study "tyni"; there are other, tiny.\n',
    );
  });
});
