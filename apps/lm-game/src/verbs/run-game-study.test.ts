import { POWERS } from '@entente/diplomacy-rules';
import type { EntryOf, JournalEntry } from '@entente/simulation-core/journal';
import { expandStudy, parseStudy, type StudyRun } from '@entente/studies';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGameConsole, type GameConsole } from '../../test/game-console.js';
import { gameStudyProgram } from '../studies/game-study-program.js';

const SHIPPED = new URL('../../../../studies/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, SHIPPED), 'utf8');
const shipped = (name: string): readonly StudyRun[] => expandStudy(parseStudy(textOf(name), gameStudyProgram), gameStudyProgram);

let cli: GameConsole;
beforeEach(() => {
  cli = createGameConsole();
});
afterEach(() => cli.remove());

/** Bots, so that a game takes no time. */
const BOTS = 'name: tiny\nprogram: diplomacy\nsettings: { maxYear: 1901 }\nseats: { models: "bot:random" }\n';
const study = (text: string): string => {
  writeFileSync(join(cli.cwd, 'study.yaml'), text);
  return 'study.yaml';
};
const journals = (): readonly (readonly JournalEntry[])[] =>
  readdirSync(join(cli.cwd, 'runs'))
    .sort()
    .map((run) =>
      readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8')
        .trimEnd()
        .split('\n'),
    )
    .map((lines) => lines.map((line) => JSON.parse(line) as JournalEntry));
const headers = (): readonly EntryOf<'run-started'>[] =>
  journals().flatMap(([header]) => (header?.type === 'run-started' ? [header] : []));

const withoutVersion = ({ studyVersion: _version, studyConditions: _conditions, ...labels }: Readonly<Record<string, string>>) =>
  labels;

describe('the studies that ship', () => {
  it('are all understood, as far as they are of games', () => {
    const ofGames = readdirSync(SHIPPED).filter((file) => file.endsWith('.yaml') && /^program: diplomacy$/m.test(textOf(file)));
    expect(ofGames.length).toBeGreaterThan(1);
    for (const file of ofGames) expect(shipped(file).length).toBeGreaterThan(0);
  });

  it('give the one-seat benchmark twenty games in which every power is tested about equally often', () => {
    const runs = shipped('one-seat-benchmark.yaml');
    expect(runs).toHaveLength(20);
    const times = POWERS.map((power) => runs.filter(({ seats }) => seats?.testSeat === power).length);
    expect(times).toEqual([3, 3, 3, 3, 3, 3, 2]);
    for (const { seats } of runs) {
      const tested = POWERS.filter((power) => seats?.models[power] === 'openai:gpt-4.1-mini');
      expect(tested).toEqual([seats?.testSeat]);
    }
  });

  it('say what the benchmark would take to somebody who has no key', async () => {
    mkdirSync(join(cli.cwd, 'studies'));
    copyFileSync(new URL('one-seat-benchmark.yaml', SHIPPED), join(cli.cwd, 'studies/one-seat-benchmark.yaml'));
    const { exitCode, stdout } = await cli.run('batch', 'studies/one-seat-benchmark.yaml', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('one-seat-benchmark: 20 games, 1 condition');
    const [calls, read, written, cost] = /^one-seat-benchmark +20 +(\S+) +(\S+) +(\S+) +(\S+)/m.exec(stdout)?.slice(1) ?? [];
    const file = textOf('one-seat-benchmark.yaml');
    expect(file).toContain(
      `about ${calls} calls, ${read} tokens read and ${written} written: ${cost} with nothing read from caches.`,
    );
    expect(stdout).toContain('The budget is $30.00, which should do.');
    expect(readdirSync(cli.cwd)).toEqual(['studies']);
  });

  it('play press or not: four seeds with talk and without, which can then be compared', async () => {
    copyFileSync(new URL('press-or-not.yaml', SHIPPED), join(cli.cwd, 'press-or-not.yaml'));
    const { exitCode, stdout, stderr } = await cli.run('batch', 'press-or-not.yaml', '--durability', 'process', '--quiet');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Played by the offline model');
    expect(stdout).toContain('npx lm-game report --compare press=silence press=talk --study press-or-not');
    const played = headers().map(({ seed, labels }) => ({ seed, ...withoutVersion(labels) }));
    const expected = ['silence', 'talk'].flatMap((press) =>
      ['1', '2', '3', '4'].map((seed) => ({ seed, study: 'press-or-not', condition: `press=${press}`, press })),
    );
    expect(played).toHaveLength(8);
    expect(played).toEqual(expect.arrayContaining(expected));

    const estimate = JSON.parse((await cli.run('batch', 'press-or-not.yaml', '--dry-run', '--json')).stdout) as {
      readonly total: { readonly calls: number; readonly inputTokens: number; readonly outputTokens: number };
    };
    const answers = journals().flatMap((lines) => lines.flatMap((entry) => (entry.type === 'answer-recorded' ? [entry] : [])));
    const sum = (of: (entry: (typeof answers)[number]) => number): number =>
      answers.reduce((total, entry) => total + of(entry), 0);
    // The estimates of a dry run come true. If this fails, prompts have grown: measure PROMPT_SIZES again.
    expect(Math.abs(estimate.total.calls / answers.length - 1)).toBeLessThan(0.1);
    expect(Math.abs(estimate.total.inputTokens / sum(({ result }) => result.usage.inputTokens) - 1)).toBeLessThan(0.15);
    expect(Math.abs(estimate.total.outputTokens / sum(({ result }) => result.usage.outputTokens) - 1)).toBeLessThan(0.25);

    const again = await cli.run('batch', 'press-or-not.yaml', '--durability', 'process', '--quiet');
    expect(again.stdout).toContain('8 runs had finished before and were not played again');
    const compared = await cli.run('report', '--compare', 'press=silence', 'press=talk', '--study', 'press-or-not');
    expect(compared.stdout).toContain('press=silence less press=talk');
    expect(compared.exitCode).toBe(0);
  });
});

describe('lm-game batch with a study file', () => {
  it('plays every replicate of every seed, the test seat going round', async () => {
    const file = study(
      'name: tiny\nprogram: diplomacy\nsettings: { maxYear: 1901 }\n' +
        'seats: { testSeat: "bot:greedy", opponents: "bot:hold", rotate: over-seeds }\nseeds: 2\nreplicates: 2\n',
    );
    expect((await cli.run('batch', file, '--quiet')).exitCode).toBe(0);
    expect(headers().map(({ seed, replicate, labels }) => [seed, replicate, withoutVersion(labels)])).toEqual([
      ['1', 0, { study: 'tiny', condition: 'tiny', seat: 'AUSTRIA' }],
      ['1', 1, { study: 'tiny', condition: 'tiny', seat: 'AUSTRIA' }],
      ['2', 0, { study: 'tiny', condition: 'tiny', seat: 'ENGLAND' }],
      ['2', 1, { study: 'tiny', condition: 'tiny', seat: 'ENGLAND' }],
    ]);
  });

  it('plays the game that play would play with the same settings', async () => {
    await cli.run('batch', study(`${BOTS.replace('1901', '1901, rulebook: droidippy, planning: true')}`), '--quiet');
    await cli.run(
      'play',
      '--models',
      'bot:random',
      '--max-year',
      '1901',
      '--rulebook',
      'droidippy',
      '--planning-phase',
      '--quiet',
    );
    const [one, other] = headers();
    expect(headers()).toHaveLength(2);
    expect(one?.spec).toEqual(other?.spec);
  });

  it('keeps the budget of the file, unless the command has another', async () => {
    const file = study(
      'name: tiny\nprogram: diplomacy\nsettings: { maxYear: 1901 }\nseats: { models: offline }\nbudget: { tokens: 20k }\n',
    );
    const stopped = await cli.run('batch', file, '--quiet', '--durability', 'process');
    expect(stopped.exitCode).not.toBe(0);
    expect(stopped.stdout + stopped.stderr).toContain('the token budget of 20000 is used up');
    const resumed = await cli.run('batch', file, '--quiet', '--durability', 'process', '--max-total-tokens', '50M');
    expect(resumed.exitCode).toBe(0);
  });

  it.each([
    [
      'maxYeer',
      BOTS.replace('maxYear', 'maxYeer'),
      'error: study.yaml, line 3: diplomacy has no setting "maxYeer"; did you mean "maxYear"?\n',
    ],
    [
      'no end',
      BOTS.replace('maxYear: 1901', ''),
      'error: The study does not say when a game of "tiny" ends; add maxYear: 1905 under settings:.\n',
    ],
    [
      'people',
      BOTS.replace('bot:random', 'human'),
      'error: People do not play in studies; lm-game play --human FRANCE seats one.\n',
    ],
    [
      'an unknown bot',
      BOTS.replace('bot:random', 'bot:gready'),
      'error: There is no bot "gready" (did you mean bot:greedy?); there are bot:greedy, bot:random, bot:hold.\n',
    ],
    [
      'equal conditions',
      `${BOTS}conditions: { a: , b: { planning: false } }`,
      'error: tiny/a/s1 and tiny/b/s1 are the same game, so they say nothing about a difference; change or drop a condition.\n',
    ],
  ])('refuses %s with one line', async (_what, text, message) => {
    const { exitCode, stderr, stdout } = await cli.run('batch', study(text));
    expect({ exitCode: exitCode > 0, stderr, stdout }).toEqual({ exitCode: true, stderr: message, stdout: '' });
  });

  it('refuses flags that would contradict the file, and a file that is not there', async () => {
    const flagged = await cli.run('batch', study(BOTS), '--max-year', '1905');
    expect(flagged.stderr).toBe(
      'error: --max-year has no effect here: the study file says what is played; put maxYear under settings.\n',
    );
    expect((await cli.run('batch', 'nowhere.yaml')).stderr).toBe(
      'error: There is no study file nowhere.yaml that can be read.\n',
    );
  });

  it('tells what each condition would take as JSON', async () => {
    const text = 'name: cost\nprogram: diplomacy\nsettings: { maxYear: 1901 }\nseats: { models: "openai:gpt-4o-mini" }\n';
    const { stdout } = await cli.run('batch', study(`${text}factors: { negotiationRounds: [0, 3] }`), '--dry-run', '--json');
    const estimate = JSON.parse(stdout) as { conditions: { condition: string; calls: number; costUsd: number }[]; total: object };
    expect(estimate.conditions.map(({ condition }) => condition)).toEqual(['negotiationRounds=0', 'negotiationRounds=3']);
    const [silent, talking] = estimate.conditions;
    // Three rounds and the diary of the negotiation, in two movement phases, of seven powers.
    expect((talking?.calls ?? 0) - (silent?.calls ?? 0)).toBe(2 * 4 * 7);
    expect(estimate.total).toMatchObject({ runs: 2, unpriced: 0 });
  });
});
