import { describe, expect, it } from 'vitest';
import { type CallRecord, readCalls } from './call-record.js';
import { callTree } from './call-tree.js';

const usage = { inputTokens: 10, outputTokens: 2, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
const answer = (path: string, more: object = {}, result: object = {}): CallRecord =>
  ({
    path,
    entry: {
      type: 'answer-recorded',
      result: { usage, attempts: [{}], finishReason: 'stop', latencyMs: 30, ...result },
      ...more,
    },
  }) as never;

const drawn = (paths: readonly string[]): readonly unknown[] =>
  callTree(paths.map((path) => answer(path))).map(({ call }) => call);

describe('callTree', () => {
  it('lets a branch with a single way on share its line', () => {
    expect(drawn(['step-1/add#0', 'step-2/a/b#0'])).toEqual(['step-1/add#0', 'step-2/a/b#0']);
  });

  it('draws branches below one another, the last of each with a corner', () => {
    expect(drawn(['s/a/one#0', 's/a/two#0', 's/b#0', 's/b#1', 's/c/one#0', 's/c/two#0'])).toEqual([
      's',
      '├ a',
      '│ ├ one#0',
      '│ └ two#0',
      '├ b#0',
      '├ b#1',
      '└ c',
      '  ├ one#0',
      '  └ two#0',
    ]);
  });

  it('sets deferred calls behind all steps, whenever they came', () => {
    const order = drawn(['deferred/later#0', 'step-1/a#0', 'step-2/a#0']);
    expect(order.at(-1)).toMatch(/^deferred/);
    expect(order.slice(0, 2)).toEqual(['step-1/a#0', 'step-2/a#0']);
  });

  it('gives no figures to branches without a call of their own', () => {
    const [branch, one] = callTree([answer('s/a#0'), answer('s/b#0')]);
    const { call, ...figures } = branch!;
    expect([call, ...new Set(Object.values(figures))]).toEqual(['s', '']);
    expect(one).toMatchObject({ inputTokens: 10, outputTokens: 2, latencyMs: 30, remark: '', usageEstimated: false });
  });

  it.each([
    ['several attempts', {}, { attempts: [{}, {}] }, '2 attempts'],
    ['an end that is no stop', {}, { finishReason: 'length' }, 'length'],
    ['an edited reply', { edited: true, inherited: true }, {}, 'edited'],
    ['an inherited reply', { inherited: true }, {}, 'inherited'],
    ['several at once', { inherited: true }, { attempts: [{}, {}, {}], finishReason: 'length' }, '3 attempts, length, inherited'],
  ])('remarks on %s', (_name, entry, result, remark) => {
    expect(callTree([answer('s/a#0', entry, result)])[0]!['remark']).toBe(remark);
  });

  it('remarks on an answer that a later one at its path replaced', async () => {
    const model = { provider: 'offline', modelId: 'offline' };
    async function* journal() {
      yield { type: 'answer-recorded', path: 's/a#0', model, inherited: true };
      yield { type: 'answer-recorded', path: 's/b#0', model, inherited: true };
      yield { type: 'answer-recorded', path: 's/a#0', model };
    }
    const { calls } = await readCalls(journal() as never);
    expect(calls.map(({ path, isReplaced = false }) => [path, isReplaced])).toEqual([
      ['s/a#0', true],
      ['s/b#0', false],
      ['s/a#0', false],
    ]);
    expect(callTree([{ ...(answer('s/a#0', { inherited: true }) as object), isReplaced: true } as never])[0]!['remark']).toBe(
      'inherited, replaced',
    );
  });

  it('marks usage that was estimated, and calls that failed', () => {
    expect(callTree([answer('s/a#0', {}, { usage: { ...usage, estimated: true } })])[0]!['usageEstimated']).toBe(true);
    const failed = { path: 's/a#0', entry: { type: 'call-failed', kind: 'time-out' } } as never;
    expect(callTree([failed])[0]).toMatchObject({ remark: 'failed: time-out', inputTokens: '', latencyMs: '' });
  });

  it('shows the remarks of embeddings', () => {
    const entry = { type: 'embeddings-recorded', usage, attempts: [{}, {}], latencyMs: 5, inherited: true };
    expect(callTree([{ path: 's/a#0', entry } as never])[0]).toMatchObject({ remark: '2 attempts, inherited', latencyMs: 5 });
  });
});
