import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings } from '@entente/relationship';
import { describe, expect, it } from 'vitest';
import { offlineRun } from '../../test/offline-run.js';
import { COUPLES } from '../couples/couples.js';
import { ASSUMED_LEVEL_MS, estimateCouple, type EstimatedCouple } from './estimate-couple.js';

const couple = COUPLES[0]!;
const named = (modelId: string, provider = 'openai') => ({ provider, modelId });
const coupleWith = (settings: Partial<RelationshipSettings> = {}, provider = 'offline'): EstimatedCouple => {
  const model = named('model', provider);
  return {
    couple,
    models: { actor: model, secondActor: model, director: model, judge: model, embedding: model },
    settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, ...settings },
  };
};
const LEAN = { reflection: 'off', partnerAppraisal: false, context: false, recalledMemories: 0 } as const;
const free = { costOf: () => 0 };
const callsOf = (estimated: EstimatedCouple) =>
  Object.fromEntries(estimateCouple(estimated, free).byPrompt.map(({ prompt, calls }) => [prompt, calls]));

describe('what a run takes', () => {
  it('is 162 calls in ten scenes of two interactions, and 100 with all that can be turned off', () => {
    expect(estimateCouple(coupleWith(), free)).toMatchObject({ calls: 162, levels: 80 });
    expect(estimateCouple(coupleWith(LEAN), free)).toMatchObject({ calls: 100, levels: 80 });
  });

  it('is counted as a scene has it', () => {
    expect(callsOf(coupleWith({ scenes: 3, interactionsPerScene: 4, choices: 'offered' }))).toEqual({
      'appraise-memories': 2,
      initialize: 1,
      'next-scene': 2,
      'generate-context': 3,
      embedding: 3,
      progress: 12,
      appraise: 24,
      act: 12,
      summarize: 3,
      reflect: 6,
      'commitment-score': 6,
    });
  });

  it('has no call for vectors without a model for them, and none about a past that nobody has', () => {
    const usual = coupleWith();
    const [first, second] = couple.partners;
    const partners = [
      { ...first, memories: [] },
      { ...second, memories: [] },
    ] as const;
    const calls = callsOf({ ...usual, couple: { ...couple, partners }, models: { ...usual.models, embedding: null } });
    expect(calls['embedding']).toBeUndefined();
    expect(calls['appraise-memories']).toBeUndefined();
  });

  it.each<readonly [string, Partial<RelationshipSettings>]>([
    ['as usual', {}],
    ['with many interactions', { scenes: 5, interactionsPerScene: 5 }],
    ['with offered choices', { scenes: 6, choices: 'offered' }],
    ['with a short memory', { scenes: 14, historyTokens: 900 }],
    ['with all turned off that can be', { scenes: 6, ...LEAN }],
    ['that remembers by feeling alone', { scenes: 6, semanticWeight: 0 }],
    ['of a single scene', { scenes: 1 }],
  ])('is what a run %s then takes', async (_what, settings) => {
    const { calls, inputTokens, outputTokens } = estimateCouple(coupleWith(settings), free);
    const { outcome, entries } = await offlineRun({ settings });
    const usages = entries.flatMap((entry) =>
      entry.type === 'answer-recorded' ? [entry.result.usage] : entry.type === 'embeddings-recorded' ? [entry.usage] : [],
    );
    const sum = (of: (usage: (typeof usages)[number]) => number): number => usages.reduce((total, usage) => total + of(usage), 0);
    expect(outcome.status).toBe('completed');
    // If this fails, prompts have grown: measure PROMPT_SIZES and LINE_TOKENS again.
    expect(calls).toBe(usages.length);
    expect(Math.abs(inputTokens / sum((usage) => usage.inputTokens) - 1)).toBeLessThan(0.15);
    expect(Math.abs(outputTokens / sum((usage) => usage.outputTokens) - 1)).toBeLessThan(0.15);
  });

  it('costs what every call costs, by who is asked', () => {
    const models = {
      actor: named('a'),
      secondActor: named('b'),
      director: named('director'),
      judge: named('judge'),
      embedding: named('vectors'),
    };
    const costing = (dear: string, price: number | null = 1) =>
      estimateCouple({ ...coupleWith(), models }, { costOf: ({ modelId }) => (modelId === dear ? price : 0) }).costUsd;
    expect(costing('judge')).toBe(20);
    expect(costing('vectors')).toBe(10);
    expect(costing('director')).toBe(10 + 10 + 20 + 10);
    // Half of the appraisals, choices and reflections, and the partner's own past.
    expect(costing('a')).toBe(20 + 10 + 10 + 1);
    expect(costing('b')).toBe(costing('a'));
    expect(costing('judge', null)).toBeNull();
  });

  it('takes no time where nobody real is asked, else about as long as the calls that follow one another', () => {
    expect(estimateCouple(coupleWith(), free).timeMs).toBe(0);
    expect(estimateCouple(coupleWith({}, 'openai'), free).timeMs).toBe(80 * ASSUMED_LEVEL_MS);
    expect(estimateCouple(coupleWith({}, 'openai'), { ...free, levelMs: 200 }).timeMs).toBe(16_000);
  });
});
