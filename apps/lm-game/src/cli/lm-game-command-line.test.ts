import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGameConsole, type GameConsole } from '../../test/game-console.js';
import { lmGameCommandLine } from './lm-game-command-line.js';

/** Bots play a year in a moment. */
const BOTS = ['--max-year', '1901', '--models', 'bot:greedy', '--durability', 'process'] as const;
/** A game with everything in it, on the offline model. */
const GAME = ['--max-year', '1901', '--num-negotiation-rounds', '1', '--model', 'offline', '--durability', 'process'] as const;

/** Two models among bots, until the second movement phase: quick, and there is something to fork. */
const SHORT = [
  ...['--end-at-phase', 'F1901M', '--num-negotiation-rounds', '1', '--durability', 'process'],
  ...['--models', 'bot:greedy,FRANCE=offline,ENGLAND=offline'],
] as const;

let cli: GameConsole;
beforeEach(() => {
  cli = createGameConsole();
});
afterEach(() => cli.remove());

const runNames = (folder = 'runs'): readonly string[] => readdirSync(join(cli.cwd, folder)).sort();
const header = (run: string, folder = 'runs'): { readonly seed: string; readonly spec: Record<string, unknown> } => {
  const [first = ''] = readFileSync(join(cli.cwd, folder, run, 'journal.jsonl'), 'utf8').split('\n', 1);
  return JSON.parse(first) as { readonly seed: string; readonly spec: Record<string, unknown> };
};
const factsOf = (run: string): readonly string[] =>
  readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"type":"fact-recorded"'));

describe('lm-game', () => {
  it('explains every verb in at most a hundred columns, with an example that names it', async () => {
    for (const { name } of lmGameCommandLine.verbs) {
      const { exitCode, stdout } = await cli.run(name, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(new RegExp(`Examples?:\\n  lm-game ${name}`));
      expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
      expect(stdout.slice(stdout.indexOf('Example'))).not.toMatch(/maya|scene-/);
    }
  });

  it('lists its verbs when it is given none', async () => {
    const { exitCode, stdout } = await cli.run();
    expect(exitCode).toBe(0);
    const verbs = [
      'play',
      'resume',
      'replay',
      'fork',
      'batch',
      'runs',
      'report',
      'analyze',
      'export',
      'prompts',
      'verify',
      'doctor',
      'show',
      'view',
    ];
    for (const verb of verbs) expect(stdout).toContain(`  ${verb} `);
  });

  it('tells a game as it happens and says where it is kept', async () => {
    const { exitCode, stdout } = await cli.run('play', ...GAME);
    expect(exitCode).toBe(0);
    for (const part of ['Spring 1901 · movement', 'Round 1: ', 'Fall 1901 · movement', 'Winter 1901 · adjustments', 'Centres  '])
      expect(stdout).toContain(part);
    expect(stdout).toMatch(/ {2}France {3}[AF] \w{3}/);
    expect(stdout).toContain('Played by the offline model');
    expect(runNames()[0]).toMatch(/^game~s1~[0-9a-f]{8}$/);
    expect(runNames(`runs/${runNames()[0]}`)).toEqual([
      'game_manifesto.txt',
      'general_game.log',
      'journal.jsonl',
      'llm_responses.csv',
      'lmvsgame.json',
      'overview.jsonl',
    ]);
  });

  it('plays offline where no model is named, and says so', async () => {
    const { stderr } = await cli.run('play', '--max-year', '1901', '--durability', 'process', '--quiet');
    expect(stderr).toContain('the offline model plays');
  });

  it('tells a game that has ended from the record, and plays it again only under --new', async () => {
    const first = await cli.run('play', ...GAME);
    const [run = ''] = runNames();
    const journal = readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8');
    const second = await cli.run('play', ...GAME);
    expect(second.stdout).toContain('had finished before');
    const told = (text: string): string => text.slice(0, text.indexOf('The last year is over.'));
    expect(told(first.stdout)).toContain('Winter 1901');
    expect(told(second.stdout)).toBe(told(first.stdout));
    expect(readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8')).toBe(journal);
    await cli.run('play', ...GAME, '--new', '--quiet');
    expect(runNames().map((name) => name.replace(/~[0-9a-f]{8}$/, ''))).toEqual(['game~s1', 'game~s1~r1']);
  });

  it('replays a game from its record and finds it sound', async () => {
    await cli.run('play', ...GAME, '--quiet');
    expect((await cli.run('replay', 'game')).stdout).toMatch(
      /^same {2}game~s1~\S+: \d+ facts from \d+ recorded answers, to its end/,
    );
    expect(await cli.run('verify', 'game')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^sound {2}game/) as string,
    });
  });

  it('comes to the same facts from the same seed, and to others from another', async () => {
    await cli.run('play', ...GAME, '--quiet');
    await cli.run('play', ...GAME, '--quiet', '--run-dir', 'runs/again');
    await cli.run('play', ...GAME, '--quiet', '--seed', '2');
    const [again = '', one = '', two = ''] = runNames();
    expect(factsOf(again)).toEqual(factsOf(one));
    expect(factsOf(two)).not.toEqual(factsOf(one));
  });

  it('stops on Ctrl-C, and ends after resume like an undisturbed game', async () => {
    await cli.run('play', ...GAME, '--quiet');
    const [run = ''] = runNames();
    const undisturbed = factsOf(run);
    const stopping = createGameConsole({
      onText: (text) => text.includes('Fall 1901') && stopping.signals.emit('SIGINT'),
    });
    try {
      const stopped = await stopping.run('play', ...GAME, '--latency', 'fixed:1ms');
      expect(stopped.exitCode).toBe(130);
      expect(stopped.stdout).toContain(`resume it: npx lm-game resume ${run}`);
      expect((await stopping.run('resume', '--all', '--quiet')).exitCode).toBe(0);
      const facts = readFileSync(join(stopping.cwd, 'runs', run, 'journal.jsonl'), 'utf8');
      expect(facts.split('\n').filter((line) => line.startsWith('{"type":"fact-recorded"'))).toEqual(undisturbed);
    } finally {
      await stopping.remove();
    }
  });

  it('writes events and nothing else to stdout under --json', async () => {
    const { stdout } = await cli.run('play', ...BOTS, '--json');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events[0]).toBe('batch-planned');
    expect(events).toContain('fact-recorded');
    expect(events.at(-1)).toBe('batch-ended');
  });

  it('calls a game a draw once nothing has changed hands for as long as was said', async () => {
    const { exitCode, stdout } = await cli.run(
      ...['play', '--quiet', '--models', 'bot:hold', '--max-year', '1910', '--draw-after-years', '2'],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/F1902M +draw/);
  });

  it('says what a game would take, and asks and writes nothing', async () => {
    const { exitCode, stdout } = await cli.run('play', '--max-year', '1902', '--model', 'gpt-4o-mini', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/calls {3}about \d+/);
    expect(stdout).toMatch(/cost {4}at most about \$0\.\d+/);
    expect(existsSync(join(cli.cwd, 'runs'))).toBe(false);
  });
});

