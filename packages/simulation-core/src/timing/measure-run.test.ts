import { NO_USAGE } from '@entente/llm-clients';
import { describe, expect, test } from 'vitest';
import { type EntryOf, JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import { NO_TOTALS } from '../journal/run-totals.js';
import { measureRun } from './measure-run.js';

const v = JOURNAL_VERSION;
const call = (path: string, latencyMs: number, label?: string): JournalEntry => ({
  type: 'answer-recorded',
  v,
  path: path.includes('#') ? path : `${path}#0`,
  requestHash: path,
  model: { provider: 'toy', modelId: 'm' },
  messages: [],
  ...(label !== undefined && { label: { name: label, version: '1' } }),
  result: {
    text: '',
    finishReason: 'stop',
    usage: { ...NO_USAGE, inputTokens: 10 },
    latencyMs,
    attempts: [
      { outcome: 'rate-limited', latencyMs: 5000 },
      { outcome: 'answered', latencyMs },
    ],
    droppedParameters: [],
  },
  at: 0,
});
const started = (at: number): JournalEntry =>
  ({
    type: 'run-started',
    v,
    runId: 'r',
    program: 'p',
    identity: 'i',
    spec: null,
    seed: 's',
    replicate: 0,
    packageVersion: '0',
    labels: {},
    at,
  }) satisfies EntryOf<'run-started'>;
const ended = (at: number): JournalEntry => ({ type: 'run-ended', v, totals: NO_TOTALS, at });
const step = (name: string, ...inside: JournalEntry[]): JournalEntry[] => [
  { type: 'step-started', v, step: name, at: 0 },
  ...inside,
  { type: 'step-ended', v, step: name, totals: NO_TOTALS, at: 0 },
];
const branches = (path: string, ...keys: string[]): JournalEntry => ({ type: 'branches-opened', v, path, keys });
const deferred = (key: string, inStep: string): JournalEntry => ({
  type: 'fact-recorded',
  v,
  step: inStep,
  fact: { type: 'work-deferred', key, kind: 'k', input: null },
});

/** Journal, expected critical path in ms, expected levels. */
const TABLE: readonly (readonly [string, readonly JournalEntry[], number, number])[] = [
  ['nothing asked', step('a'), 0, 0],
  ['calls in sequence add', step('a', call('a', 5), call('a#1', 7)), 12, 2],
  ['child scopes without branches add', step('a', call('a/one', 5), call('a/two', 7)), 12, 2],
  ['steps add', [...step('a', call('a', 5)), ...step('b', call('b', 7))], 12, 2],
  [
    'branches take the maximum, whichever order they arrive in',
    step('a', branches('a', 'X', 'Y'), call('a/Y', 3), call('a/X', 9), call('a/Y#1', 4), call('a', 1)),
    10,
    3,
  ],
  [
    'most time and most calls may be two different chains',
    step('a', branches('a', 'X', 'Y'), call('a/X', 100), call('a/Y', 1), call('a/Y#1', 1)),
    100,
    2,
  ],
  [
    'branches under a named stage',
    step('a', branches('a/talk', 'X', 'Y'), call('a/talk/X/deep', 4), call('a/talk/Y', 6), call('a/after', 1)),
    7,
    2,
  ],
  [
    'branches within branches',
    step(
      'a',
      branches('a', 'X', 'Y'),
      call('a/X', 2),
      branches('a/X', 'P', 'Q'),
      call('a/Y', 3),
      call('a/X/P', 10),
      call('a/X/Q', 1),
      call('a/X#1', 1),
    ),
    13,
    3,
  ],
  [
    'later work counts from its join',
    step(
      'a',
      { type: 'later-started', v, path: 'a', name: 'mood' },
      call('a', 10),
      call('a/mood', 25),
      { type: 'later-joined', v, path: 'a', name: 'mood' },
      call('a#1', 1),
    ),
    26,
    2,
  ],
  [
    'later work that is done in time costs nothing',
    step('a', { type: 'later-started', v, path: 'a', name: 'mood' }, call('a/mood', 5), call('a', 10), {
      type: 'later-joined',
      v,
      path: 'a',
      name: 'mood',
    }),
    10,
    1,
  ],
  [
    'deferred work runs from where it was deferred until its join',
    [
      ...step('a', call('a', 10), deferred('k', 'a'), call('a#1', 10)),
      ...step('b', call('deferred/k', 50), call('b', 5)),
      { type: 'work-joined', v, key: 'k' },
      ...step('c', call('c', 1)),
    ],
    61,
    4,
  ],
  [
    'deferred work shorter than the steps beside it costs nothing',
    [
      ...step('a', call('a', 10), deferred('k', 'a')),
      ...step('b', call('deferred/k', 5), call('b', 50)),
      { type: 'work-joined', v, key: 'k' },
    ],
    60,
    2,
  ],
  [
    'a step asked again counts once, as it was last done',
    [
      { type: 'step-started', v, step: 'a', at: 0 },
      call('a', 5),
      { type: 'step-reasked', v, step: 'a', at: 0 },
      ...step('a', call('a', 7)),
    ],
    7,
    1,
  ],
];

describe('critical path and levels', () => {
  test.each(TABLE)('%s', async (_name, journal, ms, levels) => {
    const measures = await measureRun([started(0), ...journal, ended(0)]);
    expect([measures.criticalPathMs, measures.levels]).toEqual([ms, levels]);
  });

  test('the chain itself is listed, first call to last', async () => {
    const measures = await measureRun([
      started(0),
      ...step('a', branches('a', 'X', 'Y'), call('a/X', 9), call('a/Y', 3), call('a', 1)),
    ]);
    expect(measures.criticalPath).toEqual(['a/X#0', 'a#0']);
    expect(measures.criticalPathByLabel).toEqual({ unlabelled: 10 });
  });
});

test('queueing, back-off and failed attempts are no part of any time but the wall clock', async () => {
  const measures = await measureRun([started(0), ...step('a', call('a', 10)), ended(8000)]);
  expect(measures).toMatchObject({ sequentialMs: 10, criticalPathMs: 10, wallMs: 8000, wallOverCriticalPath: 800 });
  expect(measures.byModel['toy:m']).toMatchObject({ calls: 1, extraAttempts: 1 });
});

test('times are those of the model: own delay is separate, and calls without it on record are counted', async () => {
  const delayed = (path: string, latencyMs: number, ownDelayMs: number): JournalEntry => {
    const entry = call(path, latencyMs, 'orders') as EntryOf<'answer-recorded'>;
    return { ...entry, result: { ...entry.result, ownDelayMs } };
  };
  const measures = await measureRun([
    started(0),
    ...step('a', branches('a', 'X', 'Y'), delayed('a/X', 500, 300), delayed('a/Y', 260, 10), call('a', 40)),
    ended(800),
  ]);
  expect(measures).toMatchObject({ sequentialMs: 200 + 250 + 40, ownDelayMs: 310, delayUnknown: 1 });
  expect(measures).toMatchObject({ criticalPathMs: 250 + 40, criticalPath: ['a/Y#0', 'a#0'], wallOverCriticalPath: 800 / 290 });
  expect(measures.criticalPathByLabel).toEqual({ orders: 250, unlabelled: 40 });
});

test('the wall clock stands still between a stop and a resumption, and a killed session ends with its last entry', async () => {
  const measures = await measureRun([
    started(0),
    { type: 'run-interrupted', v, reason: 'stopped', message: '', totals: NO_TOTALS, at: 100 },
    { type: 'run-resumed', v, packageVersion: '0', at: 10_000 },
    { ...call('a', 1), at: 10_050 } as JournalEntry,
    { type: 'run-resumed', v, packageVersion: '0', at: 50_000 },
    ended(50_007),
  ]);
  expect(measures.wallMs).toBe(100 + 50 + 7);
});

test('usage is grouped by prompt, model and step', async () => {
  const measures = await measureRun([
    started(0),
    ...step('a', call('a', 10, 'progress'), call('a#1', 10, 'appraise')),
    ...step('b', call('b', 10, 'progress')),
  ]);
  expect(Object.entries(measures.byLabel).map(([name, group]) => [name, group.calls, group.usage.inputTokens])).toEqual([
    ['progress', 2, 20],
    ['appraise', 1, 10],
  ]);
  expect(Object.entries(measures.byStep).map(([name, group]) => [name, group.sequentialMs])).toEqual([
    ['a', 20],
    ['b', 10],
  ]);
});
