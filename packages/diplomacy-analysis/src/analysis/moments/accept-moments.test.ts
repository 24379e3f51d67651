import { readReply } from '@entente/llm-clients';
import { expect, it } from 'vitest';
import { playScript } from '../../testing/scripted-game.js';
import { readGameMaterial } from '../material/game-material.js';
import { acceptMoments } from './accept-moments.js';
import { reportedJudgementSchema } from './reported-judgement.js';

async function accepted(...moments: readonly object[]): Promise<ReturnType<typeof acceptMoments>> {
  const store = await playScript({
    S1901M: { FRANCE: { says: { ENGLAND: 'I keep out of the Channel.' }, orders: ['F BRE - ENG'], diary: 'England trusts me.' } },
  });
  const { phases } = await readGameMaterial('game', store);
  const read = readReply(JSON.stringify({ moments }), reportedJudgementSchema);
  if (!read.ok) throw new Error(read.complaint);
  return acceptMoments(read.value.moments, phases[0]!);
}

const betrayal = {
  category: 'BETRAYAL',
  powers_involved: ['FRANCE', 'ENGLAND'],
  promise_agreement: 'France keeps out.',
  actual_action: 'France sails in.',
  impact: 'War.',
  interest_score: 8,
  evidence: [{ quote: 'I keep out of the Channel', source: 'message' }],
};

it('keeps a moment with its quotes and where they stand', async () => {
  const { moments, dropped } = await accepted(betrayal);
  expect(moments).toEqual([
    {
      phase: 'S1901M',
      category: 'BETRAYAL',
      powers: ['FRANCE', 'ENGLAND'],
      agreement: 'France keeps out.',
      action: 'France sails in.',
      impact: 'War.',
      interest: 8,
      evidence: [{ quote: 'I keep out of the Channel', source: 'message', by: 'FRANCE', where: 'FRANCE to ENGLAND' }],
    },
  ]);
  expect(dropped).toEqual([]);
});

it('reads categories, powers, scores and evidence in other shapes', async () => {
  const { moments } = await accepted({
    ...betrayal,
    category: 'Playing both sides',
    powers_involved: 'France and Austria-Hungary',
    interest_score: '9/10',
    evidence: ['England trusts me', { quote: 'F BRE - ENG', source: 'the order of France' }],
  });
  expect(moments).toMatchObject([
    {
      category: 'PLAYING_BOTH_SIDES',
      powers: ['FRANCE', 'AUSTRIA'],
      interest: 9,
      evidence: [{ source: 'diary' }, { source: 'order', by: 'FRANCE' }],
    },
  ]);
});

it.each([
  ['a quote that occurs nowhere', { evidence: [{ quote: 'I shall never betray you', source: 'message' }] }, 'no-evidence', 2],
  ['no quote', { evidence: [] }, 'no-evidence', 1],
  ['a power that there is not', { powers_involved: ['FRANCE', 'PRUSSIA'] }, 'unknown-power', 1],
  ['a category that there is not', { category: 'DRAMA' }, 'unknown-kind', 1],
])('drops a moment with %s, and counts it', async (_name, parts, reason, count) => {
  const { moments, dropped } = await accepted({ ...betrayal, ...parts });
  expect(moments).toEqual([]);
  expect(dropped).toHaveLength(count);
  expect(dropped.at(-1)).toMatchObject({ what: 'moment', reason });
});

it('keeps a moment that has one good quote, without the others', async () => {
  const { moments, dropped } = await accepted({ ...betrayal, evidence: [...betrayal.evidence, 'Long live the king'] });
  expect(moments[0]?.evidence).toHaveLength(1);
  expect(dropped).toEqual([{ what: 'quote', reason: 'quote-not-found', text: 'Long live the king' }]);
});