describe('the flags of lm_game.py', () => {
  /** Effect of each flag, with a value, on a game that is otherwise `--max-year 1901` among bots. */
  const flags: readonly (readonly [
    string,
    readonly string[],
    (spec: Record<string, unknown>, seed: string) => unknown,
    unknown,
  ])[] = [
    ['max_year', ['1902'], (spec) => settingOf(spec, 'maxYear'), 1902],
    ['end_at_phase', ['S1901M'], (spec) => settingOf(spec, 'endAtPhase'), 'S1901M'],
    ['num_negotiation_rounds', ['2'], (spec) => settingOf(spec, 'negotiationRounds'), 2],
    ['planning_phase', [], (spec) => settingOf(spec, 'planning'), true],
    ['generate_phase_summaries', ['true', '--narrator-model', 'offline'], (spec) => settingOf(spec, 'phaseSummaries'), true],
    ['simple_prompts', ['yes'], (spec) => Object.keys(spec['promptSets'] as object), ['simple']],
    ['simple_prompts', ['0'], (spec) => Object.keys(spec['promptSets'] as object), ['default']],
    ['use_unformatted_prompts', [], (spec) => spec['formatter'], 'own'],
    ['country_specific_prompts', ['t', '--prompts-dir', 'mine'], (spec) => settingOf(spec, 'maxYear'), 1901],
    ['seed_base', ['42'], (_spec, seed) => seed, '42'],
    ['models', ['bot:random'], (spec) => seatOf(spec, 'TURKEY')['modelId'], 'random'],
    [
      'models',
      ['bot:hold,TURKEY=bot:random'],
      (spec) => [seatOf(spec, 'FRANCE'), seatOf(spec, 'TURKEY')].map(({ modelId }) => modelId),
      ['hold', 'random'],
    ],
    ['max_tokens', ['500', '--models', 'offline'], (spec) => seatOf(spec, 'ITALY')['sampling'], { maxOutputTokens: 500 }],
    [
      'max_tokens_per_model',
      ['1,2,3,4,5,6,7', '--models', 'offline'],
      (spec) => seatOf(spec, 'ENGLAND')['sampling'],
      { maxOutputTokens: 2 },
    ],
  ];
  const settingOf = (spec: Record<string, unknown>, key: string): unknown => (spec['settings'] as Record<string, unknown>)[key];
  const seatOf = (spec: Record<string, unknown>, power: string): Record<string, unknown> =>
    (spec['seats'] as Record<string, { model: Record<string, unknown> }>)[power]?.model ?? {};

  /** Whether a word of the usual command is none of these flags nor the value of one, so that each is given once. */
  const isOther =
    (...flags: readonly string[]) =>
    (word: string, at: number, words: readonly string[]): boolean =>
      flags.every((flag) => word !== flag && words[at - 1] !== flag);

  it.each(flags)('--%s is understood with hyphens and with underscores', async (name, value, of, expected) => {
    if (value.includes('mine')) await cli.run('prompts', 'export', 'mine');
    const base = ['play', '--quiet', ...BOTS];
    for (const flag of [`--${name}`, `--${name.replaceAll('_', '-')}`]) {
      const { exitCode, stderr } = await cli.run(
        ...base.filter(isOther(`--${name.replaceAll('_', '-')}`, ...value.filter((word) => word.startsWith('--')))),
        flag,
        ...value,
      );
      expect(`${exitCode} ${stderr.replace(/^.*(?:not used|needs no).*\n/gm, '')}`).toBe('0 ');
    }
    const [run = ''] = runNames();
    expect(runNames()).toHaveLength(1);
    expect(of(header(run).spec, header(run).seed)).toEqual(expected);
  });

  it('keeps a game in the folder of --run_dir, resumes it there, and refuses another game', async () => {
    const play = ['play', '--quiet', ...BOTS, '--run_dir', 'results/first'] as const;
    expect((await cli.run(...play)).exitCode).toBe(0);
    expect(existsSync(join(cli.cwd, 'results', 'first', 'lmvsgame.json'))).toBe(true);
    expect((await cli.run(...play)).stdout).toContain('had finished before');
    const other = await cli.run(...play.filter(isOther('--max-year')), '--max_year', '1902');
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toMatch(/^error: results\/first holds another game [^\n]*\n$/);
    expect((await cli.run('play', '--quiet', ...BOTS, '--output=results/second')).exitCode).toBe(0);
  });

  it('leaves a folder alone that another program has played in', async () => {
    mkdirSync(join(cli.cwd, 'results', 'theirs'), { recursive: true });
    writeFileSync(join(cli.cwd, 'results', 'theirs', 'lmvsgame.json'), '{}');
    const { exitCode, stderr } = await cli.run('play', ...BOTS, '--run_dir', 'results/theirs');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('holds a game that another program played');
    expect(readFileSync(join(cli.cwd, 'results', 'theirs', 'lmvsgame.json'), 'utf8')).toBe('{}');
  });

  it('ends after --end_at_phase, not before it', async () => {
    const { stdout } = await cli.run('play', '--end_at_phase', 'F1901M', '--models', 'bot:greedy', '--durability', 'process');
    expect(stdout).toContain('Fall 1901 · movement');
    expect(stdout).not.toContain('Winter');
    expect(stdout).toContain('The game ends here, as it was asked.');
  });

  it('plays on from a phase into the folder of --critical_state_analysis_dir', async () => {
    await cli.run('play', '--quiet', ...SHORT, '--run_dir', 'results/base');
    const again = [
      'play',
      '--run_dir',
      'results/base',
      '--resume_from_phase',
      'F1901M',
      '--critical_state_analysis_dir',
      'results/critical',
    ];
    const { exitCode, stdout } = await cli.run(...again, '--models', 'bot:greedy', '--durability', 'process');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Fall 1901 · movement');
    expect(stdout).not.toContain('Spring 1901');
    expect(runNames('results')).toEqual(['base', 'critical']);
    expect((await cli.run('replay', 'results/critical')).stdout).toMatch(/^same/);
  });

  it('reads a user’s prompts before the game begins', async () => {
    await cli.run('prompts', 'export', 'mine');
    expect((await cli.run('prompts', 'check', 'mine')).stdout).toContain('mine can be used');
    writeFileSync(join(cli.cwd, 'mine', 'conversation_instructions.txt'), 'Speak only of the weather.');
    expect((await cli.run('prompts', 'show', 'write-messages', '--prompts_dir', 'mine')).stdout).toContain(
      'Speak only of the weather.',
    );
    expect((await cli.run('play', '--quiet', ...GAME, '--prompts_dir', 'mine')).exitCode).toBe(0);
    expect(Object.keys(header(runNames()[0] ?? '').spec['promptSets'] as object)).toEqual(['mine']);
    writeFileSync(join(cli.cwd, 'mine', 'context_prompt.txt'), 'You are {powername}.');
    const wrong = await cli.run('play', ...GAME, '--prompts_dir', 'mine');
    expect(wrong).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^error: mine: [^\n]*\{powername\}[^\n]*\n$/) as string,
    });
  });
});

