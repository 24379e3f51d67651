import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { zobristHash } from '../saved-game/zobrist-hash.js';
import { checkPosition } from '../values/check-position.js';
import { RULEBOOK_SWITCHES } from '../values/rulebook.js';
import { runCommandLine } from './run-command-line.js';

const folder = mkdtempSync(path.join(tmpdir(), 'diplomacy-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file with this content to the folder. */
function file(name: string, content: string | Uint8Array): string {
  const whole = path.join(folder, name);
  writeFileSync(whole, content);
  return whole;
}

/** Runs a command and captures its output. */
async function run(...words: readonly string[]): Promise<{ code: number; out: readonly string[]; err: readonly string[] }> {
  const written = { stdout: '', stderr: '' };
  const writer = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
      return true;
    },
    once: () => undefined,
  });
  const code = await runCommandLine(words, { stdout: writer('stdout'), stderr: writer('stderr') });
  const lines = (text: string) => text.replace(/\n$/, '').split('\n');
  return { code, out: lines(written.stdout), err: lines(written.stderr) };
}

const idle = { centers: { FRANCE: ['PAR'] }, units: { FRANCE: ['A PAR'] }, orders: { FRANCE: ['A PAR - BUR'] } };
const moved = { ...idle, units: { FRANCE: ['A BUR'] } };
const game = (id: string) => ({
  id,
  map: 'standard',
  phases: [
    { ...idle, name: 'S1901M' },
    { ...moved, name: 'F1901M' },
  ],
});
const wrong = { ...game('wrong'), phases: [game('wrong').phases[0], { ...idle, name: 'F1901M' }] };
const unexplained = {
  ...wrong,
  phases: [
    { ...idle, name: 'S1901M', flags: ['unexplained'] },
    { ...idle, name: 'F1901M' },
  ],
};

