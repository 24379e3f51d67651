import { describe, expect, it } from 'vitest';
import { callBase, readWorkKey, workKey } from './call-base.js';
import { type CallPlace, readCallPlace } from './call-place.js';

const FRANCE = { phase: 'S1901M', power: 'FRANCE' } as const;

/** Each row: base as built, the same as journals have it, and what is read from it. */
const PLACES: readonly (readonly [string, string, Pick<CallPlace, 'stage' | 'phase' | 'power'> & Partial<CallPlace>])[] = [
  [callBase.initialization('FRANCE'), 'setup/FRANCE', { stage: 'initialization', ...FRANCE }],
  [callBase.message({ ...FRANCE, round: 2 }), 'S1901M/round-2/FRANCE', { stage: 'message', round: 2, ...FRANCE }],
  [callBase.plan(FRANCE), 'S1901M/plans/FRANCE', { stage: 'plan', ...FRANCE }],
  [callBase.planBeforeOrders(FRANCE), 'S1901M/orders/FRANCE/plan', { stage: 'plan', ...FRANCE }],
  [callBase.negotiationDiary(FRANCE), 'S1901M/orders/FRANCE/diary', { stage: 'negotiation-diary', ...FRANCE }],
  [callBase.orders(FRANCE), 'S1901M/orders/FRANCE', { stage: 'orders', ...FRANCE }],
  [
    callBase.phaseDiary(FRANCE),
    'deferred/S1901M/analysis/FRANCE/diary',
    { stage: 'phase-diary', ...FRANCE, work: { kind: 'analysis', ...FRANCE } },
  ],
  [
    callBase.stateUpdate(FRANCE),
    'deferred/S1901M/analysis/FRANCE/update',
    { stage: 'state-update', ...FRANCE, work: { kind: 'analysis', ...FRANCE } },
  ],
  [
    callBase.consolidation({ phase: 'S1902M', power: 'FRANCE' }),
    'deferred/S1902M/consolidation/FRANCE',
    {
      stage: 'consolidation',
      phase: 'S1902M',
      power: 'FRANCE',
      work: { kind: 'consolidation', phase: 'S1902M', power: 'FRANCE' },
    },
  ],
  [
    callBase.summary({ phase: 'S1901M' }),
    'deferred/S1901M/summary',
    { stage: 'summary', phase: 'S1901M', power: null, work: { kind: 'summary', phase: 'S1901M', power: null } },
  ],
];

describe('call paths of a game', () => {
  it.each(PLACES)('%s is built and read', (built, written, place) => {
    expect(built).toBe(written);
    expect(readCallPlace(`${built}#3`)).toEqual({ round: null, work: null, ...place, base: built, number: 3 });
    expect(readCallPlace(built)).toMatchObject({ number: 0 });
  });

  it('begin with the path of their round or phase', () => {
    expect(callBase.round({ phase: 'F1902M', round: 1 })).toBe('F1902M/round-1');
    expect(callBase.ordersOfAll({ phase: 'F1902M' })).toBe('F1902M/orders');
  });

  it.each(['', 'S1901M', 'S1901M/toasts/FRANCE#0', 'deferred/S1901M/toasts/FRANCE#0', 'deferred', 'scene-1/beat-1/ALICE#0'])(
    'are told from others: %s',
    (path) => expect(readCallPlace(path)).toBeNull(),
  );
});

describe('keys of deferred work', () => {
  it('are built and read', () => {
    expect(readWorkKey(workKey.analysis(FRANCE))).toEqual({ kind: 'analysis', ...FRANCE });
    expect(readWorkKey(workKey.summary(FRANCE))).toEqual({ kind: 'summary', phase: 'S1901M', power: null });
    expect(readWorkKey('S1901M/toasts/FRANCE')).toBeNull();
  });
});
