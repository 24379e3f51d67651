import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings } from '@entente/relationship';
import { describe, expect, it } from 'vitest';
import { coupleNamed, offlineRun } from '../../test/offline-run.js';
import { ASSUMED_LEVEL_MS, estimateCouple, type EstimatedCouple } from './estimate-couple.js';

const couple = coupleNamed('maya-jonas');
const named = (modelId: string, provider = 'openai') => ({ provider, modelId });
const coupleWith = (settings: Partial<RelationshipSettings> = {}, provider = 'offline'): EstimatedCouple => {
  const model = named('model', provider);
  return {
    couple,
    models: { actor: model, secondActor: model, director: model, judge: model, embedding: model },
    settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, ...settings },
  };
};
const LEAN = { reflection: 'off', partnerAppraisal: false, closing: false, recalledMemories: 0 } as const;
const free = { costOf: () => 0 };
const callsOf = (estimated: EstimatedCouple) =>
  Object.fromEntries(estimateCouple(estimated, free).byPrompt.map(({ prompt, calls }) => [prompt, calls]));

describe('what a run takes', () => {
  it('is 162 calls in ten scenes of two interactions beside those for vectors, and 110 with all that can be turned off', () => {
    expect(estimateCouple(coupleWith(), free)).toMatchObject({ calls: 182, levels: 90 });
    expect(estimateCouple(coupleWith({ semanticWeight: 0 }), free)).toMatchObject({ calls: 162, levels: 90 });
    expect(estimateCouple(coupleWith(LEAN), free)).toMatchObject({ calls: 110, levels: 80 });
  });

  it('is counted as a scene has it', () => {
    expect(callsOf(coupleWith({ scenes: 3, interactionsPerScene: 4, choices: 'offered', context: true }))).toEqual({
      'appraise-memories': 2,
      initialize: 1,
      'next-scene': 2,
      'generate-context': 3,
      embedding: 12,
      progress: 12,
      appraise: 24,
      choose: 12,
      'close-scene': 3,
      'assess-scene': 3,
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
    ['that remembers without meaning', { scenes: 6, semanticWeight: 0 }],
    ['of a single scene', { scenes: 1 }],
  ])('is what a run %s then takes', async (_what, settings) => {
    const { calls, inputTokens, outputTokens, byPrompt } = estimateCouple(coupleWith(settings), free);
    const { outcome, entries } = await offlineRun({ settings });
    const vectors = byPrompt.find(({ prompt }) => prompt === 'embedding')?.calls ?? 0;
    const embedded = entries.filter(({ type }) => type === 'embeddings-recorded').length;
    const usages = entries.flatMap((entry) =>
      entry.type === 'answer-recorded' ? [entry.result.usage] : entry.type === 'embeddings-recorded' ? [entry.usage] : [],
    );
    const sum = (of: (usage: (typeof usages)[number]) => number): number => usages.reduce((total, usage) => total + of(usage), 0);
    expect(outcome.status).toBe('completed');
    // If this fails, prompts have grown: measure PROMPT_SIZES and LINE_TOKENS again.
    // A move that nothing came before is not appraised twice by the one who answers it, so a run may take a few calls less.
    expect(usages.length - embedded).toBeLessThanOrEqual(calls - vectors);
    expect(usages.length - embedded).toBeGreaterThan(0.92 * (calls - vectors));
    expect(embedded).toBeLessThanOrEqual(vectors);
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
    expect(costing('vectors')).toBe(20);
    expect(costing('director')).toBe(10 + 20 + 10 + 10 + 10);
    // Half of the appraisals, choices and reflections, and the partner's own past.
    expect(costing('a')).toBe(20 + 10 + 10 + 1);
    expect(costing('b')).toBe(costing('a'));
    expect(costing('judge', null)).toBeNull();
  });

  it('takes no time where nobody real is asked, else about as long as the calls that follow one another', () => {
    expect(estimateCouple(coupleWith(), free).timeMs).toBe(0);
    expect(estimateCouple(coupleWith({}, 'openai'), free).timeMs).toBe(90 * ASSUMED_LEVEL_MS);
    expect(estimateCouple(coupleWith({}, 'openai'), { ...free, levelMs: 200 }).timeMs).toBe(18_000);
  });
});
