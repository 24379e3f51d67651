import { describe, expect, it } from 'vitest';
import { createStyle } from '../text/style.js';
import type { CallRecord } from './call-record.js';
import { describeCall } from './describe-call.js';

const usage = { inputTokens: 10, outputTokens: 2, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
const attempt = { outcome: 'ok', latencyMs: 30 };
const result = {
  text: '{"amount": 3}',
  usage,
  finishReason: 'stop',
  latencyMs: 30,
  attempts: [attempt],
  droppedParameters: [],
};
const answered = {
  type: 'answer-recorded',
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  model: { provider: 'openai', modelId: 'x', baseUrl: null },
  messages: [
    {
      role: 'user',
      parts: [
        ['tail', 'h1'],
        ['stable', 'h2'],
      ],
    },
  ],
  result,
};
const PARTS = new Map([['h1', 'Which number?']]);

function described(entry: object, more: object = {}, width = 80): readonly string[] {
  const call = { path: 'step-1/add#0', entry: { ...answered, ...entry }, ...more } as unknown as CallRecord;
  return describeCall(call, { parts: PARTS, width, style: createStyle(false) }).split('\n');
}
/** The value behind a name; undefined where there is none. */
const factOf = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(`${name.padEnd(9)} `))?.slice(10);
const withResult = (more: object): readonly string[] => described({ result: { ...result, ...more } });

describe('describeCall', () => {
  it('tells a plain call from its path to its attempt', () => {
    expect(described({}, {}, 40)).toEqual([
      'step-1/add#0',
      'asked     2026-01-02 03:04:05',
      'model     openai:x',
      'usage     10 tokens in, 2 out',
      'time      30 ms',
      '',
      `── user, tail ${'─'.repeat(26)}`,
      'Which number?',
      '',
      `── user, stable ${'─'.repeat(24)}`,
      '(the text with the hash h2 is not on',
      'record)',
      '',
      `── reply ${'─'.repeat(31)}`,
      '{"amount": 3}',
      '',
      `── attempt ${'─'.repeat(29)}`,
      '1.  ok  30 ms',
    ]);
  });

  it('draws rules of a hundred columns at most', () => {
    const rule = described({}, {}, 300).find((line) => line.startsWith('── reply'))!;
    expect(rule).toHaveLength(100);
  });

  it('tells tokens from a cache, of reasoning, and estimated ones', () => {
    const usageOf = (more: object): string | undefined => factOf(withResult({ usage: { ...usage, ...more } }), 'usage');
    expect(usageOf({ cacheReadTokens: 1 })).toBe('10 tokens in (1 from cache), 2 out');
    expect(usageOf({ reasoningTokens: 1 })).toBe('10 tokens in, 2 out (1 of them reasoning)');
    expect(usageOf({ estimated: true })).toMatch(/^10 tokens in, 2 out \(estimated, at least in part: /);
  });

  it('tells apart the time of the model and that of a busy process', () => {
    const timeOf = (ownDelayMs: number): string | undefined => factOf(withResult({ ownDelayMs }), 'time');
    expect(timeOf(10)).toBe('20 ms (and 10 ms that this process, being busy, kept it waiting)');
    expect(timeOf(1)).toBe('29 ms (and 1 ms that this process, being busy, kept it waiting)');
    expect(timeOf(0)).toBe('30 ms');
  });

  it.each([
    ['the server that it moved to', {}, { askedAt: 'http://there' }, 'asked at', 'http://there'],
    ['an edited reply', { edited: true }, {}, 'edited', 'another reply stands in the place of what the model said'],
    ['its sampling', { sampling: { temperature: 0.3, topP: 1 } }, {}, 'sampling', 'temperature 0.3, topP 1'],
    ['an end that is no stop', { result: { ...result, finishReason: 'length' } }, {}, 'ended', 'length'],
    ['its rung', { result: { ...result, structuredRung: 'json-object' } }, {}, 'shape', 'asked for as json-object'],
    ['what was left out', { result: { ...result, droppedParameters: ['seed', 'topP'] } }, {}, 'left out', 'seed, topP'],
    [
      'what was changed',
      { result: { ...result, changedParameters: { temperature: 1, prompt: 900 } } },
      {},
      'sent as',
      'temperature 1, 900 tokens of the prompt were read',
    ],
    [
      'who served it',
      { result: { ...result, servedModel: 'x-2', servingProvider: 'host', requestId: 'r1' } },
      {},
      'served by',
      'x-2, host, r1',
    ],
    ['who served it, as far as known', { result: { ...result, servedModel: 'x-2' } }, {}, 'served by', 'x-2'],
  ])('tells %s, and says nothing of it otherwise', (_name, entry, more, name, value) => {
    expect(factOf(described(entry, more), name)).toBe(value);
    expect(factOf(described({ sampling: {} }), name)).toBeUndefined();
  });

  it('shows reasoning before the reply', () => {
    const lines = withResult({ reasoning: 'Three is next.' });
    expect(lines.indexOf('Three is next.')).toBeLessThan(lines.findIndex((line) => line.startsWith('── reply')));
    expect(lines.find((line) => line.startsWith('── reasoning'))).toBeDefined();
    expect(described({}).some((line) => line.startsWith('── reasoning'))).toBe(false);
  });

  it('shows the value that was read where a shape was asked for', () => {
    const read = described({ schemaHash: 'h' }).join('\n');
    expect(read).toMatch(/── value ─+\n\{\n {2}"amount": 3\n\}/);
    const text = 'no number';
    expect(described({ schemaHash: 'h', result: { ...result, text } }).join('\n')).toMatch(/── value ─+\nnone: /);
    expect(described({}).join('\n')).not.toContain('── value');
  });

  it('titles an edited reply', () => {
    expect(described({ edited: true }).some((line) => line.startsWith('── reply, edited ─'))).toBe(true);
  });

  it('numbers the attempts of a call that failed', () => {
    const attempts = [
      { outcome: 'rate-limit', latencyMs: 5, status: 429, message: 'slow down', requestId: 'r1' },
      { outcome: 'time-out', latencyMs: 2000 },
    ];
    const lines = described({ type: 'call-failed', kind: 'time-out', message: 'no answer', attempts });
    expect(factOf(lines, 'failed')).toBe('time-out: no answer');
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^── attempts ─/),
      '1.  rate-limit  429  5 ms  slow down  r1',
      '2.  time-out  2.0 s',
    ]);
    expect(factOf(lines, 'usage')).toBeUndefined();
  });

  it('counts the vectors of embeddings', () => {
    const lines = described({ type: 'embeddings-recorded', usage, latencyMs: 5, attempts: [attempt], vectors: [[1], [2]] });
    expect(factOf(lines, 'vectors')).toBe('2');
    expect(lines.some((line) => line.startsWith('── reply'))).toBe(false);
    expect(lines.at(-1)).toBe('1.  ok  30 ms');
  });
});
