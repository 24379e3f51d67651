import { greedyBot } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core/journal';
import type { CsvOptions } from '@entente/studies/tables';
import { describe, expect, it } from 'vitest';
import { readGameRecord } from '../record/game-record.js';
import { playFileGame } from '../testing/file-game.js';
import { RESPONSE_COLUMNS, type ResponseRow as Row, type ResponsesOptions } from './response-rows.js';
import { toResponsesCsv } from './responses-csv.js';

/** Reads CSV like any reader: fields may be quoted, and a doubled quote stands for one. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    expect(text[at]).toBe('"');
    let field = '';
    for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
      if (text[at] === '"') at++;
      field += text[at];
    }
    row.push(field);
    at++;
    if (text[at] === '\n') {
      rows.push(row);
      row = [];
    } else expect(text[at]).toBe(',');
    at++;
  }
  return rows;
}

async function rowsOf(entries: readonly JournalEntry[], options: ResponsesOptions & CsvOptions = {}): Promise<readonly Row[]> {
  const lines: string[] = [];
  for await (const line of toResponsesCsv(entries, await readGameRecord('game', entries), options)) lines.push(line);
  const [header, ...rows] = parseCsv(lines.join(''));
  expect(header).toEqual(RESPONSE_COLUMNS);
  return rows.map((row) => Object.fromEntries(RESPONSE_COLUMNS.map((name, i) => [name, row[i]])) as Row);
}

const game = playFileGame({ bot: greedyBot });
const rows = game.then(({ entries }) => rowsOf(entries, { costOf: () => 0.5 }));
const rowAt = async (path: string): Promise<Row> => (await rows).find(({ call_path: each }) => each === path)!;

describe('the responses of a game', () => {
  it('have a row for each call, with question, answer, time and cost', async () => {
    const { entries } = await game;
    expect(await rows).toHaveLength(entries.filter(({ type }) => type === 'answer-recorded').length);
    expect(await rowAt('S1901M/round-1/FRANCE#0')).toEqual({
      timestamp: '2024-01-01T00:00:00.000Z',
      model: 'toy:parrot',
      power: 'FRANCE',
      phase: 'S1901M',
      response_type: 'negotiation_message',
      raw_input: 'The rules.\n\nFRANCE, say "Peace, \\o/ in S1901M?"',
      raw_response: '[{"message_type":"private","recipient":"GERMANY","content":"Peace, \\\\o/ in S1901M?"}]',
      success: 'Success: 1 message',
      input_tokens: '100',
      cached_input_tokens: '40',
      output_tokens: '7',
      cost_usd: '0.5',
      latency_ms: '250',
      attempts: '2',
      call_path: 'S1901M/round-1/FRANCE#0',
      own_delay_ms: '',
      usage_estimated: '',
      inherited: '',
      edited: '',
      reply: 'Peace, \\o/ in S1901M?',
    });
  });

  it('let no spreadsheet run a reply, except with raw', async () => {
    const { entries } = await game;
    const text = '=HYPERLINK("http://x", "click")';
    const odd = entries.map((entry) =>
      entry.type === 'answer-recorded' ? { ...entry, result: { ...entry.result, text } } : entry,
    );
    for (const row of await rowsOf(odd)) {
      expect(row.reply).toBe(`'${text}`);
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r-]/);
    }
    for (const row of await rowsOf(odd, { raw: true })) expect(row.reply).toBe(text);
  });

  it('show control characters of a reply as pictures, as readers of CSV stop at some', async () => {
    const { entries } = await game;
    const text = 'Peace\u0000 and\u0007 more\nlines';
    const odd = entries.map((entry) =>
      entry.type === 'answer-recorded' ? { ...entry, result: { ...entry.result, text } } : entry,
    );
    for (const { reply } of await rowsOf(odd)) expect(reply).toBe('Peace␀ and␇ more\nlines');
  });

  it('leave an unknown cost empty', async () => {
    const { entries } = await game;
    expect((await rowsOf(entries)).every(({ cost_usd: cost }) => cost === '')).toBe(true);
  });

  it.each([
    ['setup/FRANCE#0', 'S1901M', 'initial_state_setup', 'Success'],
    ['S1901M/plans/FRANCE#0', 'S1901M', 'plan_generation', 'Success'],
    ['S1901M/round-2/GERMANY#0', 'S1901M', 'negotiation_message', 'Success: 0 messages, 1 not delivered (unknown-recipient)'],
    ['S1901M/orders/FRANCE/diary#0', 'S1901M', 'negotiation_diary', 'TRUE'],
    ['S1901M/orders/FRANCE#0', 'S1901M', 'order_generation', 'Success'],
    ['deferred/S1901M/analysis/FRANCE/diary#0', 'S1901M', 'phase_result_diary', 'Success'],
    ['deferred/S1901M/analysis/FRANCE/update#0', 'S1901M', 'state_update', 'TRUE'],
  ])('say of %s that it is of %s, a %s, and came out as %s', async (path, phase, type, success) => {
    expect(await rowAt(path)).toMatchObject({ phase, response_type: type, success });
  });

  it('name the Spring of a consolidation', async () => {
    const { entries } = await playFileGame({ settings: { maxYear: 1903 } });
    const merged = (await rowsOf(entries)).find(({ response_type: type }) => type === 'diary_consolidation');
    expect(merged).toMatchObject({ phase: 'S1902M', success: 'Success' });
  });

  it('have one row of orders for a power and phase: the last answer', async () => {
    expect(await rowAt('S1901M/orders/ENGLAND#0')).toMatchObject({
      response_type: 'order_generation_superseded',
      success: 'FALSE: asked again',
    });
    expect(await rowAt('S1901M/orders/ENGLAND#1')).toMatchObject({
      response_type: 'order_generation',
      success: 'Success: 2 valid at once, 1 when asked again, not allowed at first: A LON - MOS',
    });
    const orders = (await rows).filter(({ response_type: type }) => type === 'order_generation');
    expect(new Set(orders.map(({ phase, power }) => `${phase} ${power}`)).size).toBe(orders.length);
  });

  it('name the units without an order', async () => {
    expect((await rowAt('S1901M/orders/TURKEY#1')).success).toMatch(/^PARTIAL: 2 of 3 ordered; without an order: \w \w{3}$/);
  });

  it('mark useless replies', async () => {
    for (const path of ['S1901M/round-1/ITALY#0', 'S1901M/orders/ITALY/diary#0'])
      expect((await rowAt(path)).success).toMatch(/^Failure: refusal: /);
  });

  it('mark orders that are not allowed, and replies without any', async () => {
    const { entries } = await game;
    const withDefault = (reason: string, changes: object): readonly JournalEntry[] =>
      entries.map((entry) => {
        if (entry.type !== 'fact-recorded' || entry.fact['power'] !== 'TURKEY' || entry.fact['phase'] !== 'S1901M') return entry;
        if (entry.fact.type === 'orders-submitted') return { ...entry, fact: { ...entry.fact, ...changes } };
        return entry.fact.type === 'orders-defaulted' ? { ...entry, fact: { ...entry.fact, reason } } : entry;
      });
    const successOf = async (changed: readonly JournalEntry[]): Promise<string | undefined> =>
      (await rowsOf(changed)).find(({ call_path: path }) => path === 'S1901M/orders/TURKEY#1')?.success;
    expect(await successOf(withDefault('illegal', { illegal: ['A CON - PAR', 'A X'] }))).toMatch(
      /^Failure: Invalid LLM Moves \(2\): A CON - PAR, A X; without an order: /,
    );
    expect(await successOf(withDefault('unparsable', { valid: 0, repaired: 0 }))).toMatch(
      /^Failure: No moves extracted \(unparsable\)/,
    );
  });

  it('have a row for a call that got no answer', async () => {
    const { entries } = await game;
    const failure: JournalEntry = {
      type: 'call-failed',
      v: 1,
      path: 'S1902M/orders/FRANCE#0',
      kind: 'time-out',
      message: 'nothing within 60 s',
      model: { provider: 'toy', modelId: 'parrot' },
      attempts: [{ outcome: 'timed-out', latencyMs: 60_000 }],
      at: 0,
    };
    expect((await rowsOf([...entries, failure])).at(-1)).toMatchObject({
      power: 'FRANCE',
      phase: 'S1902M',
      response_type: 'order_generation_no_response',
      success: 'Failure: Exception (time-out): nothing within 60 s',
      raw_input: '',
      latency_ms: '60000',
      attempts: '1',
    });
  });

  it('name the second call of two-step mode beside the first', async () => {
    const { entries } = await game;
    const twoStep = entries.flatMap((entry): readonly JournalEntry[] => {
      if (entry.type !== 'answer-recorded' || entry.path !== 'S1901M/orders/FRANCE#0') return [entry];
      return [entry, { ...entry, path: 'S1901M/orders/FRANCE#1', label: { name: 'format-orders', version: '1' } }];
    });
    const types = (await rowsOf(twoStep))
      .filter(({ call_path: path }) => path.startsWith('S1901M/orders/FRANCE#'))
      .map(({ response_type: type }) => type);
    expect(types).toEqual(['order_generation', 'format_orders']);
  });

  it('end where the game was read to, even if the journal has grown', async () => {
    const { entries } = await game;
    const record = await readGameRecord('game', entries.slice(0, 40));
    let lines = 0;
    for await (const line of toResponsesCsv(entries, record)) lines += line === '' ? 0 : 1;
    expect(lines - 1).toBe(entries.slice(0, 40).filter(({ type }) => type === 'answer-recorded').length);
  });
});
