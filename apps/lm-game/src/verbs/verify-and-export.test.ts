import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { verifySavedGame } from '@entente/diplomacy-rules';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGameConsole, type GameConsole } from '../../test/game-console.js';

let cli: GameConsole;
beforeEach(() => {
  cli = createGameConsole();
});
afterEach(() => cli.remove());

const play = (...words: readonly string[]) =>
  cli.run('play', '--models', 'bot:greedy', '--max-year', '1902', '--quiet', '--run-dir', 'runs/one', ...words);

type Game = { phases: Record<string, unknown>[] } & Record<string, unknown>;

/** The game of `runs/one` as a plain saved game, changed. */
async function exported(change: (game: Game) => void = () => undefined): Promise<string> {
  const game = JSON.parse((await cli.run('export', 'runs/one')).stdout) as Game;
  change(game);
  return JSON.stringify(game);
}

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(cli.cwd, name), content);
  return name;
};

const verdictsOf = (stdout: string): readonly Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('lm-game export --format saved-game', () => {
  it('is a game on one line, and over many only if asked to', async () => {
    await play();
    const { stdout, stderr } = await cli.run('export', 'runs/one');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
    expect(verifySavedGame(JSON.parse(stdout)).mismatches).toEqual([]);
    const indented = (await cli.run('export', 'runs/one', '--indent')).stdout;
    expect(indented.split('\n').length).toBeGreaterThan(100);
    expect(JSON.parse(indented)).toEqual(JSON.parse(stdout));
  });

  it('says by which other rulebook a game was played, that with switches too', async () => {
    await play('--rulebook', 'webdiplomacy', '--land-fallback', 'none');
    const { stdout, stderr } = await cli.run('export', 'runs/one');
    expect(stderr).toContain('one: played by the rulebook webdiplomacy with landFallback none; ');
    expect((JSON.parse(stdout) as Game)['rulebook']).toEqual({ preset: 'webdiplomacy', landFallback: 'none' });
    expect((await cli.run('verify', 'runs/one')).stdout).toMatch(/^sound {2}one: .*the judging agrees/);
  });
});

