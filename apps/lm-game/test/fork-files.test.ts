import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POWERS, type SavedGame } from '@entente/diplomacy-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGameConsole } from './game-console.js';
import { isFailure, readCsv } from './predecessor-readers.js';

/** Two powers talk, the others are bots: quick, and there is a year to fork in. */
const GAME = [
  'play',
  '--models',
  POWERS.map((power) => `${power}=${power === 'FRANCE' || power === 'ENGLAND' ? 'offline' : 'bot:greedy'}`).join(','),
  '--max-year',
  '1902',
  '--num-negotiation-rounds',
  '1',
  '--run-dir',
  'runs/game',
  '--quiet',
];

const cli = createGameConsole();
const runs = join(cli.cwd, 'runs');
const fileOf = (run: string, name: string): string => readFileSync(join(runs, run, name), 'utf8');
const rowsOf = (run: string) => readCsv(fileOf(run, 'llm_responses.csv'));
const saveOf = (run: string): SavedGame => JSON.parse(fileOf(run, 'lmvsgame.json')) as SavedGame;
const errorsOf = (run: string): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  JSON.parse(fileOf(run, 'overview.jsonl').split('\n')[0] ?? '') as never;

/** Forks a run and returns the name of the fork. */
async function fork(run: string, ...options: readonly string[]): Promise<string> {
  const before = new Set(readdirSync(runs));
  const { exitCode, stderr } = await cli.run('fork', run, ...options, '--quiet');
  expect(stderr).not.toMatch(/^error/m);
  expect(exitCode).toBe(0);
  return readdirSync(runs).find((name) => !before.has(name)) ?? '';
}

async function exported(run: string, format: string): Promise<ReturnType<typeof readCsv>> {
  const { stdout, exitCode } = await cli.run('export', run, '--format', format);
  expect(exitCode).toBe(0);
  return readCsv(stdout);
}

let control: string;
let changed: string;
let again: string;
beforeAll(async () => {
  expect((await cli.run(...GAME)).exitCode).toBe(0);
  control = await fork('game', '--at', 'F1901M');
  changed = await fork('game', '--at', 'F1901M', '--set', 'power.FRANCE.model=bot:hold');
  again = await fork(changed, '--at', 'S1902M', '--set', 'power.FRANCE.model=bot:random');
});
afterAll(() => cli.remove());

