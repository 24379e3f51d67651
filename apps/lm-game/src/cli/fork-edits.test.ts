import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGameConsole, type GameConsole } from '../../test/game-console.js';

let cli: GameConsole;
const runNames = (): readonly string[] => readdirSync(join(cli.cwd, 'runs')).sort();
const fork = (...argv: readonly string[]) => cli.run('fork', 'base', '--durability', 'process', ...argv);
const replyAt = (path: string): string => {
  const line = readFileSync(join(cli.cwd, 'runs', 'base', 'journal.jsonl'), 'utf8')
    .split('\n')
    .find((each) => each.startsWith('{"type":"answer-recorded"') && each.includes(`"path":"${path}"`));
  return (JSON.parse(line ?? '{}') as { result: { text: string } }).result.text;
};

beforeAll(async () => {
  cli = createGameConsole();
  await cli.run(
    ...['play', '--quiet', '--durability', 'process', '--run-dir', 'runs/base', '--end-at-phase', 'F1901M'],
    ...['--num-negotiation-rounds', '1', '--models', 'bot:greedy,FRANCE=offline,ENGLAND=offline'],
  );
});
afterAll(() => cli.remove());

describe('an edit that cannot take effect is refused in one line, and no fork is written', () => {
  const file = (content: unknown): string => JSON.stringify(content);
  const message = (recipient: string, text = 'Peace?', round = 1): unknown => ({ FRANCE: [{ round, recipient, text }] });
  const reply = (...messages: readonly object[]): unknown => ({ 'S1901M/round-1/FRANCE#0': { messages, done: false } });
  const mistakes: readonly (readonly [string, string, unknown, RegExp])[] = [
    ['a message to oneself', '--edit-messages', message('FRANCE'), /addressed to its own sender/],
    ['a message to nobody', '--edit-messages', message('SPAIN'), /recipient is no power/],
    ['an empty message', '--edit-messages', message('ENGLAND', ' '), /it is empty/],
    [
      'a message with a field that there is not',
      '--edit-messages',
      { FRANCE: [{ recipient: 'ENGLAND', text: 'Peace?', rond: 1 }] },
      /edit\.json is not what is needed \(FRANCE\.0: .*"rond"/,
    ],
    [
      'a round that there is not',
      '--edit-messages',
      message('ENGLAND', 'Peace?', 2),
      /no round 2 of messages in S1901M; the game has 1 a phase/,
    ],
    ['messages of a bot', '--edit-messages', { ITALY: [{ round: 1, recipient: 'FRANCE', text: 'Peace?' }] }, /a bot/],
    ['an order for another power’s unit', '--edit-orders', { FRANCE: ['A BER - KIE'] }, /is not allowed/],
    ['an order that is none', '--edit-orders', { FRANCE: ['march!'] }, /is not understood/],
    ['two orders for a unit', '--edit-orders', { FRANCE: ['A PAR H', 'A PAR - BUR'] }, /A PAR of FRANCE two orders/],
    ['orders of a bot', '--edit-orders', { ITALY: ['A ROM H'] }, /a bot/],
    [
      'a message to nobody as a reply',
      '--edit-replies',
      reply({ recipient: 'ENGLAND', text: 'Let us share Belgium.' }, { recipient: 'MARS', text: 'Peace?' }),
      /round-1\/FRANCE#0 has no effect in part: the message of FRANCE to "MARS" would not be delivered: its recipient is no power/,
    ],
    [
      'a message to oneself as a reply',
      '--edit-replies',
      reply({ recipient: 'FRANCE', text: 'Peace?' }),
      /the message of FRANCE to "FRANCE" would not be delivered: it is addressed to its own sender/,
    ],
    [
      'an empty message as a reply',
      '--edit-replies',
      reply({ recipient: 'ENGLAND', text: ' ' }, { recipient: 'ENGLAND', text: 'Let us share Belgium.' }),
      /the message of FRANCE to "ENGLAND" would not be delivered: it is empty/,
    ],
    [
      'a message said twice as a reply',
      '--edit-replies',
      reply({ recipient: 'ENGLAND', text: 'Peace?' }, { recipient: 'ENGLAND', text: 'Peace!' }),
      /would not be delivered: the same was said before in this phase/,
    ],
    [
      'orders of another shape as a reply',
      '--edit-replies',
      { 'S1901M/orders/FRANCE#0': { plan: 'x' } },
      /FRANCE#0 cannot be read: .*expected is \{.*"orders"/,
    ],
    [
      'illegal orders as a reply',
      '--edit-replies',
      { 'S1901M/orders/FRANCE#0': { reasoning: '', orders: ['A PAR - LON', 'A MAR H', 'F BRE H'] } },
      /would not be taken, but asked for again: .*A PAR - LON/,
    ],
  ];
  it.each(mistakes)('%s', async (_name, flag, content, expected) => {
    writeFileSync(join(cli.cwd, 'edit.json'), file(content));
    const before = runNames();
    const { exitCode, stderr } = await fork('--at', 'S1901M', flag, 'edit.json');
    expect(stderr).toMatch(/^error: [^\n]*\n$/);
    expect(stderr).toMatch(expected);
    expect([exitCode, runNames()]).toEqual([2, before]);
  });

  it.each([
    ['settings.maxYear=1900', /cannot be "1900"/],
    ['settings.endAtPhase=S1901M', /cannot be S1901M in a fork at F1901M/],
    ['settings.endAtPhase=S1905M', /has no effect here: the game ends with 1901/],
  ])('--set %s', async (set, expected) => {
    const { exitCode, stderr } = await fork('--at', 'F1901M', '--set', set);
    expect(stderr).toMatch(expected);
    expect(exitCode).toBe(2);
  });
});

describe('what a fork is called', () => {
  it('tells controls from edits, keeps the number of the future, and finds the same fork again', async () => {
    await fork('--at', 'F1901M', '--times', '2', '--quiet');
    await fork('--at', 'F1901M', '--times', '2', '--quiet', '--set', 'settings.negotiationRounds=1');
    expect(runNames().filter((name) => name !== 'base')).toEqual(['base~F1901M-0', 'base~F1901M-1']);
    writeFileSync(join(cli.cwd, 'orders.json'), '{"FRANCE": ["A MAR H"]}');
    const hold = JSON.parse(replyAt('F1901M/orders/FRANCE#0')) as { orders: readonly string[] };
    writeFileSync(
      join(cli.cwd, 'orders.json'),
      JSON.stringify({ FRANCE: hold.orders.map((order) => `${order.split(' ', 2).join(' ')} H`) }),
    );
    expect((await fork('--at', 'F1901M', '--edit-orders', 'orders.json', '--quiet')).stderr).toBe('');
    const edited = runNames().filter((name) => /-e[0-9a-f]{7}-0$/.test(name));
    expect(edited).toHaveLength(1);
    expect((await cli.run('show', edited[0] ?? '')).stdout).toMatch(/FRANCE.*edited/);
    expect((await cli.run('report', '--forks', 'base')).stdout).toMatch(/control/);
  });
});
