import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGameConsole } from './game-console.js';
import { readCsv } from './predecessor-readers.js';

const cli = createGameConsole();
const MODELS = ['AUSTRIA', 'ENGLAND', 'FRANCE', 'GERMANY', 'ITALY', 'RUSSIA', 'TURKEY']
  .map((power) => `${power}=${power === 'FRANCE' ? 'offline' : 'bot:hold'}`)
  .join(',');
const PLACE = join("my games'", 'first');

beforeAll(async () => {
  writeFileSync(join(cli.cwd, 'mine.yaml'), 'prices:\n  offline: { input: 10, output: 20 }\n');
  const game = ['--models', MODELS, '--max-year', '1901', '--num-negotiation-rounds', '1', '--quiet'];
  expect((await cli.run('play', ...game, '--run-dir', PLACE, '--config', 'mine.yaml')).exitCode).toBe(0);
});
afterAll(() => cli.remove());

const file = (name: string): string => readFileSync(join(cli.cwd, PLACE, name), 'utf8');
const dollars = (rows: ReturnType<typeof readCsv>, column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);

describe('prices of the user’s own', () => {
  const rows = () => readCsv(file('llm_responses.csv'));
  const expected = () =>
    rows().reduce((sum, row) => sum + (Number(row['input_tokens']) * 10 + Number(row['output_tokens']) * 20) / 1e6, 0);

  it('hold in llm_responses.csv', () => {
    expect(expected()).toBeGreaterThan(0);
    expect(dollars(rows(), 'cost_usd')).toBeCloseTo(expected(), 9);
  });

  it.each([
    ['responses', 'cost_usd'],
    ['game-analysis', 'total_cost_usd'],
    ['phase-analysis', 'cost_usd'],
  ])('hold in what is exported as %s', async (format, column) => {
    const { stdout } = await cli.run('export', PLACE, '--format', format, '--config', 'mine.yaml');
    expect(dollars(readCsv(stdout), column)).toBeCloseTo(expected(), 9);
    if (format === 'responses') expect(stdout).toBe(file('llm_responses.csv'));
  });

  it('hold in reports', async () => {
    const { stdout } = await cli.run('report', PLACE, '--config', 'mine.yaml', '--tables', 'by-model', '--format', 'csv');
    expect(dollars(readCsv(stdout), 'costUsd')).toBeCloseTo(expected(), 9);
  });

  it('are found in the folder of the command, as for every other one', async () => {
    writeFileSync(join(cli.cwd, 'entente.config.yaml'), 'prices:\n  offline: { input: 20, output: 40 }\n');
    const { stdout } = await cli.run('export', PLACE, '--format', 'responses');
    expect(dollars(readCsv(stdout), 'cost_usd')).toBeCloseTo(2 * expected(), 9);
  });
});

describe('game_manifesto.txt', () => {
  it('prints commands that work as they stand, from the folder in which the game was begun', async () => {
    const commands = file('game_manifesto.txt')
      .split('\n')
      .filter((line) => line.trim().startsWith('npx lm-game '));
    expect(commands.map((line) => wordsOf(line)[2])).toEqual(['replay', 'show', 'verify']);
    for (const command of commands) {
      const { exitCode, stderr } = await cli.run(...wordsOf(command).slice(2));
      expect(stderr, command).toBe('');
      expect(exitCode, command).toBe(0);
    }
    expect((await cli.run('export', PLACE, '--format', 'manifesto')).stdout).toBe(file('game_manifesto.txt'));
    expect(file('game_manifesto.txt')).not.toContain(cli.cwd);
  });

  it('names no folder where commands look by themselves', async () => {
    await cli.run('play', '--models', MODELS, '--max-year', '1901', '--quiet');
    const [run = ''] = readdirSync(join(cli.cwd, 'runs'));
    const text = readFileSync(join(cli.cwd, 'runs', run, 'game_manifesto.txt'), 'utf8');
    expect(text).toContain(`  npx lm-game replay ${run}\n`);
    expect(text).not.toContain('--runs-dir');
  });
});

/** A line as a shell takes it apart: words, some of them with parts in single quotes or a backslash before a quote. */
function wordsOf(line: string): readonly string[] {
  return [...line.trim().matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|\\(.)/g,
      (_all, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
    ),
  );
}
