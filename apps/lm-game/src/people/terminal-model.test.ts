import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createGameConsole, type GameConsole } from '../../test/game-console.js';

const SEAT = ['--human', 'FRANCE', '--models', 'bot:greedy', '--durability', 'process'] as const;
const PRESS = ['--num-negotiation-rounds', '1', '--end-at-phase', 'S1901M'] as const;
const NO_PRESS = ['--end-at-phase', 'S1901M'] as const;

let cli: GameConsole;
const sit = (...typed: readonly string[]): GameConsole => (cli = createGameConsole({ typed }));
afterEach(() => cli.remove());

describe('a person at the terminal', () => {
  it('is shown board and legal orders, and gives orders and messages in plain lines', async () => {
    const { exitCode, stdout, stderr } = await sit(
      'england: Peace in the Channel?',
      '',
      'A PAR - BUR',
      'F BRE - MAO; A MAR - SPA',
      '',
    ).run('play', ...SEAT, ...PRESS);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('FRANCE: supply centres 3 (BRE, MAR, PAR)');
    expect(stderr).toContain('A PAR: H; - BRE, BUR, GAS, PIC');
    expect(stdout).toContain('France to England:    Peace in the Channel?');
    expect(stdout).toMatch(/France {3}.*A PAR - BUR/);
  });

  it('hears at once what is wrong with a line, and can write it anew', async () => {
    const { stderr, stdout } = await sit('A PAR - LON', 'A PAR - BIR', 'A PAR - PIC', 'A MAR H', 'F BRE H', '').run(
      'play',
      ...SEAT,
      ...NO_PRESS,
    );
    expect(stderr).toContain('No place is called "BIR"');
    expect(stderr).toContain('cannot reach London');
    expect(stdout).toContain('A PAR - PIC');
  });

  it('is asked once more for what has no order, and told what is missing', async () => {
    const { stderr, stdout } = await sit('A PAR - PIC', '', 'A MAR - SPA', '').run('play', ...SEAT, ...NO_PRESS);
    expect(stderr).toContain('A MAR has no order.');
    expect(stdout).toContain('A MAR - SPA');
    expect(stdout).toContain('France gave no usable order for F BRE');
  });

  it('has the map, the legal orders and the press at hand', async () => {
    const { stderr } = await sit('map', 'legal', 'press', 'help', 'all: Good day.', '', 'A PAR H', 'A MAR H', 'F BRE H', '').run(
      'play',
      ...SEAT,
      ...PRESS,
    );
    expect(existsSync(join(cli.cwd, 'lm-game-S1901M-FRANCE.svg'))).toBe(true);
    expect(stderr).toContain('Nothing has been said yet in this phase.');
    expect(stderr.match(/YOUR LEGAL ORDERS/g)?.length).toBeGreaterThan(1);
  });

  it('sees no message that others write to each other', async () => {
    const { stdout } = await sit('', 'A PAR H', 'A MAR H', 'F BRE H', '').run(
      'play',
      ...['--human', 'FRANCE', '--model', 'offline', '--durability', 'process'],
      ...PRESS,
    );
    const messages = stdout.split('\n').filter((line) => /^ {4}\w+ to \w+:/.test(line));
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter((line) => !/France|to all/.test(line))).toEqual([]);
  });

  it('types nothing twice: the answers are on record, and the game replays and resumes without them', async () => {
    const stopped = await sit('A PAR - BUR', 'A MAR - SPA', 'F BRE - MAO', '').run('play', ...SEAT, '--end-at-phase', 'F1901M');
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stdout).toContain('the input has ended; resume the run at a terminal');
    expect((await cli.run('replay', 'game')).stdout).toMatch(/^same/);
  });

  it('is outside the timing and costs nothing, under a money budget too', async () => {
    const { exitCode } = await sit('A PAR H', 'A MAR H', 'F BRE H', '').run(
      'play',
      ...SEAT,
      ...NO_PRESS,
      '--max-cost',
      '1',
      '--quiet',
    );
    expect(exitCode).toBe(0);
    const { stdout } = await cli.run('report', '--format', 'csv', '--tables', 'timing');
    const [names = '', values = ''] = stdout.split('\n');
    const timing = Object.fromEntries(names.split(',').map((name, index) => [name, values.split(',')[index]]));
    expect(timing).toMatchObject({ calls: '1', sequentialMs: '0', criticalPathMs: '0' });
  });

  it('is asked by resume too, with nothing drawn over the lines', async () => {
    await sit().run('play', ...SEAT, ...NO_PRESS);
    const again = createGameConsole({ terminal: 80, typed: ['A PAR H', 'A MAR H', 'F BRE H', ''], env: { NO_COLOR: '1' } });
    try {
      cpSync(join(cli.cwd, 'runs'), join(again.cwd, 'runs'), { recursive: true });
      const { exitCode, stderr } = await again.run('resume', '--all');
      expect(exitCode).toBe(0);
      expect(stderr).toContain('FRANCE> ');
      expect(stderr).not.toContain('of 1 done');
    } finally {
      await again.remove();
    }
  });

  it('leaves the table at Ctrl-C, to which the game can be resumed', async () => {
    const console = createGameConsole({
      typed: [],
      onText: (text) => text.includes('FRANCE> ') && console.signals.emit('SIGINT'),
    });
    cli = console;
    const { exitCode, stdout } = await console.run('play', ...SEAT, ...NO_PRESS);
    expect(exitCode).toBe(130);
    expect(stdout).toContain('resume it: npx lm-game resume game~s1');
  });
});
