import { type GenerateRequest, type LanguageModel, messageText, nodeClock } from '@entente/llm-clients';
import { createScriptedModel, type ScriptedEntry } from '@entente/llm-clients/scripted';
import { replayRun, startRun } from '@entente/simulation-core';
import type { JournalStore } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import type { AnalysisState } from '../analysis/analysis-state.js';
import { type GameMaterial, readGameMaterial } from '../analysis/material/game-material.js';
import { type GameScript, playScript } from '../testing/scripted-game.js';
import { analysisProgram } from './analysis-program.js';

const script: GameScript = {
  S1901M: {
    FRANCE: {
      says: { ENGLAND: 'I will not enter the English Channel.', GERMANY: 'I will support your move to Burgundy from Paris.' },
      orders: ['F BRE - ENG', 'A PAR S A MUN - BUR'],
      diary: 'England believes me, so the Channel is mine.',
    },
    GERMANY: { orders: ['A MUN - BUR'] },
  },
};

const promises = [
  {
    promiser: 'FRANCE',
    promisee: 'ENGLAND',
    kind: 'demilitarize',
    text: 'The Channel stays empty.',
    quote: 'I will not enter the English Channel',
    provinces: ['English Channel'],
  },
  {
    promiser: 'FRANCE',
    promisee: 'GERMANY',
    kind: 'support',
    text: 'Paris supports Munich into Burgundy.',
    quote: 'I will support your move to Burgundy from Paris',
    orders: ['A PAR S A MUN - BUR'],
  },
];

const judgement = {
  promises: [{ number: 1, verdict: 'broken', reason: '', intention: 'deliberate', quote: 'England believes me' }],
  moments: [
    {
      category: 'betrayal',
      powers_involved: ['FRANCE', 'ENGLAND'],
      promise_agreement: 'An empty Channel.',
      actual_action: 'France sailed into it.',
      impact: 'England is in danger.',
      interest_score: 8,
      evidence: [{ quote: 'F BRE - ENG', source: 'order' }],
    },
  ],
};

const inSpring = ({ messages }: Pick<GenerateRequest, 'messages'>): boolean =>
  messages.some((message) => messageText(message).includes('ALL PRESS OF S1901M'));

const isAbout =
  (prompt: string): ScriptedEntry['when'] =>
  (request: GenerateRequest) =>
    request.label?.name === prompt && inSpring(request);

function judge(overrides: readonly ScriptedEntry[] = []): ReturnType<typeof createScriptedModel> {
  return createScriptedModel([
    ...overrides,
    { when: isAbout('extract-promises'), reply: { json: { promises } } },
    { when: isAbout('judge-phase'), reply: { json: judgement } },
    { when: (request) => request.label?.name === 'judge-phase', reply: { json: { promises: [], moments: [] } } },
    { when: (request) => request.label?.name === 'tell-the-game', reply: 'France lied once.' },
  ]);
}

async function analysed(
  game: GameMaterial,
  store: JournalStore,
  model: LanguageModel,
): Promise<{ readonly state: AnalysisState; readonly asked: number }> {
  const outcome = await startRun(analysisProgram(game, model), {
    store,
    clock: nodeClock,
    packageVersion: 'test',
    runId: 'analysis',
    description: { spec: {}, seed: '1', replicate: 0 },
  });
  if (outcome.status !== 'completed') throw outcome.error;
  return outcome;
}

describe('an analysis', () => {
  it('counts a kept promise as kept and a broken one as broken, on purpose where the diary says so', async () => {
    const store = await playScript(script);
    const { state } = await analysed(await readGameMaterial('game', store), store, judge());
    const spring = state.judged.find(({ phase }) => phase === 'S1901M');
    expect(spring?.promises).toMatchObject([
      {
        promisee: 'ENGLAND',
        verdict: 'broken',
        judgedBy: 'orders',
        actual: ['F BRE - ENG'],
        intention: 'deliberate',
        evidence: 'England believes me',
      },
      { promisee: 'GERMANY', verdict: 'kept', judgedBy: 'orders', actual: ['A PAR S A MUN - BUR'], intention: 'unknown' },
    ]);
    expect(spring?.moments).toMatchObject([{ category: 'BETRAYAL', evidence: [{ where: 'orders of FRANCE' }] }]);
    expect(state.story).toBe('France lied once.');
    expect(state.missing).toEqual([]);
  });

  it('asks for no promises of a phase without press, and shows the judge the outcome of promises', async () => {
    const store = await playScript(script);
    const model = judge();
    const { asked } = await analysed(await readGameMaterial('game', store), store, model);
    const names = model.requests.map(({ label }) => label?.name);
    // Nobody writes anything in Fall.
    expect(names.filter((name) => name === 'extract-promises')).toHaveLength(1);
    expect(names.filter((name) => name === 'judge-phase')).toHaveLength(2);
    expect(asked).toBe(4);
    const shown = JSON.stringify(model.requests.find((request) => request.label?.name === 'judge-phase' && inSpring(request)));
    expect(shown).toContain('Verdict: broken. In S1901M FRANCE ordered F BRE - ENG.');
    expect(shown).toContain('England believes me, so the Channel is mine.');
    const extraction = JSON.stringify(model.requests.find(({ label }) => label?.name === 'extract-promises'));
    expect(extraction).not.toContain('England believes me');
    expect(extraction).not.toContain('F BRE - ENG');
  });

  it('lists missing phases, and keeps the verdicts from orders', async () => {
    const store = await playScript(script);
    const model = judge([{ when: isAbout('judge-phase'), reply: 'I would rather not say.' }]);
    const { state } = await analysed(await readGameMaterial('game', store), store, model);
    expect(state.missing).toMatchObject([{ part: 'moments', phase: 'S1901M', reason: 'unparsable' }]);
    const spring = state.judged.find(({ phase }) => phase === 'S1901M');
    expect(spring?.moments).toBeNull();
    expect(spring?.promises.map(({ verdict }) => verdict)).toEqual(['broken', 'kept']);
  });

  it('asks again where a reply has another shape, and counts what it drops', async () => {
    const store = await playScript(script);
    const invented = { ...promises[0], quote: 'I swear it on the Bible' };
    const model = judge([
      {
        when: isAbout('extract-promises'),
        reply: [{ json: { promises: 'two' } }, { json: { promises: [...promises, invented] } }],
      },
    ]);
    const { state, asked } = await analysed(await readGameMaterial('game', store), store, model);
    expect(asked).toBe(5);
    const found = state.found.find(({ phase }) => phase === 'S1901M');
    expect(found?.promises).toHaveLength(2);
    expect(found?.dropped).toEqual([{ what: 'promise', reason: 'quote-not-found', text: 'FRANCE: I swear it on the Bible' }]);
  });

  it('lists phases whose promises are missing', async () => {
    const store = await playScript(script);
    const model = judge([{ when: isAbout('extract-promises'), reply: { text: '', finishReason: 'refusal' } }]);
    const { state } = await analysed(await readGameMaterial('game', store), store, model);
    expect(state.missing).toMatchObject([{ part: 'promises', phase: 'S1901M', reason: 'refusal' }]);
  });

  it('replays from its record without asking', async () => {
    const store = await playScript(script);
    const game = await readGameMaterial('game', store);
    const { state } = await analysed(game, store, judge());
    const replayed = await replayRun(analysisProgram(game, createScriptedModel([])), 'analysis', store);
    expect(replayed.state).toEqual(state);
  });
});
