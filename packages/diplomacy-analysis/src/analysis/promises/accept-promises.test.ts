import { readReply } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { extractPromisesPrompt } from '../../analyst/prompts/extract-promises.js';
import { playScript } from '../../testing/scripted-game.js';
import { readGameMaterial } from '../material/game-material.js';
import { type AcceptedPromises, acceptPromises } from './accept-promises.js';

const GREETING = 'Hello France, I hope we can have peace';

/** Accepts a reply to the press of one Spring. */
async function accepted(reply: string): Promise<AcceptedPromises> {
  const store = await playScript({
    S1901M: {
      ENGLAND: { says: { FRANCE: GREETING } },
      FRANCE: {
        says: {
          ENGLAND: 'My fleet in Brest will sail to the Mid-Atlantic Ocean, and I keep out of the English Channel.',
          GERMANY: 'Italy will move its army from Venice to Piedmont, you will see.',
          GLOBAL: 'France attacks nobody this year.',
        },
      },
    },
  });
  const { phases } = await readGameMaterial('game', store);
  const read = readReply(reply, extractPromisesPrompt.schema);
  if (!read.ok) throw new Error(read.complaint);
  return acceptPromises(read.value.promises, { material: phases[0]!, phases });
}

const one = (parts: object): string => JSON.stringify({ promises: [parts] });

const move = {
  promiser: 'FRANCE',
  promisee: 'ENGLAND',
  kind: 'move',
  text: 'The fleet goes to sea.',
  quote: 'My fleet in Brest will sail to the Mid-Atlantic Ocean',
  orders: ['F BRE - MAO'],
};

describe('what a model reports as promised', () => {
  it('is kept if it occurs in a message of the promiser', async () => {
    const { promises, dropped } = await accepted(one(move));
    expect(promises).toEqual([
      {
        phase: 'S1901M',
        promiser: 'FRANCE',
        promisee: 'ENGLAND',
        kind: 'move',
        text: 'The fleet goes to sea.',
        quote: 'My fleet in Brest will sail to the Mid-Atlantic Ocean',
        orders: ['F BRE - MAO'],
        provinces: [],
        spares: null,
        due: 'S1901M',
        condition: null,
      },
    ]);
    expect(dropped).toEqual([]);
  });

  it('may name provinces, powers and kinds in any wording', async () => {
    const { promises } = await accepted(
      one({
        promiser: 'the French',
        promisee: 'Great Britain',
        kind: 'DMZ',
        quote: 'I KEEP OUT of the english channel',
        provinces: ['the English Channel'],
        orders: ['Fleet Brest to the Mid-Atlantic Ocean'],
        phase: 'F1902M',
        condition: null,
      }),
    );
    expect(promises).toMatchObject([
      {
        promiser: 'FRANCE',
        promisee: 'ENGLAND',
        kind: 'demilitarize',
        provinces: ['ENG'],
        orders: ['F BRE - MAO'],
        due: 'F1902M',
      },
    ]);
  });

  it('is made to the recipient of the message, even if the model names another', async () => {
    const { promises } = await accepted(one({ ...move, promisee: 'TURKEY' }));
    expect(promises[0]?.promisee).toBe('ENGLAND');
  });

  it('is made to everybody in a public message', async () => {
    const reply = { promiser: 'FRANCE', promisee: 'GLOBAL', kind: 'no-attack', quote: 'France attacks nobody this year' };
    expect((await accepted(one(reply))).promises).toMatchObject([{ promisee: 'GLOBAL', spares: null }]);
  });

  it.each([
    ['a quote that nobody wrote', { quote: 'I swear to sail to the Mid-Atlantic Ocean' }, 'quote-not-found'],
    ['no quote', { quote: '' }, 'quote-not-found'],
    ['a quote of somebody else', { promiser: 'GERMANY' }, 'quote-of-somebody-else'],
    ['a power that there is not', { promiser: 'SPAIN' }, 'unknown-power'],
    ['a kind that there is not', { kind: 'friendship' }, 'unknown-kind'],
  ])('is dropped with %s, and counted', async (_name, parts, reason) => {
    const { promises, dropped } = await accepted(one({ ...move, ...parts }));
    expect(promises).toEqual([]);
    expect(dropped).toMatchObject([{ what: 'promise', reason }]);
  });

  it("loses orders of other powers' units, which the speaker cannot promise", async () => {
    const { promises, dropped } = await accepted(
      one({
        promiser: 'FRANCE',
        promisee: 'GERMANY',
        kind: 'move',
        quote: 'Italy will move its army from Venice to Piedmont',
        orders: ['A VEN - PIE'],
      }),
    );
    expect(promises).toMatchObject([{ orders: [] }]);
    expect(dropped).toEqual([{ what: 'order', reason: 'unit-of-somebody-else', text: 'A VEN - PIE' }]);
  });

  it('is read in odd shapes', async () => {
    const fenced = `Here is what I found:\n\`\`\`json\n{"promises": [${JSON.stringify({ ...move, provinces: null, orders: 'F BRE - MAO' })},]}\n\`\`\``;
    expect((await accepted(fenced)).promises).toMatchObject([{ orders: ['F BRE - MAO'], provinces: [] }]);
    expect((await accepted('{"promises": []}')).promises).toEqual([]);
  });

  it('counts once where it is repeated', async () => {
    const { promises, dropped } = await accepted(JSON.stringify({ promises: [move, { ...move, text: 'Again.' }] }));
    expect(promises).toHaveLength(1);
    expect(dropped).toMatchObject([{ reason: 'said-twice' }]);
  });
});