describe('verify', () => {
  it('counts games and phases, says nothing else of games that hold, and ends with 0', async () => {
    const games = file('games.jsonl', `${JSON.stringify(game('a'))}\n\n${JSON.stringify(game('b'))}\n`);
    expect(await run('verify', games)).toEqual({
      code: 0,
      out: ['the judging agrees: 2 of 2 games', 'phases: 4, mismatches: 0'],
      err: [''],
    });
  });

  it('prints a line for each mismatch and ends with 1', async () => {
    const { code, out } = await run('verify', file('wrong.json', JSON.stringify(wrong, null, 2)));
    expect(out).toEqual([
      'wrong S1901M, units of FRANCE: expected A PAR, found A BUR',
      'the judging agrees: 0 of 1 game',
      'phases: 2, mismatches: 1',
    ]);
    expect(code).toBe(1);
  });

  it('reads what is packed, whatever it is called, and a game over many lines', async () => {
    const packed = file('games.packed', gzipSync(JSON.stringify(game('a'))));
    const pretty = file('pretty.json', `\uFEFF${JSON.stringify(game('b'), null, 1)}`);
    expect((await run('verify', packed, pretty)).out).toEqual(['the judging agrees: 2 of 2 games', 'phases: 4, mismatches: 0']);
  });

  it('counts phases apart whose flags say that they prove nothing', async () => {
    const { code, out } = await run('verify', file('apart.json', JSON.stringify(unexplained)));
    expect(out).toEqual(['set apart by their flags: 1', 'the judging agrees: 1 of 1 game', 'phases: 1, mismatches: 0']);
    expect(code).toBe(0);
  });

  it('says which line is wrong, goes through the others all the same, and ends with 2', async () => {
    const lines = [JSON.stringify(game('a')), '{"id": ', '[]', JSON.stringify({ ...game('c'), map: 7, phases: 8 })];
    const games = file('broken.jsonl', [...lines, JSON.stringify(game('d'))].join('\n'));
    const { code, out, err } = await run('verify', games);
    expect(out).toEqual(['the judging agrees: 2 of 2 games', 'phases: 4, mismatches: 0']);
    expect(err).toHaveLength(3);
    expect(err[0]).toContain(`${games}:2: this is not JSON`);
    expect(err[1]).toBe(`diplomacy-rules: ${games}:3: The game is wrong at the game: an object is needed there.`);
    expect(err[2]).toContain(`${games}:4: The game is wrong at phases`);
    expect(code).toBe(2);
  });

  it('sees that a file has a game a line also where the first one is broken', async () => {
    const games = file('first.jsonl', `{"id": \n${JSON.stringify(game('b'))}\n${JSON.stringify(game('c'))}`);
    const { out, err } = await run('verify', games);
    expect(out).toEqual(['the judging agrees: 2 of 2 games', 'phases: 4, mismatches: 0']);
    expect(err).toEqual([expect.stringContaining(`${games}:1: this is not JSON`)]);
  });

  it.each([
    ['differ and cannot be read', [JSON.stringify(wrong), '{'], 1],
    ['agree and cannot be read', [JSON.stringify(game('a')), '{'], 2],
    ['differ', [JSON.stringify(wrong)], 1],
  ])('ends, where games %s, as lm-game verify does', async (_name, lines, expected) => {
    expect((await run('verify', file('meet.jsonl', lines.join('\n')))).code).toBe(expected);
  });

  it('gives up on a file of which too much is wrong', async () => {
    const { code, err } = await run('verify', file('noise.jsonl', '{}\n'.repeat(500)));
    expect(err).toHaveLength(21);
    expect(err.at(-1)).toContain('the rest is not read');
    expect(code).toBe(2);
  });

  it.each([
    ['nosuch.json', undefined, 'there is no such file'],
    ['empty.json', '', 'the file is empty'],
    ['text.txt', 'Dear diary\nnothing new\n', 'this is not JSON'],
    ['torn.gz', gzipSync('{"id": "a"}').subarray(0, 20), 'cannot be unpacked'],
  ])('says of %s in one line that it cannot be read', async (name, content, message) => {
    const { code, out, err } = await run('verify', content === undefined ? path.join(folder, name) : file(name, content));
    expect(err).toEqual([expect.stringContaining(message)]);
    expect(out).toEqual(['phases: 0, mismatches: 0']);
    expect(code).toBe(2);
  });

  it('goes through the games of a folder and those below it, and says so of one that has none', async () => {
    const inside = path.join(folder, 'some', 'below');
    mkdirSync(inside, { recursive: true });
    file('some/one.json', JSON.stringify(game('one')));
    file('some/below/two.jsonl.gz', gzipSync(`${JSON.stringify(game('two'))}\n{\n${JSON.stringify(wrong)}`));
    file('some/notes.md', 'no game');
    const { code, out, err } = await run('verify', path.join(folder, 'some'));
    expect(out[0]).toMatch(/below\/two\.jsonl\.gz:3: wrong S1901M, units of FRANCE: expected A PAR, found A BUR$/);
    expect(out.slice(1)).toEqual(['the judging agrees: 2 of 3 games', 'phases: 6, mismatches: 1']);
    expect(err).toEqual([expect.stringContaining('two.jsonl.gz:2: this is not JSON')]);
    expect(code).toBe(1);
    const bare = path.join(folder, 'bare');
    mkdirSync(bare);
    expect((await run('verify', bare)).err).toEqual([expect.stringContaining('this is a folder')]);
  });

  it('reads a game with messages of another shape and an end without a result, and notes what it passed over', async () => {
    const saved = (name: string, state: object, more: object = {}) => ({
      name,
      state: { name, ...state },
      orders: null,
      ...more,
    });
    const { orders, ...board } = idle;
    const ended = {
      id: 'ended',
      map: 'standard',
      phases: [
        saved('S1901M', board, { orders, messages: 'SortedDict{}', results: null }),
        saved('COMPLETED', { ...board, units: moved.units }, { messages: [{ text: 'gg' }] }),
      ],
    };
    const { code, out } = await run('verify', file('ended.json', JSON.stringify(ended)));
    expect(out).toEqual([
      'note: Messages that are no list are read as none, in 1 phase.',
      'note: Messages of another shape are passed over: 1.',
      'the judging agrees: 1 of 1 game',
      'phases: 2, mismatches: 0',
    ]);
    expect(code).toBe(0);
    const plain = {
      id: 'plain',
      phases: [
        { ...idle, name: 'F1901M' },
        { name: 'COMPLETED', units: moved.units, centers: idle.centers },
      ],
    };
    expect((await run('verify', file('plain.json', JSON.stringify(plain)))).code).toBe(0);
  });

  it('tells hashes of another version of the package from what is judged, once a game', async () => {
    const hashed = (hashes: readonly string[]) => ({
      id: 'hashed',
      map: 'standard',
      phases: game('hashed').phases.map(({ name, orders, ...state }, i) => ({
        name,
        orders,
        state: { ...state, name, zobrist_hash: hashes[i] },
      })),
    });
    const found = await run('verify', '--json', file('other.json', JSON.stringify(hashed(['1', '2']))));
    expect(found.code).toBe(0);
    expect(JSON.parse(found.out[0] ?? '')).toMatchObject({
      game: 'hashed',
      judgingAgrees: true,
      mismatches: [],
      notes: ['zobrist_hash is another than version 1.1.2 of the package has, in 2 of 2 phases.'],
    });
    const right = zobristHash(checkPosition({ phase: 'S1901M', units: idle.units, centers: idle.centers }));
    const one = await run('verify', '--json', file('one.json', JSON.stringify(hashed([right, '2']))));
    expect(one.code).toBe(1);
    expect(JSON.parse(one.out[0] ?? '')).toMatchObject({ judgingAgrees: true, mismatches: [{ what: 'zobrist_hash' }] });
  });

  it.each(
    Object.entries(RULEBOOK_SWITCHES).flatMap(([name, { flag, values }]) =>
      Object.keys(values).map((value) => [flag, value, name] as const),
    ),
  )('takes %s %s', async (flag, value) => {
    const games = file('switched.json', JSON.stringify(game('a')));
    for (const verb of ['verify', 'cases', 'adjudicate', 'map']) {
      expect((await run(verb, games, flag, value)).err[0]).not.toContain(flag);
      const refused = await run(verb, games, flag, 'nonsense');
      expect(refused.err).toEqual([expect.stringContaining(`${flag} cannot be "nonsense"; it is one of `)]);
      expect(refused.code).toBe(2);
    }
  });

  it('lets a switch change the rulebook that is named, else that of 2023', async () => {
    const units = { ENGLAND: ['A WAL', 'F ENG'] };
    const spring = { name: 'S1901M', units, centers: {}, orders: { ENGLAND: ['A WAL - YOR VIA'] } };
    const walked = file(
      'switch.json',
      JSON.stringify({ id: 'w', phases: [spring, { ...spring, name: 'F1901M', units: { ENGLAND: ['A YOR', 'F ENG'] } }] }),
    );
    expect((await run('verify', walked, '--land-fallback', 'full')).code).toBe(0);
    expect((await run('verify', walked, '--convoy-intent', 'explicitVia')).code).toBe(1);
    expect((await run('verify', walked, '--rulebook', 'droidippy', '--land-fallback', 'none')).code).toBe(1);
    expect((await run('verify', walked, '--rulebook', 'droidippy', '--convoy-intent', 'explicitVia')).code).toBe(0);
  });

  it('judges by the rulebook it is told', async () => {
    const units = { ENGLAND: ['A WAL', 'F ENG'] };
    const spring = { name: 'S1901M', units, centers: {}, orders: { ENGLAND: ['A WAL - YOR VIA'] } };
    const walked = { id: 'w', phases: [spring, { ...spring, name: 'F1901M', units: { ENGLAND: ['A YOR', 'F ENG'] } }] };
    const record = file('walked.json', JSON.stringify(walked));
    expect((await run('verify', record)).code).toBe(1);
    expect((await run('verify', record, '--rulebook', 'droidippy')).code).toBe(0);
  });

  it('goes through a packed file of 20,000 games', async () => {
    const line = `${JSON.stringify(game('many'))}\n`;
    const games = file('many.jsonl.gz', gzipSync(line.repeat(20_000)));
    expect((await run('verify', games)).out).toEqual([
      'the judging agrees: 20000 of 20000 games',
      'phases: 40000, mismatches: 0',
    ]);
  });
});