describe('batch', () => {
  it('gives game i the seed base + i, and understands the runner’s own flags', async () => {
    const { exitCode, stderr } = await cli.run(
      'batch',
      ...BOTS,
      ...[
        '--experiment_dir',
        'exp',
        '--iterations',
        '2',
        '--seed_base',
        '42',
        '--parallel',
        '2',
        '--sig_level',
        '0.05',
        '--showall',
      ],
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain('--sig-level is not needed');
    expect(runNames('exp/runs').map((name) => header(name, 'exp/runs').seed)).toEqual(['42', '43']);
  });

  it('plays possible futures of a moment of a game', async () => {
    await cli.run('play', '--quiet', ...SHORT, '--run-dir', 'base/game');
    const { exitCode } = await cli.run(
      'batch',
      '--critical_state_base_run',
      'base/game',
      '--resume_from_phase',
      'F1901M',
      '--iterations',
      '2',
      '--quiet',
    );
    expect(exitCode).toBe(0);
    expect(runNames().every((name) => name.startsWith('game~F1901M-'))).toBe(true);
    expect(runNames()).toHaveLength(2);
  });

  it('plays the demo in a fresh folder each time', async () => {
    for (let time = 0; time < 2; time++) expect((await cli.run('demo', ...BOTS, '--latency', '0')).exitCode).toBe(0);
    expect(runNames()).toHaveLength(2);
    expect(runNames()[0]).toMatch(/^demo-game-/);
  });
});

describe('fork', () => {
  beforeEach(async () => {
    await cli.run('play', '--quiet', ...SHORT);
  });

  it('lets others play from a phase on', async () => {
    const { exitCode } = await cli.run(
      'fork',
      'game',
      '--at',
      'F1901M',
      '--set',
      'power.FRANCE.model=bot:hold',
      '--times',
      '2',
      '--quiet',
    );
    expect(exitCode).toBe(0);
    expect(runNames()).toHaveLength(3);
    const fork = runNames().find((name) => name.includes('F1901M')) ?? '';
    expect(factsOf(fork).some((line) => line.includes('"table-changed"'))).toBe(true);
    expect((await cli.run('replay', fork)).stdout).toMatch(/^same/);
  });

  it('has phases summed up from there on, by the first model at the table', async () => {
    expect((await cli.run('fork', 'game', '--at', 'F1901M', '--set', 'settings.phaseSummaries=true', '--quiet')).exitCode).toBe(
      0,
    );
    const fork = runNames().find((name) => name.includes('F1901M')) ?? '';
    const summarized = factsOf(fork).filter((line) => line.includes('"phase-summarized"'));
    expect(summarized.some((line) => line.includes('"phase":"F1901M"'))).toBe(true);
    expect(summarized.some((line) => line.includes('"phase":"S1901M"'))).toBe(false);
  });

  it('puts orders and messages into the place of those on record', async () => {
    writeFileSync(join(cli.cwd, 'orders.json'), JSON.stringify({ France: ['A PAR H', 'A MAR H', 'F BRE H'] }));
    writeFileSync(join(cli.cwd, 'messages.json'), JSON.stringify({ FRANCE: [{ recipient: 'ENGLAND', text: 'We shall see.' }] }));
    await cli.run(
      'fork',
      'game',
      '--at',
      'S1901M',
      '--edit-orders',
      'orders.json',
      '--edit-messages',
      'messages.json',
      '--quiet',
    );
    const fork = runNames().find((name) => name.includes('S1901M')) ?? '';
    expect(factsOf(fork).find((line) => line.includes('"orders-submitted"') && line.includes('"FRANCE"'))).toContain(
      '"orders":["A PAR H","A MAR H","F BRE H"]',
    );
    expect(factsOf(fork).find((line) => line.includes('"round-held"'))).toContain('We shall see.');
  });

  it.each([
    ['an order that is not allowed', { FRANCE: ['A PAR - LON'] }, /"A PAR - LON" is not allowed/],
    ['an order that is not understood', { FRANCE: ['A PAR - LUN'] }, /"A PAR - LUN" is not understood/],
    ['a power that there is not', { SPAIN: [] }, /names "SPAIN", which is no power/],
    ['another shape', { FRANCE: 'A PAR H' }, /is not what is needed \(FRANCE/],
  ])('refuses %s in one line', async (_name, edit, message) => {
    writeFileSync(join(cli.cwd, 'orders.json'), JSON.stringify(edit));
    const { exitCode, stderr } = await cli.run('fork', 'game', '--at', 'S1901M', '--edit-orders', 'orders.json');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: [^\n]*\n$/);
    expect(stderr).toMatch(message);
  });
});

describe('one clear line and a non-zero exit for', () => {
  const mistakes: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['an unknown option', ['play', '--max-yaer', '1902'], 2, /unknown option "--max-yaer" \(Did you mean --max-year\?\)/],
    ['a game without an end', ['play'], 2, /Say when the game ends/],
    ['a year before the game', ['play', '--max_year', '1900'], 2, /--max-year cannot be "1900"/],
    ['a phase that is none', ['play', '--end_at_phase', 'X1901M'], 2, /--end-at-phase cannot be "X1901M"/],
    ['five models', ['play', '--max-year', '1901', '--models', 'a,b,c,d,e'], 2, /--models needs one id or seven .*there are 5/],
    [
      'a power that there is not',
      ['play', '--max-year', '1901', '--models', 'offline,SPAIN=offline'],
      2,
      /names "SPAIN", which is no power/,
    ],
    [
      'powers left out',
      ['play', '--max-year', '1901', '--models', 'FRANCE=offline'],
      2,
      /says nothing of AUSTRIA, ENGLAND, GERMANY/,
    ],
    ['a bot that there is not', ['play', '--max-year', '1901', '--models', 'bot:greedi'], 2, /did you mean bot:greedy/],
    ['six limits', ['play', '--max-year', '1901', '--max_tokens_per_model', '1,2,3,4,5,6'], 2, /needs one value or seven/],
    ['a limit that is none', ['play', '--max-year', '1901', '--max_tokens_per_model', '1,2,x'], 2, /cannot be "1,2,x"/],
    ['neither yes nor no', ['play', '--max-year', '1901', '--simple_prompts', 'maybe'], 2, /--simple-prompts cannot be "maybe"/],
    ['a folder that is not there', ['play', '--max-year', '1901', '--prompts_dir', 'nowhere'], 2, /nowhere is no folder/],
    ['early ends of no press', ['play', '--max-year', '1901', '--adaptive-rounds'], 2, /add --num-negotiation-rounds/],
    ['summaries by nobody', ['play', ...BOTS, '--generate-phase-summaries'], 2, /add --narrator-model/],
    ['a formatter without two steps', ['play', ...BOTS, '--formatter-model', 'offline'], 2, /add --use-unformatted-prompts/],
    ['a missing key', ['play', '--max-year', '1901', '--models', 'openai:gpt-4o-mini'], 1, /set OPENAI_API_KEY/],
    ['a person that is no power', ['play', '--max-year', '1901', '--human', 'me'], 2, /--human names "me"/],
    ['a phase of no game', ['play', '--max-year', '1901', '--resume-from-phase', 'S1902M'], 2, /add --run-dir/],
    ['a critical state without a phase', ['play', '--critical_state_analysis_dir', 'x'], 2, /add --resume-from-phase/],
    [
      'a game that is not on record',
      ['play', '--run-dir', 'x/y', '--resume-from-phase', 'S1902M'],
      2,
      /no game on record in x\/y/,
    ],
    ['--new with a folder', ['play', ...BOTS, '--new', '--run-dir', 'x/y'], 2, /leave out one of them/],
    ['seeds twice over', ['batch', ...BOTS, '--seeds', '3', '--games', '2'], 2, /leave out --games/],
    ['a verb of prompts that there is not', ['prompts', 'shaw'], 2, /did you mean show/],
    ['a prompt that there is not', ['prompts', 'show', 'write-order'], 2, /did you mean write-orders/],
    ['nothing to verify', ['verify'], 2, /Say what to verify/],
    ['a study that is not there', ['batch', 'no.yaml'], 2, /no study file no\.yaml/],
  ];
  it.each(mistakes)('%s', async (_name, argv, code, message) => {
    const { exitCode, stdout, stderr } = await cli.run(...argv);
    const lines = stderr.trimEnd().split('\n');
    expect(stdout).toBe('');
    expect(lines.at(-1)).toMatch(/^error: /);
    expect(lines.at(-1)).toMatch(message);
    expect(lines.slice(0, -1).filter((line) => !line.startsWith('No model is named'))).toEqual([]);
    expect(exitCode).toBe(code);
    expect(existsSync(join(cli.cwd, 'runs'))).toBe(false);
  });
});
