import { greedyBot, POWERS } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import { readGameRecord } from '../record/game-record.js';
import { playFileGame } from '../testing/file-game.js';
import { toOverview } from './overview.js';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const game = playFileGame({ bot: greedyBot });

async function linesOf(entries: readonly JournalEntry[]): Promise<readonly [Counts, object, object]> {
  const text = toOverview(await readGameRecord('game', entries));
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  return lines.map((line) => JSON.parse(line) as unknown) as unknown as readonly [Counts, object, object];
}

describe('the overview of a game', () => {
  it('counts errors by power and by model', async () => {
    const [errors] = await linesOf((await game).entries);
    expect(Object.keys(errors)).toEqual([...POWERS, 'toy:parrot', 'toy:cockatoo', 'toy:narrator']);
    // Four movement phases of two rounds.
    expect(errors['ITALY']).toMatchObject({ conversation_errors: 8, diary_errors: 4, order_decoding_errors: 0 });
    expect(errors['GERMANY']).toMatchObject({ messages_dropped: 8, conversation_errors: 0 });
    expect(errors['ENGLAND']).toMatchObject({
      illegal_orders: 4,
      repaired_orders: 4,
      defaulted_orders: 0,
      replies_asked_again: 4,
    });
    expect(errors['TURKEY']).toMatchObject({ illegal_orders: 0, defaulted_orders: 4 });
    expect(errors['FRANCE']).toEqual({ ...errors['toy:cockatoo'] });
    expect(errors['FRANCE']?.['calls']).toBeGreaterThan(20);
    expect(errors['toy:parrot']).toMatchObject({
      conversation_errors: 8,
      messages_dropped: 8,
      repaired_orders: 4,
      defaulted_orders: 4,
    });
    expect(errors['toy:narrator']).toMatchObject({ calls: 0 });
  });

  it('counts replies with orders that could not be read, and calls without an answer', async () => {
    const { entries } = await game;
    const failure: JournalEntry = {
      type: 'call-failed',
      v: 1,
      path: 'S1901M/round-1/FRANCE#0',
      kind: 'time-out',
      message: '',
      model: { provider: 'toy', modelId: 'parrot' },
      attempts: [],
      at: 0,
    };
    const unread = entries.map((entry) =>
      entry.type === 'fact-recorded' && entry.fact.type === 'orders-defaulted'
        ? { ...entry, fact: { ...entry.fact, reason: 'unparsable' } }
        : entry,
    );
    const [errors] = await linesOf([...unread, failure]);
    expect(errors['TURKEY']).toMatchObject({ order_decoding_errors: 4 });
    expect(errors['FRANCE']).toMatchObject({ calls_without_answer: 1 });
  });

  it('has the models and settings of the game, the same after a resumption', async () => {
    const { entries } = await game;
    const [, models, config] = await linesOf(entries);
    expect(models).toEqual(
      Object.fromEntries(POWERS.map((power) => [power, power === 'FRANCE' ? 'toy:cockatoo' : 'toy:parrot'])),
    );
    expect(config).toMatchObject({ max_year: 1902, num_negotiation_rounds: 2, seed: '7', offline: false });
    const resumed: JournalEntry = { type: 'run-resumed', v: 1, packageVersion: 'later', at: 0 };
    const [, again, configAgain] = await linesOf([...entries.slice(0, 50), resumed, ...entries.slice(50)]);
    expect(again).toEqual(models);
    expect(configAgain).toEqual(config);
  });
});
