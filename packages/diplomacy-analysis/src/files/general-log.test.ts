import { greedyBot } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import { readGameRecord } from '../record/game-record.js';
import { playFileGame } from '../testing/file-game.js';
import { toGeneralLog } from './general-log.js';
import { OFFLINE_LABEL, toManifesto } from './manifesto.js';

let now = Date.UTC(2024, 0, 1);
/** Clock that advances by a quarter of a second at each reading. */
const walkingClock = { now: () => (now += 250), sleep: async () => {} };
const game = playFileGame({ bot: greedyBot, clock: walkingClock });

async function logOf(entries: readonly JournalEntry[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of toGeneralLog(entries, await readGameRecord('game', entries))) lines.push(line);
  return lines;
}

const offline = (entries: readonly JournalEntry[]): readonly JournalEntry[] =>
  JSON.parse(JSON.stringify(entries).replaceAll('"provider":"toy"', '"provider":"offline"')) as readonly JournalEntry[];

describe('the log of a game', () => {
  it('has a line with time and level for each event', async () => {
    const lines = await logOf((await game).entries);
    for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (INFO|WARNING|ERROR) \S[^\n]*\n$/);
    const texts = lines.map((line) => line.slice(25).trimEnd());
    expect(texts).toContain('INFO S1901M begun');
    expect(texts).toContain('INFO S1901M round 1: 5 messages, 0 of them to all, 1 not delivered (unknown-recipient)');
    expect(texts).toContain('WARNING S1901M ENGLAND: not understood or not allowed: A LON - MOS');
    expect(texts.some((text) => /^WARNING S1901M TURKEY: without an order: .* \(not-ordered\)$/.test(text))).toBe(true);
    expect(texts.some((text) => text.startsWith('WARNING S1901M ITALY: messages-missing (refusal): '))).toBe(true);
    expect(texts.some((text) => /^INFO S1901M FRANCE results: [AF] [A-Z]{3} /.test(text))).toBe(true);
    expect(texts).toContain('WARNING S1901M/plans/FRANCE#0: answered after 1 retry (rate-limited)');
  });

  it('ends with the time on the clock, in seconds over all sessions', async () => {
    const { entries } = await game;
    const started = entries[0] as Extract<JournalEntry, { type: 'run-started' }>;
    const ended = entries.at(-1) as Extract<JournalEntry, { type: 'run-ended' }>;
    const seconds = (ended.at - started.at) / 1000;
    expect((await logOf(entries)).at(-1)).toMatch(new RegExp(` INFO total_time: ${seconds.toFixed(3)}\n$`));
    expect((await logOf(entries.slice(0, -1))).join('')).not.toContain('total_time');
  });

  it('lists stops, resumptions and calls without an answer', async () => {
    const { entries } = await game;
    const totals = { calls: 1, failedAttempts: 0, usage: {}, sequentialMs: 0 };
    const stopped: readonly JournalEntry[] = [
      ...entries.slice(0, 60),
      {
        type: 'call-failed',
        v: 1,
        path: 'S1901M/orders/FRANCE#0',
        kind: 'time-out',
        message: 'nothing\nwithin 60 s',
        model: { provider: 'toy', modelId: 'parrot' },
        attempts: [{ outcome: 'timed-out', latencyMs: 1 }],
        at: 0,
      },
      { type: 'run-interrupted', v: 1, reason: 'budget', message: 'the budget is spent', totals, at: 0 },
    ];
    const addresses = { 'vllm:big@http://127.0.0.1:1/v1': 'http://127.0.0.1:2/v1' };
    const text = (await logOf([...stopped, { type: 'run-resumed', v: 1, packageVersion: '2', addresses, at: 0 }])).join('');
    expect(text).toContain('ERROR S1901M/orders/FRANCE#0: no answer after 1 attempt (time-out): nothing / within 60 s');
    expect(text).toContain('WARNING Stopped (budget): the budget is spent');
    expect(text).toContain('INFO Resumed by lm-game 2');
    expect(text).toContain('INFO vllm:big@http://127.0.0.1:1/v1 is asked at http://127.0.0.1:2/v1');
    expect(toManifesto(await readGameRecord('game', stopped))).toContain('stopped before the first phase was played (budget:');
  });
});

describe('the manifesto of a game', () => {
  it('lists models, prompts and settings, and the command to resume', async () => {
    const { entries } = await game;
    const text = toManifesto(await readGameRecord('game', entries));
    for (const line of [
      '  FRANCE   toy:cockatoo, prompts default, replies of at most 500 tokens',
      '  default: d1',
      '  until the end of 1902',
      '  2 rounds of messages in each movement phase',
      '  rulebook python-compatible',
      '  seed 7',
      '  phases are summed up by toy:narrator',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).toMatch(/over after [FW]1902[MRA] \(max-year\)/);
    expect(text).toContain('npx lm-game replay game');
    expect(text).not.toContain('npx lm-game resume');
    expect(toManifesto(await readGameRecord('game', entries.slice(0, 200)))).toContain('npx lm-game resume game');
  });

  it('labels games of the offline model, as the log does', async () => {
    const { entries } = await game;
    expect(toManifesto(await readGameRecord('game', entries))).not.toContain(OFFLINE_LABEL);
    const played = offline(entries);
    expect(toManifesto(await readGameRecord('game', played))).toContain(OFFLINE_LABEL);
    expect((await logOf(played)).join('')).toContain(OFFLINE_LABEL);
  });
});