describe('the files of a fork', () => {
  it('have the phases in the order of the game, and no call of the parent’s that the fork did not come to ask', () => {
    for (const run of [control, changed, again]) {
      const phases = new Set(saveOf(run).phases.map(({ name }) => name));
      for (const row of rowsOf(run)) expect(phases, `${run}: ${row['call_path']}`).toContain(row['phase']);
      const questions = rowsOf(run)
        .filter(({ response_type: type = '' }) => !/_(superseded|no_response)$/.test(type))
        .map(({ call_path: path }) => path);
      expect(new Set(questions).size).toBe(questions.length);
    }
  });

  it('have no answer of a model where the fork seated a bot, or held no round', async () => {
    const later = (run: string) => rowsOf(run).filter((row) => row['power'] === 'FRANCE' && row['phase'] !== 'S1901M');
    expect(later('game').length).toBeGreaterThan(5);
    expect(later(changed).map(({ call_path: path }) => path)).toEqual([]);
    const silent = await fork('game', '--at', 'F1901M', '--set', 'settings.negotiationRounds=0');
    const rounds = rowsOf(silent).filter((row) => row['response_type'] === 'negotiation_message');
    expect(new Set(rounds.map(({ phase }) => phase))).toEqual(new Set(['S1901M']));
  });

  it('have the results of each phase by the rulebook that it was judged by', async () => {
    const other = await fork('game', '--at', 'F1901M', '--set', 'settings.rulebook=droidippy');
    const { rulebook, phases } = saveOf(other) as SavedGame & { readonly rulebook: string };
    expect(rulebook).toBe('droidippy');
    expect(phases.map((phase) => phase['rulebook'] ?? rulebook).slice(0, 3)).toEqual([
      'python-compatible',
      'droidippy',
      'droidippy',
    ]);
    expect((await cli.run('verify', `runs/${other}`)).stdout).toMatch(/^sound/);
  });

  it('say of a control that it failed no more often than its parent did', () => {
    const failures = (run: string): number => rowsOf(run).filter(({ success = '' }) => isFailure(success)).length;
    expect(failures('game')).toBe(0);
    expect(failures(control)).toBe(0);
  });

  it('mark what was taken over, which the fork did not pay for', () => {
    expect(rowsOf('game').every(({ inherited }) => inherited === '')).toBe(true);
    const inheritedOf = (run: string) => rowsOf(run).filter(({ inherited }) => inherited === 'TRUE');
    for (const run of [control, changed, again]) {
      expect(inheritedOf(run).length).toBeGreaterThan(5);
      expect(inheritedOf(run).every(({ cost_usd: cost }) => cost === '0')).toBe(true);
      expect(rowsOf(run).some(({ phase, inherited }) => phase === 'S1901M' && inherited === '')).toBe(false);
    }
    const inheritedPhases = (run: string) =>
      saveOf(run)
        .phases.filter((phase) => phase['inherited'] === true)
        .map(({ name }) => name);
    expect(inheritedPhases(control)).toEqual(['S1901M']);
    expect(inheritedPhases(again)).toEqual(
      saveOf(again)
        .phases.map(({ name }) => name)
        .filter((name) => name.includes('1901')),
    );
  });

  it('name who played each phase, in a fork of a fork too', async () => {
    for (const format of ['orders-data', 'phase-data'] as const) {
      const rows = await exported(again, format);
      const players = (phase: string) =>
        new Set(
          rows.filter((row) => row['phase'] === phase && (row['country'] ?? row['power']) === 'FRANCE').map(({ model }) => model),
        );
      expect([...players('S1901M')], format).toEqual(['offline']);
      expect([...players('F1901M')], format).toEqual(['bot:hold']);
      expect([...players('S1902M')], format).toEqual(['bot:random']);
      expect(new Set(rows.filter(({ inherited }) => inherited === 'True').map(({ phase }) => phase?.slice(1, 5)))).toEqual(
        new Set(['1901']),
      );
    }
    const analysis = await exported(again, 'phase-analysis');
    expect(
      analysis.filter((row) => row['game_phase'] === 'S1901M' && row['power_name'] === 'FRANCE').map((row) => row['llm_model']),
    ).toContain('offline');
    const agents = saveOf(again).phases[0]?.['state_agents'] as Record<string, { model_id: string }>;
    expect(agents['FRANCE']?.model_id).toBe('offline');
  });

  it('count calls and errors of the fork alone, and those it took over apart', async () => {
    const game = await exported(control, 'game-analysis');
    for (const { power_name: power, ...row } of game) {
      const own = rowsOf(control).filter((each) => each['power'] === power);
      const inherited = own.filter((each) => each['inherited'] === 'TRUE').length;
      expect(row['total_llm_calls_overall']).toBe(String(own.length - inherited));
      expect(row['inherited_llm_calls']).toBe(String(inherited));
      expect(errorsOf(control)[power ?? '']).toMatchObject({ calls: own.length - inherited, inherited_calls: inherited });
    }
    // FRANCE is a bot since; what its model did before is in none of the counts of the bot.
    expect(errorsOf(changed)['bot:hold']).toMatchObject({ calls: 0, replies_asked_again: 0, messages_dropped: 0 });
    const phases = await exported(control, 'phase-analysis');
    for (const row of phases.filter(({ inherited }) => inherited === 'True')) {
      expect(row).toMatchObject({ total_responses_analyzed: '0', response_failure_rate_percentage: '' });
      expect(Number(row['inherited_responses_count'])).toBeGreaterThan(0);
    }
  });

  it('mark an edited reply, in the responses and in the log', async () => {
    const path = 'S1901M/round-1/FRANCE#0';
    writeFileSync(
      join(cli.cwd, 'messages.json'),
      JSON.stringify({ FRANCE: [{ round: 1, recipient: 'ENGLAND', text: 'So be it.' }] }),
    );
    const run = await fork('game', '--at', 'S1901M', '--edit-messages', 'messages.json');
    const edited = rowsOf(run).filter((row) => row['edited'] === 'TRUE');
    expect(edited.map(({ call_path: each }) => each)).toEqual([path]);
    expect(edited[0]?.['raw_response']).toBe('[{"message_type":"private","recipient":"ENGLAND","content":"So be it."}]');
    expect(fileOf(run, 'general_game.log')).toContain(`${path}: the fork put another reply in the place of the model's`);
    expect(rowsOf('game').every((row) => row['edited'] === '')).toBe(true);
  });
});