describe('lm-game verify', () => {
  it('gives each verdict on its own', async () => {
    await play();
    const [game] = verdictsOf((await cli.run('verify', 'runs/one', '--json')).stdout);
    expect(game).toMatchObject({ isSound: true, judgingAgrees: true, hashesAgree: true, journalAgrees: true, notes: [] });

    const units = file('units.json', await exported(({ phases }) => (phases[1]!['orders'] = {})));
    const differing = await cli.run('verify', units, '--json');
    expect(differing.exitCode).toBe(1);
    expect(verdictsOf(differing.stdout)[0]).toMatchObject({
      isSound: false,
      judgingAgrees: false,
      hashesAgree: true,
      journalAgrees: null,
    });

    const hashed = file('hash.json', await exported(({ phases }) => ((phases[2]?.['state'] as Game)['zobrist_hash'] = '7')));
    const other = await cli.run('verify', hashed, '--json');
    expect(other.exitCode).toBe(1);
    expect(verdictsOf(other.stdout)[0]).toMatchObject({ judgingAgrees: true, hashesAgree: false });
  });

  it('finds press nothing against the judging: flags, times, senders and messages that it cannot read are notes', async () => {
    await play();
    const message = (time_sent: number, more: object = {}) => ({
      sender: 'FRANCE',
      recipient: 'ENGLAND',
      phase: 'S1901M',
      message: 'Hello',
      time_sent,
      ...more,
    });
    const pressed = file(
      'press.json',
      await exported(({ phases }) => (phases[0]!['messages'] = [message(9), message(5), message(4, { recipient: 'ALL' })])),
    );
    const { stdout, exitCode } = await cli.run('verify', pressed);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^sound {2}one: \d+ phases judged again; the judging agrees, the hashes agree\.\n/);
    expect(stdout).toContain("note: The Python package's check refuses it: NO_PRESS does not go with messages");
    expect(stdout).toMatch(/is earlier than 9.*And 1 more like it\./);

    const printed = file('printed.json', await exported(({ phases }) => (phases[0]!['messages'] = 'SortedDict{}')));
    expect(await cli.run('verify', printed)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('read as none, in 1 phase') as string,
    });
  });

  it('says of hashes that there are none, or that they are of another version, and never that these agree', async () => {
    await play();
    const hashes = (change: (state: Game) => void) =>
      exported(({ phases }) => phases.forEach((phase) => change(phase['state'] as Game)));
    const none = file('none.json', await hashes((state) => delete state['zobrist_hash']));
    const others = file('others.json', await hashes((state) => (state['zobrist_hash'] = '7')));
    const { stdout, exitCode } = await cli.run('verify', none, others);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/the judging agrees, there are no hashes\.\n/);
    expect(stdout).toMatch(/the judging agrees, the hashes are of another version and prove nothing\.\n/);
    expect(verdictsOf((await cli.run('verify', none, others, '--json')).stdout)).toMatchObject([
      { hashesAgree: null, hashes: 'none' },
      { hashesAgree: null, hashes: 'other-version' },
    ]);
  });

  it('lets no file steer the terminal', async () => {
    await play();
    const steering = file(
      'steering.json',
      await exported((game) => {
        game['id'] = 'a\u001b[2J\nb\u0000';
        game.phases[0]!['results'] = { 'A PAR': ['\u001b[31m'] };
      }),
    );
    const { stdout } = await cli.run('verify', steering);

    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stdout).toMatch(/^unsound {2}a␛\[2J b␀: /);
  });

  it('takes a drawn game for one that the Python package takes', async () => {
    await cli.run(
      'play',
      '--models',
      'bot:hold',
      '--draw-after-years',
      '1',
      '--max-year',
      '1905',
      '--run-dir',
      'runs/drawn',
      '--quiet',
    );
    expect((await cli.run('export', 'runs/drawn')).stderr).toBe('');
    expect(verdictsOf((await cli.run('verify', 'runs/drawn', '--json')).stdout)).toMatchObject([{ isSound: true, notes: [] }]);
  });

  it('goes on after what cannot be read, through games a line, packed files and folders, whatever their order', async () => {
    await play();
    const good = await exported();
    const bad = await exported(({ phases }) => (phases[1]!['orders'] = {}));
    mkdirSync(join(cli.cwd, 'mixed', 'below'), { recursive: true });
    file('mixed/broken.json', '{');
    file('mixed/below/many.jsonl.gz', gzipSync([good, '[]', bad, good].join('\n')));
    file('mixed/notes.txt', 'nothing');
    const found = await cli.run('verify', 'nowhere.json', 'mixed', 'runs', '--json');
    expect(verdictsOf(found.stdout).map(({ event, judgingAgrees = null }) => [event, judgingAgrees])).toEqual([
      ['game-unreadable', null],
      ['game-verified', true],
      ['game-unreadable', null],
      ['game-verified', false],
      ['game-verified', true],
      ['game-unreadable', null],
      ['game-verified', true],
    ]);
    expect(found.exitCode).toBe(1);
    expect((await cli.run('verify', 'mixed/broken.json', 'runs/one')).exitCode).toBe(2);
    const { stdout, stderr } = await cli.run('verify', 'mixed');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('5 games: 2 sound, 1 unsound, 2 unreadable');
    expect(stderr.trimEnd().split('\n')).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^unreadable {2}/) as string),
    );
  });

  it('passes over analyses and other runs in a folder of games', async () => {
    await play();
    expect((await cli.run('analyze', 'one', '--model', 'offline', '--latency', '0', '--quiet')).exitCode).toBe(0);
    expect(readdirSync(join(cli.cwd, 'runs'))).toHaveLength(2);
    const { exitCode, stdout, stderr } = await cli.run('verify', 'runs');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^sound [^\n]*\n$/);
    expect(exitCode).toBe(0);
  });

  it('leaves files as they are', async () => {
    await play();
    const journal = () => readFileSync(join(cli.cwd, 'runs', 'one', 'journal.jsonl'), 'utf8');
    const before = journal();
    await cli.run('verify', 'runs/one');
    expect(journal()).toBe(before);
  });
});