describe('adjudicate', () => {
  const situation = { phase: 'S1901M', ...idle, orders: { FRANCE: ['Army Paris to Burgundy', 'blub'] } };

  it('prints what became of the orders and why, and the next position', async () => {
    const { code, out } = await run('adjudicate', file('situation.json', JSON.stringify(situation)));
    expect(out[0]).toBe('S1901M');
    expect(out.find((line) => line.includes('A PAR - BUR'))).toMatch(/^ {2}A PAR - BUR {2}succeeds {2}Army Paris .+\.$/);
    expect(out.find((line) => line.includes('blub'))).toContain('is not understood');
    expect(out.slice(-2)).toEqual(['Next: F1901M', '  FRANCE   A BUR; 1 centre: PAR']);
    expect(code).toBe(0);
  });

  it('prints JSON if asked to', async () => {
    const { out } = await run('adjudicate', '--json', file('situation.json', JSON.stringify(situation)));
    const printed = JSON.parse(out.join('\n')) as { next: { phase: string }; outcomes: { explanation: string }[] };
    expect(printed.next.phase).toBe('F1901M');
    expect(printed.outcomes[0]?.explanation).toContain('Paris');
  });

  it('takes a phase of a saved game', async () => {
    const phase = {
      name: 'S1901M',
      state: { units: idle.units, centers: idle.centers },
      orders: { ...idle.orders, ITALY: null },
    };
    const { code, out } = await run('adjudicate', file('phase.json', JSON.stringify(phase)));
    expect(out.at(-1)).toBe('  FRANCE   A BUR; 1 centre: PAR');
    expect(code).toBe(0);
  });

  it.each([
    [{ ...situation, units: { FRANCE: ['A PAR', 'A NTH'] } }, 'units.FRANCE[1]'],
    [{ ...situation, phase: 'Spring' }, 'phase'],
    [{ ...situation, orders: { SPAIN: [] } }, 'orders.SPAIN'],
    [{ ...situation, orders: { FRANCE: 'A PAR H' } }, 'orders.FRANCE'],
    [[], 'an object'],
    [game('whole'), 'this is a whole game'],
    [{ ...situation, phase: 'COMPLETED', result: { kind: 'draw', powers: [] } }, 'COMPLETED'],
  ])('says in one line where the file is wrong (%#)', async (content, place) => {
    const { code, out, err } = await run('adjudicate', file('bad.json', JSON.stringify(content)));
    expect(err).toEqual([expect.stringContaining(place)]);
    expect(out).toEqual(['']);
    expect(code).toBe(2);
  });
});

