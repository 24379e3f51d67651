import type { BatchedRun, JournalEntry } from '@entente/simulation-core';
import { createFakeClock } from '@entente/llm-clients/testing';
import { describe, expect, it } from 'vitest';
import { createPlainDisplay } from './plain-display.js';

const ended = (runId: string, error?: Error): BatchedRun<unknown> =>
  ({ runId, status: error === undefined ? 'completed' : 'failed', history: 'new', error }) as BatchedRun<unknown>;

function setUp(count: number) {
  const clock = createFakeClock();
  const lines: string[] = [];
  const runs = Array.from({ length: count }, (_, index) => ({
    runId: `run-${index + 1}`,
    blueprint: { spec: null, seed: '1', labels: {} },
  }));
  const display = createPlainDisplay({
    output: { write: (text) => void lines.push(text.replace(/\n$/, '')) },
    surroundings: { now: () => clock.now(), connections: () => undefined, costOf: () => 0 },
    plannedSteps: () => 1,
  });
  display.planned(runs);
  return { clock, lines, display };
}

describe('createPlainDisplay', () => {
  it('tells of each run of a small batch, and the whole at its end', () => {
    const { display, lines } = setUp(2);
    display.runStarted('run-1', false);
    display.runStarted('run-2', true);
    display.runEnded(ended('run-1'));
    display.note('a note');
    display.runEnded(ended('run-2', new Error('a bug')));
    expect(lines.slice(0, -1)).toEqual([
      'run-1: started',
      'run-2: resumed',
      'run-1: completed',
      'a note',
      expect.stringMatching(/^run-2: failed \(.*a bug.*\)$/),
    ]);
    expect(lines.at(-1)).toMatch(/1\/2|1 of 2/);
    display.close();
    expect(lines).toHaveLength(6);
  });

  it('tells a single run without a summary', () => {
    const { display, lines } = setUp(1);
    display.runStarted('run-1', false);
    display.runEnded(ended('run-1'));
    expect(lines).toEqual(['run-1: started', 'run-1: completed']);
  });

  it('tells of each run up to twenty of them, and of no more', () => {
    for (const [count, told] of [
      [20, ['run-1: started', 'run-1: completed']],
      [21, []],
    ] as const) {
      const { display, lines } = setUp(count);
      display.runStarted('run-1', false);
      display.runEnded(ended('run-1'));
      expect(lines).toEqual(told);
    }
  });

  it('tells in a large batch every error once', () => {
    const { display, lines } = setUp(30);
    const error = new Error('no key');
    display.runEnded(ended('run-1', error));
    display.runEnded(ended('run-2', error));
    display.runEnded(ended('run-3', new Error('a bug')));
    expect(lines.map((line) => line.split(':')[0])).toEqual(['run-1', 'run-3']);
  });

  it('summarises every ten seconds while entries come', async () => {
    const { clock, display, lines } = setUp(30);
    const entry = { type: 'step-started' } as unknown as JournalEntry;
    await clock.advance(9_999);
    display.entry('run-1', entry);
    expect(lines).toEqual([]);
    await clock.advance(1);
    display.entry('run-1', entry);
    display.entry('run-1', entry);
    expect(lines).toHaveLength(1);
    await clock.advance(10_000);
    display.entry('run-1', entry);
    expect(lines).toHaveLength(2);
  });
});
