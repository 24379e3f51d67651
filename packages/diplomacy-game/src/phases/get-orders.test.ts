import type { Power } from '@entente/diplomacy-rules';
import { type GenerateResult, NO_USAGE, RefusalError } from '@entente/llm-clients';
import { unrecordedScope } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import type { OrderComplaints, PowerAgent, WrittenOrders } from '../agents/power-agent.js';
import type { GameTable } from '../game-table.js';
import { forEveryPower, type GameFact, initialGameState, type Observation } from '../state/index.js';
import { getOrders } from './get-orders.js';

const result: GenerateResult = {
  text: 'I would rather not.',
  finishReason: 'refusal',
  usage: NO_USAGE,
  latencyMs: 0,
  attempts: [],
  droppedParameters: [],
};

type WriteOrders = (observation: Observation, complaints?: OrderComplaints) => Promise<WrittenOrders>;

const holds: WriteOrders = async ({ position, power }) => ({
  orders: position.units[power].map((unit) => `${unit} H`),
  reasoning: '',
});

/** Makes a table with this mind for France; all other powers hold. */
const tableOf = (playFrance: WriteOrders, mind: PowerAgent['mind'] = null): GameTable => ({
  settings: {
    maxYear: 1901,
    negotiationRounds: mind ? 1 : 0,
    adaptiveRounds: false,
    planning: false,
    phaseSummaries: false,
    rulebook: 'python-compatible',
  },
  seats: forEveryPower(() => ({ model: 'test' })),
  agents: forEveryPower((power) => ({
    power,
    mind: power === 'FRANCE' ? mind : null,
    writeMessages: async () => ({ messages: [], done: true }),
    writeOrders: (_scope, observation, complaints) => (power === 'FRANCE' ? playFrance : holds)(observation, complaints),
  })),
});

const factsOf = async (table: GameTable, power: Power = 'FRANCE'): Promise<readonly GameFact[]> => {
  const facts = await getOrders(unrecordedScope({ seed: 1 }), initialGameState, table);
  return facts.filter((fact) => 'power' in fact && fact.power === power);
};

const about = { phase: 'S1901M', power: 'FRANCE' } as const;

describe('orders of a power', () => {
  it('are asked for once if all are legal', async () => {
    let asked = 0;
    const table = tableOf(async () => {
      asked += 1;
      return { orders: ['A PAR - BUR', 'A MAR - SPA', 'F BRE - MAO'], reasoning: 'Iberia first.' };
    });

    expect(await factsOf(table)).toEqual([
      { type: 'diary-written', ...about, kind: 'orders', text: 'Iberia first.' },
      {
        type: 'orders-submitted',
        ...about,
        orders: ['A PAR - BUR', 'A MAR - SPA', 'F BRE - MAO'],
        valid: 3,
        repaired: 0,
        illegal: [],
      },
    ]);
    expect(asked).toBe(1);
  });

  it('are asked for a second time with the exact complaints, and the legal ones stay', async () => {
    const heard: (OrderComplaints | undefined)[] = [];
    const table = tableOf(async (_observation, complaints) => {
      heard.push(complaints);
      return complaints === undefined
        ? { orders: ['A PAR - BUR', 'A MAR - LON'], reasoning: 'Bold.' }
        : { orders: ['A MAR - SPA'], reasoning: '' };
    });

    expect(await factsOf(table)).toEqual([
      { type: 'diary-written', ...about, kind: 'orders', text: 'Bold.' },
      {
        type: 'orders-submitted',
        ...about,
        orders: ['A MAR - SPA', 'A PAR - BUR'],
        valid: 1,
        repaired: 1,
        illegal: ['A MAR - LON'],
      },
      {
        type: 'orders-defaulted',
        ...about,
        units: ['F BRE'],
        reason: 'illegal',
        detail: 'F BRE has no order.',
      },
    ]);
    expect(heard).toHaveLength(2);
    expect(heard[1]?.written.orders).toEqual(['A PAR - BUR', 'A MAR - LON']);
    expect(heard[1]?.complaints[0]).toMatch(/^"A MAR - LON" is not allowed: /);
    expect(heard[1]?.complaints.slice(1)).toEqual(['F BRE has no order.', 'A MAR has no order.']);
  });

  it('are not asked for again where every unit has one, even if other texts are wrong', async () => {
    let asked = 0;
    const table = tableOf(async () => {
      asked += 1;
      return { orders: ['A PAR - BUR', 'A PAR H', 'A MAR - SPA', 'A MUN - BUR', 'F BRE - MAO'], reasoning: '' };
    });
    expect(await factsOf(table)).toMatchObject([
      { orders: ['A PAR - BUR', 'A MAR - SPA', 'F BRE - MAO'], valid: 3, repaired: 0, illegal: ['A PAR H', 'A MUN - BUR'] },
    ]);
    expect(asked).toBe(1);
  });

  it('default with the reason after a refusal, and are not asked for again', async () => {
    let asked = 0;
    const table = tableOf(async () => {
      asked += 1;
      throw new RefusalError('The model declined.', result);
    });

    expect(await factsOf(table)).toEqual([
      { type: 'orders-submitted', ...about, orders: [], valid: 0, repaired: 0, illegal: [] },
      {
        type: 'orders-defaulted',
        ...about,
        units: ['F BRE', 'A MAR', 'A PAR'],
        reason: 'refusal',
        detail: 'The model declined.',
      },
    ]);
    expect(asked).toBe(1);
  });

  it('default as not ordered where nothing was written', async () => {
    const facts = await factsOf(tableOf(async () => ({ orders: [], reasoning: '' })));
    expect(facts.at(-1)).toMatchObject({ type: 'orders-defaulted', reason: 'not-ordered', units: ['F BRE', 'A MAR', 'A PAR'] });
  });

  it('are written with the diary of the negotiation in view', async () => {
    const seen: Observation[] = [];
    const never = () => Promise.reject(new Error('not asked in this phase'));
    const table = tableOf(
      async (observation) => {
        seen.push(observation);
        return holds(observation);
      },
      {
        initialize: never,
        makePlan: never,
        reviewPhase: never,
        updateState: never,
        consolidateDiary: never,
        reviewNegotiation: async () => ({ diary: 'Italy lies.', relationships: { ITALY: 'Enemy' } }),
      },
    );

    const facts = await factsOf(table);
    expect(facts.map(({ type }) => type)).toEqual(['diary-written', 'agent-updated', 'orders-submitted']);
    expect(seen[0]?.self.diary).toEqual([{ phase: 'S1901M', kind: 'negotiation', text: 'Italy lies.' }]);
    expect(seen[0]?.self.relationships).toEqual({ ITALY: 'Enemy' });
  });

  it('stop the game where anything but the reply is broken', async () => {
    const table = tableOf(() => Promise.reject(new TypeError('no wire')));
    await expect(factsOf(table)).rejects.toThrow('no wire');
  });
});
