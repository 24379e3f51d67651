import { type GameScript, playScript, viewerMoments } from '@entente/diplomacy-analysis/testing';
import { createFileStore } from '@entente/simulation-core/node';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGameConsole } from '../../../test/game-console.js';

const script: GameScript = {
  S1901M: {
    ENGLAND: { says: { FRANCE: 'I propose that neither of us enters English Channel.' }, orders: ['F LON - NTH'] },
    FRANCE: {
      says: { GERMANY: 'I propose that I order A PAR S A MUN - BUR.' },
      orders: ['A PAR S A MUN - BUR', 'F BRE - ENG'],
      diary: 'I turn on England now.',
    },
    GERMANY: { orders: ['A MUN - BUR'] },
  },
  F1901M: {
    ENGLAND: { says: { FRANCE: 'Agreed: neither of us enters Irish Sea.' }, orders: ['F EDI - NWG'] },
    FRANCE: {
      says: { ENGLAND: 'You have my word that neither of us enters Irish Sea.' },
      orders: ['F ENG - IRI'],
      diary: 'I turn on England again.',
    },
  },
};

const desk = createGameConsole({ terminal: 100 });

beforeAll(async () => {
  const store = createFileStore({ folder: join(desk.cwd, 'runs'), durability: 'process' });
  await playScript(script, { store, runId: 'game~s1~abcdef01' });
});
afterAll(() => desk.remove());

const analyses = async (): Promise<readonly string[]> =>
  (await readdir(join(desk.cwd, 'runs'))).filter((name) => name.includes('~analysis-'));

/** On record in the analysis that was begun last. */
async function countAnswers(): Promise<number> {
  const summaries = await createFileStore({ folder: join(desk.cwd, 'runs') }).list();
  const last = summaries.toSorted((a, b) => b.header.replicate - a.header.replicate)[0];
  return last === undefined ? 0 : await answersIn(last.runId);
}

async function answersIn(runId: string): Promise<number> {
  let answers = 0;
  for await (const { type } of createFileStore({ folder: join(desk.cwd, 'runs') }).read(runId))
    if (type === 'answer-recorded') answers += 1;
  return answers;
}

describe('lm-game analyze', () => {
  it('shows moments with quotes and promises by power, and says that the offline model judged', async () => {
    const { exitCode, stdout, stderr } = await desk.run(
      'analyze',
      'game~s1',
      '--model',
      'offline',
      '--report',
      'a.md',
      '--json',
      'a.json',
    );
    expect(stderr).not.toContain('error');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Judged by the offline model: rules of thumb');
    expect(stdout).toContain('"You have my word that neither of us enters Irish Sea." (FRANCE to ENGLAND)');
    expect(stdout).toMatch(/FRANCE +model-of-france +1 +0 +1 +1 +0 +0 +0 % \(0-79 %\) \?/);
    expect(stdout).toMatch(/ENGLAND +model-of-england +1 +1 +0 +0 +0 +0 +100 % \(21-100 %\) \?/);
    expect(await analyses()).toHaveLength(1);
  });

  it('asks nobody a second time, and writes the same files', async () => {
    const first = await readFile(join(desk.cwd, 'a.json'), 'utf8');
    const { exitCode, stdout } = await desk.run(
      'analyze',
      'game~s1',
      '--model',
      'offline',
      '--report',
      'b.md',
      '--json',
      'b.json',
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('It was on record already; nobody was asked');
    expect(await readFile(join(desk.cwd, 'b.json'), 'utf8')).toBe(first);
    expect(await readFile(join(desk.cwd, 'b.md'), 'utf8')).toBe(await readFile(join(desk.cwd, 'a.md'), 'utf8'));
    expect(await analyses()).toHaveLength(1);
  });

  it('writes the file that viewers of moments read', async () => {
    const file = JSON.parse(await readFile(join(desk.cwd, 'a.json'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(file)).toEqual([
      'metadata',
      'analysis_results',
      'summary',
      'phases_analyzed',
      'power_models',
      'invalid_moves_by_model',
      'lies_by_model',
      'moments',
      'lies',
      'promises',
      'dropped',
      'missing',
    ]);
    expect(viewerMoments.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(file['metadata']).toMatchObject({ source_folder: 'game~s1~abcdef01', analysis_model: 'offline', total_moments: 2 });
    expect(file['lies']).toEqual([
      {
        phase: 'F1901M',
        liar: 'FRANCE',
        recipient: 'ENGLAND',
        promise: 'You have my word that neither of us enters Irish Sea.',
        diary_intent: 'I turn on England again.',
        actual_action: 'F ENG - IRI',
        intentional: true,
        intention: 'deliberate',
        explanation: 'IRI stays empty. In F1901M FRANCE ordered F ENG - IRI.',
      },
    ]);
    expect(file['lies_by_model']).toMatchObject({
      'model-of-france': { intentional: 1, unintentional: 0, unknown: 0 },
      'model-of-england': { intentional: 0, unintentional: 0, unknown: 0 },
    });
    expect(file['moments']).toContainEqual(
      expect.objectContaining({
        phase: 'F1901M',
        category: 'BETRAYAL',
        powers_involved: ['FRANCE', 'ENGLAND'],
        diary_context: expect.objectContaining({
          FRANCE: expect.stringContaining('I turn on England again.') as string,
        }) as object,
      }),
    );
  });

  it('is another analysis for fewer phases, and one more with --new', async () => {
    expect((await desk.run('analyze', 'game~s1', '--model', 'offline', '--max-phases', '1')).stdout).toContain(
      '1 movement phase,',
    );
    expect(await analyses()).toHaveLength(2);
    expect((await desk.run('analyze', 'game~s1', '--model', 'offline', '--new')).stdout).not.toContain('on record already');
    expect(await analyses()).toHaveLength(3);
  });

  it('stops at a budget, and the same command goes on from there', async () => {
    const command = ['analyze', 'game~s1', '--model', 'offline', '--new', '--schedule', 'sequential'] as const;
    const stopped = await desk.run(...command, '--max-total-tokens', '5000');
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stderr).toContain('the same command again goes on from there');
    const answers = await countAnswers();
    expect(answers).toBeGreaterThan(0);
    const resumed = await desk.run(...command);
    expect(resumed.exitCode).toBe(0);
    expect(resumed.stdout).toContain('FRANCE');
    // Two phases read twice, and the story; none of it paid for twice.
    expect(await countAnswers()).toBe(5);
    expect(answers).toBeLessThan(5);
  });

  it('leaves the list of games as it was', async () => {
    const { exitCode, stdout } = await desk.run('runs', '--json');
    expect(exitCode).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['analyze', 'gane~s1~abcdef01'], 'There is no run "gane~s1~abcdef01" in runs'],
    [['analyze', 'game~s1', '--max-phases', '0'], '--max-phases cannot be "0"'],
    [['analyze', 'game~s1', '--json', 'no/such/folder/a.json'], 'cannot be written'],
  ])('says in a line what is wrong with %j', async (argv, message) => {
    const { exitCode, stderr } = await desk.run(...argv);
    expect(exitCode).toBeGreaterThan(0);
    expect(stderr).toContain(message);
  });

  it('names the game where an analysis is to be analysed', async () => {
    const [name = ''] = await analyses();
    const { stderr } = await desk.run('analyze', name);
    expect(stderr).toContain('name the game that it is about: analyze game~s1~abcdef01');
  });
});
