import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDependencyTable } from './dependency-table.js';
import { idealTime, type SeenCall } from './ideal-time.js';

const table = readDependencyTable(readFileSync(new URL('../../../docs/diplomacy-dependencies.md', import.meta.url), 'utf8'));

const call = (name: string, phase: string, power: string, ms: number): SeenCall => ({ call: name, phase, power, ms });

describe('the shortest time of a game', () => {
  it('follows each power from diary to orders, and all powers from round to round', () => {
    const calls = [
      call('initialize-agent', 'setup', 'A', 10),
      call('initialize-agent', 'setup', 'B', 40),
      call('make-plan', 'S1901M', 'A', 300),
      call('write-messages', 'S1901M', 'A', 100),
      call('write-messages', 'S1901M', 'B', 20),
      call('write-messages', 'S1901M', 'A', 10),
      call('write-messages', 'S1901M', 'B', 50),
      call('negotiation-diary', 'S1901M', 'A', 5),
      call('negotiation-diary', 'S1901M', 'B', 90),
      call('write-orders', 'S1901M', 'A', 80),
      call('write-orders', 'S1901M', 'B', 7),
    ];
    // 40, then A's plan is longer than both rounds (150), then B's diary and orders.
    expect(idealTime(calls, table).ms).toBe(40 + 300 + 90 + 7);
    expect(idealTime(calls, table).path.map((each) => `${each.call} ${each.power}`)).toEqual([
      'initialize-agent B',
      'make-plan A',
      'negotiation-diary B',
      'write-orders B',
    ]);
    expect(
      idealTime(
        calls.filter((each) => each.call !== 'make-plan'),
        table,
      ).ms,
    ).toBe(40 + 100 + 50 + 90 + 7);
  });

  it('has thoughts about a phase beside the retreats, and before the next movement', () => {
    const calls = [
      call('write-orders', 'S1901M', 'A', 10),
      call('phase-diary', 'S1901M', 'A', 30),
      call('update-state', 'S1901M', 'A', 30),
      call('write-orders', 'S1901R', 'A', 20),
      call('write-orders', 'S1901R', 'A', 15),
      call('write-messages', 'F1901M', 'A', 1),
    ];
    expect(idealTime(calls, table).ms).toBe(10 + 60 + 1);
    const slowRetreat = calls.map((each) => (each.phase === 'S1901R' ? { ...each, ms: 100 } : each));
    expect(idealTime(slowRetreat, table).ms).toBe(10 + 200 + 1);
  });

  it('has a diary made shorter beside a whole year', () => {
    const calls = [
      call('write-orders', 'S1902M', 'A', 10),
      call('consolidate-diary', 'S1902M', 'A', 500),
      call('write-orders', 'F1902M', 'A', 10),
      call('write-messages', 'S1903M', 'A', 1),
    ];
    expect(idealTime(calls, table).ms).toBe(501);
  });
});

describe('the table of dependencies', () => {
  it('is refused where it cannot be read', () => {
    expect(() => readDependencyTable('no table')).toThrow('no table');
    expect(() => readDependencyTable('| `a` | on Sundays | |')).toThrow('on Sundays');
    expect(() => readDependencyTable('| `a` | Spring | `b@never` |')).toThrow('b@never');
  });
});