describe('cases', () => {
  const right = {
    id: 'right',
    phase: 'S1901M',
    units: { FRANCE: ['A PAR'] },
    orders: { FRANCE: ['A PAR - BUR'] },
    expected: { units: { FRANCE: ['A BUR'] }, dislodged: {}, orders: [{ power: 'FRANCE', unit: 'A PAR', results: [] }] },
  };
  const failing = { ...right, id: 'failing', expected: { ...right.expected, units: { FRANCE: ['A PAR'] } } };

  it('runs a file of cases or a case a line, prints what differs and counts', async () => {
    const good = await run('cases', file('cases.json', JSON.stringify({ cases: [right, right] }, null, 1)));
    expect(good).toEqual({ code: 0, out: ['passed: 2, failed: 0'], err: [''] });
    const { code, out } = await run(
      'cases',
      file('cases.jsonl.gz', gzipSync(`${JSON.stringify(right)}\n${JSON.stringify(failing)}`)),
    );
    expect(out[0]).toMatch(/^failing: /);
    expect(out.at(-1)).toBe('passed: 1, failed: 1');
    expect(code).toBe(1);
  });
});

describe('map', () => {
  it('draws the beginning of the game, and a position from a file to a file', async () => {
    expect((await run('map', 'start')).out[0]).toMatch(/^<svg /);
    const picture = path.join(folder, 'picture.svg');
    const position = file('position.json', JSON.stringify({ phase: 'S1901M', ...idle }));
    expect(await run('map', position, '--out', picture)).toEqual({ code: 0, out: [''], err: [''] });
    expect(readFileSync(picture, 'utf8')).toMatch(/^<svg [^]+<\/svg>\n$/);
    expect((await run('map', position, '--out', folder)).err[0]).toContain('cannot be written');
  });
});

describe('the command line', () => {
  it('explains itself and each of its verbs', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    const verbs = out.filter((line) => /^ {2}\w/.test(line)).map((line) => line.trim().split(' ')[0]!);
    expect(verbs).toEqual(['adjudicate', 'cases', 'map', 'verify']);
    for (const verb of verbs) {
      const help = await run(verb, '--help');
      expect(help.code).toBe(0);
      expect(help.out[0]).toMatch(new RegExp(`^diplomacy-rules ${verb}: `));
      for (const flag of ['--rulebook NAME', ...Object.values(RULEBOOK_SWITCHES).map(({ flag: each }) => each)])
        expect(help.out.join('\n')).toContain(flag);
    }
  });

  it.each([
    [['verfy'], 'there is no verb "verfy"'],
    [['verify'], 'a file is needed'],
    [['verify', '--rulbook', '2023', 'a.json'], "Unknown option '--rulbook'"],
    [['verify', '--rulebook', '1971', 'a.json'], 'there is no rulebook "1971"'],
    [['verify', '--rulebook'], '--rulebook'],
    [
      ['verify', '--rulebook', '2023', '--rulebook=1971', 'a.json'],
      '--rulebook is given more than once, as "2023" and "1971"; give it once.',
    ],
    [['adjudicate', 'a.json', 'b.json'], 'one file is needed'],
  ])('refuses %j with one line and 2', async (words, message) => {
    const { code, out, err } = await run(...words);
    expect(err).toEqual([expect.stringContaining(message)]);
    expect(out).toEqual(['']);
    expect(code).toBe(2);
  });

  it('shows what there is when nothing is asked', async () => {
    const { code, err } = await run();
    expect(err.join('\n')).toContain('Usage: diplomacy-rules VERB');
    expect(code).toBe(2);
  });
});
