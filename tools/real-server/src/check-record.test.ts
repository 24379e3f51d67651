import type { JournalEntry } from '@entente/simulation-core/journal';
import { expect, test } from 'vitest';
import { checkRecord } from './check-record.js';
import type { LoggedRequest } from './request-log.js';

const request = (id: string, more: Partial<LoggedRequest> = {}): LoggedRequest => ({
  id,
  hash: `hash of ${id}`,
  schema: 'json-schema',
  status: 200,
  promptTokens: 10,
  cachedTokens: 2,
  completionTokens: 5,
  finishReason: 'stop',
  isJson: true,
  ...more,
});

function answer(requestId: string, usage: object = {}): JournalEntry {
  const counts = { inputTokens: 10, outputTokens: 5, cacheReadTokens: 2, cacheWriteTokens: 0, reasoningTokens: 0, ...usage };
  const result = {
    text: '{}',
    finishReason: 'stop',
    usage: counts,
    latencyMs: 1,
    attempts: [],
    requestId,
    droppedParameters: [],
  };
  return { type: 'answer-recorded', path: `step/${requestId}#0`, result } as unknown as JournalEntry;
}

const ended = { type: 'run-ended' } as JournalEntry;

test('a run as it should be has no complaints, and its tokens are added up', () => {
  const report = checkRecord([answer('a'), answer('b'), ended], [request('a'), request('b'), request('lost')]);
  expect(report).toMatchObject({ complaints: [], answers: 2, inputTokens: 20, outputTokens: 10, lost: 1, heldToSchema: 3 });
});

test('a question whose answer was lost may be asked again', () => {
  const log = [request('lost', { hash: 'q' }), request('a', { hash: 'q' })];
  expect(checkRecord([answer('a'), ended], log).complaints).toEqual([]);
});

test.each<[string, readonly JournalEntry[], readonly LoggedRequest[], RegExp]>([
  ['a run that has not ended', [answer('a')], [request('a')], /has not ended/],
  ['a run without answers', [ended], [], /no answer/],
  ['an answer that nobody gave', [answer('b'), ended], [request('a')], /the id b, which the engine never gave/],
  ['an answer on record twice', [answer('a'), answer('a'), ended], [request('a')], /on record twice/],
  ['other tokens on record', [answer('a', { outputTokens: 6 }), ended], [request('a')], /10, 6, 2 tokens .* counted 10, 5, 2/],
  ['tokens that were estimated', [answer('a', { estimated: true }), ended], [request('a')], /counted 10, 5, 2/],
  ['a cut that is not on record', [answer('a'), ended], [request('a', { finishReason: 'length' })], /ended by length/],
  [
    'a question paid twice',
    [answer('a'), ended],
    [request('a', { hash: 'q' }), request('again', { hash: 'q' })],
    /asked 2 times, 1 of them after its answer was on record/,
  ],
  ['a grammar that did not hold', [answer('a'), ended], [request('a', { isJson: false })], /is not JSON/],
  ['a server that fails', [answer('a'), ended], [request('a'), request('x', { status: 500 })], /failed with 500/],
])('%s is a complaint', (_, entries, log, complaint) => {
  expect(checkRecord(entries, log).complaints.join('\n')).toMatch(complaint);
});
