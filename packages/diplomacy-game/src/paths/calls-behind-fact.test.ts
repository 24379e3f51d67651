import { expect, test } from 'vitest';
import type { GameFact } from '../state/game-facts.js';
import { readCallPlace } from './call-place.js';
import { callsBehindFact } from './calls-behind-fact.js';

const FRANCE = { phase: 'S1901M', power: 'FRANCE' } as const;
const diary = (kind: 'negotiation' | 'orders' | 'phase-result'): GameFact => ({
  type: 'diary-written',
  ...FRANCE,
  kind,
  text: '',
});

test.each([
  [{ type: 'agent-initialized', ...FRANCE, goals: [], relationships: {} }, 'initialization'],
  [diary('negotiation'), 'negotiation-diary'],
  [diary('orders'), 'orders'],
  [diary('phase-result'), 'phase-diary'],
  [{ type: 'agent-updated', ...FRANCE }, 'state-update'],
  [{ type: 'plan-made', ...FRANCE, plan: '' }, 'plan'],
  [{ type: 'orders-submitted', ...FRANCE, orders: [], valid: 0, repaired: 0, illegal: [] }, 'orders'],
  [{ type: 'diary-consolidated', power: 'FRANCE', throughYear: 1901, text: '' }, 'consolidation'],
] as const satisfies readonly (readonly [GameFact, string])[])('%o rests on a call of its power', (fact, stage) => {
  for (const call of callsBehindFact(fact)) expect(readCallPlace(`${call}#0`)).toMatchObject({ stage, power: 'FRANCE' });
});

test('a consolidation is made in the Spring behind its years', () => {
  const [call] = callsBehindFact({ type: 'diary-consolidated', power: 'FRANCE', throughYear: 1901, text: '' });
  expect(readCallPlace(`${call}#0`)).toMatchObject({ phase: 'S1902M' });
});

test('facts of the rules alone rest on no call', () =>
  expect(callsBehindFact({ type: 'game-ended', ending: 'max-year' })).toEqual([]));
