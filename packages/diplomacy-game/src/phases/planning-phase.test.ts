import { unrecordedScope } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import type { PowerMind } from '../agents/power-agent.js';
import type { GameTable } from '../game-table.js';
import { forEveryPower, initialGameState } from '../state/index.js';
import { planningPhase } from './planning-phase.js';

const never = () => Promise.reject(new Error('not asked for'));
const planner: PowerMind = {
  initialize: never,
  makePlan: async (_scope, { power }) => `${power} first.`,
  reviewNegotiation: never,
  reviewPhase: never,
  updateState: never,
  consolidateDiary: never,
};
const table: GameTable = {
  settings: {
    maxYear: 1901,
    negotiationRounds: 1,
    adaptiveRounds: false,
    planning: true,
    phaseSummaries: false,
    rulebook: 'python-compatible',
  },
  seats: forEveryPower(() => ({ model: 'test' })),
  agents: forEveryPower((power) => ({
    power,
    mind: power === 'TURKEY' ? null : planner,
    writeMessages: never,
    writeOrders: never,
  })),
};

describe('plans', () => {
  it('are made by every mind that has something to order, in the order of the powers', async () => {
    const { position } = initialGameState;
    const state = { ...initialGameState, position: { ...position, units: { ...position.units, FRANCE: [] } } };
    const facts = await planningPhase(unrecordedScope({ seed: 1 }), state, table);
    expect(facts.map((fact) => 'power' in fact && fact.power)).toEqual(['AUSTRIA', 'ENGLAND', 'GERMANY', 'ITALY', 'RUSSIA']);
    expect(facts[0]).toEqual({ type: 'plan-made', phase: 'S1901M', power: 'AUSTRIA', plan: 'AUSTRIA first.' });
  });
});
