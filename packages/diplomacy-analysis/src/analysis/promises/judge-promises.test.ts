import { expect, it } from 'vitest';
import { playScript } from '../../testing/scripted-game.js';
import { readGameMaterial } from '../material/game-material.js';
import type { ReportedVerdict } from '../moments/reported-judgement.js';
import { judgePromises } from './judge-promises.js';
import type { CheckedPromise } from './press-promise.js';

const promise: CheckedPromise = {
  phase: 'S1901M',
  promiser: 'FRANCE',
  promisee: 'ENGLAND',
  kind: 'demilitarize',
  text: 'The Channel stays empty.',
  quote: 'I keep out of the Channel',
  orders: [],
  provinces: ['ENG'],
  spares: null,
  due: 'S1901M',
  condition: null,
  verdict: 'broken',
  judgedIn: 'S1901M',
  explanation: 'In S1901M FRANCE ordered F BRE - ENG.',
  actual: ['F BRE - ENG'],
};
const open: CheckedPromise = {
  ...promise,
  kind: 'other',
  verdict: 'undetermined',
  explanation: 'Orders alone do not tell.',
  actual: [],
};

const said = (parts: Partial<ReportedVerdict>): ReportedVerdict => ({
  number: 1,
  verdict: 'broken',
  reason: '',
  intention: 'unknown',
  quote: '',
  ...parts,
});

async function judged(
  checked: CheckedPromise,
  ...reported: readonly ReportedVerdict[]
): Promise<ReturnType<typeof judgePromises>> {
  const store = await playScript({
    S1901M: {
      FRANCE: {
        says: { ENGLAND: 'I keep out of the Channel.' },
        orders: ['F BRE - ENG'],
        diary: 'England trusts me, so I sail.',
      },
      ENGLAND: { diary: 'France surely lies.' },
    },
  });
  const { phases } = await readGameMaterial('game', store);
  return judgePromises([checked], reported, phases[0]!);
}

it('takes it for deliberate where the diary of the promiser says so', async () => {
  const { promises, dropped } = await judged(promise, said({ intention: 'Deliberate', quote: 'England trusts me' }));
  expect(promises).toMatchObject([
    { verdict: 'broken', judgedBy: 'orders', intention: 'deliberate', evidence: 'England trusts me' },
  ]);
  expect(dropped).toEqual([]);
});

it.each([
  ['a diary of somebody else', 'France surely lies'],
  ['a message', 'I keep out of the Channel'],
  ['nothing', 'I shall strike'],
])('leaves the intention unknown where the quote is from %s', async (_name, quote) => {
  const { promises, dropped } = await judged(promise, said({ intention: 'deliberate', quote }));
  expect(promises).toMatchObject([{ verdict: 'broken', intention: 'unknown', evidence: null }]);
  expect(dropped).toMatchObject([{ what: 'intention', reason: 'quote-not-found' }]);
});

it('lets nobody overrule the orders', async () => {
  const { promises } = await judged(promise, said({ verdict: 'kept', quote: 'I keep out of the Channel' }));
  expect(promises).toMatchObject([{ verdict: 'broken', judgedBy: 'orders' }]);
});

it('takes the verdict of the judge where orders do not tell, if there is a quote for it', async () => {
  const { promises } = await judged(open, said({ verdict: 'Kept', reason: 'It did.', quote: 'F BRE - ENG' }));
  expect(promises).toMatchObject([
    { verdict: 'kept', judgedBy: 'model', explanation: 'Orders alone do not tell. It did.', evidence: 'F BRE - ENG' },
  ]);
});

it('leaves open what is judged without a quote, or not at all', async () => {
  const without = await judged(open, said({ verdict: 'broken', quote: 'as everybody knows' }));
  expect(without.promises).toMatchObject([{ verdict: 'undetermined', judgedBy: 'nobody' }]);
  expect(without.dropped).toMatchObject([{ what: 'verdict', reason: 'quote-not-found' }]);
  const silent = await judged(open);
  expect(silent.promises).toMatchObject([{ verdict: 'undetermined', judgedBy: 'nobody' }]);
});

it('counts verdicts on promises that there are not', async () => {
  const { dropped } = await judged(promise, said({ number: 7 }));
  expect(dropped).toMatchObject([{ what: 'verdict', reason: 'unknown-promise' }]);
});
