import {
  createOfflineModel,
  messageText,
  nodeClock,
  placeholdersOf,
  type PromptCall,
  readPromptWords,
  writePromptWords,
} from '@entente/llm-clients';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { agentPromptSamples } from '@entente/relationship-agent';
import { directorPromptSamples } from '@entente/scene-master';
import { shippedLibrary } from '@entente/relationship/node';
import { createMemoryStore, type RecordedFact, startRun } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { offlineResponders } from '../offline-responders.js';
import { coupleProgram } from '../relationship-program.js';
import { assertOfflineReads } from '../couple-runs/assert-offline-reads.js';
import { type OwnWords, WORD_SIDES } from './own-words.js';

const modelNamed = (provider: string) => ({ provider, modelId: 'm', baseUrl: null });
const playedBy = (provider: string, judge = provider) => ({
  actor: modelNamed(provider),
  secondActor: modelNamed(provider),
  director: modelNamed(provider),
  judge: modelNamed(judge),
});

const refusalOf = (words: OwnWords, models = playedBy('offline')): string | undefined => {
  try {
    assertOfflineReads(words, models);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the words that ship', () => {
  it('have every placeholder that a prompt needs', () => {
    for (const { words, needed } of Object.values(WORD_SIDES))
      for (const [name, placeholders] of Object.entries(needed))
        expect(placeholdersOf((words as Readonly<Record<string, string>>)[name] ?? '')).toEqual(
          expect.arrayContaining([...placeholders]),
        );
  });

  it('are read again from an export as no words of anybody else', () => {
    const { words, faults, notes } = readPromptWords(writePromptWords(WORD_SIDES), WORD_SIDES);
    expect({ words, faults, notes }).toEqual({ words: { agent: {}, director: {} }, faults: [], notes: [] });
  });

  it('each stand in a sample, and so count for the digest of prompts', () => {
    const marked = <Words extends Readonly<Record<string, string>>>(words: Words): Words =>
      Object.fromEntries(Object.entries(words).map(([name, text]) => [name, `<${name}>${text}`])) as unknown as Words;
    const textOf = (calls: readonly PromptCall<unknown>[]) =>
      calls.flatMap(({ messages }) => messages.map(messageText)).join('\n');
    const { agent, director } = WORD_SIDES;
    const shown = {
      agent: textOf(agentPromptSamples(marked(agent.words))),
      director: textOf(directorPromptSamples(marked(director.words))),
    };
    const absent = (['agent', 'director'] as const).flatMap((side) =>
      Object.keys(WORD_SIDES[side].words).flatMap((name) => (shown[side].includes(`<${name}>`) ? [] : [`${side}/${name}`])),
    );
    expect(absent).toEqual([]);
  });
});

describe('words and the offline couple', () => {
  it('refuses titles and lines that it would not find, in one line that names them', () => {
    expect(refusalOf({ agent: { 'title.now': 'JETZT' }, director: { 'scene.where': 'Wo: {setting}' } })).toMatch(
      /^The offline couple reads English prompts only.*agent\/title\.now, director\/scene\.where.*--model[^\n]*$/,
    );
  });

  it('refuses them only where the offline model reads them', () => {
    const ofDirector = { agent: {}, director: { 'title.scene': 'SZENE {scene}: {theme}' } };
    expect(refusalOf(ofDirector, playedBy('openai'))).toBeUndefined();
    expect(refusalOf(ofDirector, playedBy('openai', 'offline'))).toContain('director/title.scene');
    expect(refusalOf({ agent: { 'title.now': 'JETZT' }, director: {} }, playedBy('openai', 'offline'))).toBeUndefined();
  });

  it('plays on with all other words changed', async () => {
    const words = { agent: otherwise('agent'), director: otherwise('director') };
    expect(Object.keys(words.agent)).toEqual(expect.arrayContaining(['rules', 'task.choose', 'task.reflect']));
    expect(Object.keys(words.director)).toEqual(
      expect.arrayContaining(['rules', 'judge.rules', 'task.progress', 'score.question']),
    );
    const facts = await factsWith(words);
    expect(facts.filter(({ type }) => /missing|defaulted|failed/.test(type))).toEqual([]);
    expect(facts.filter(({ type }) => type === 'commitment-scored')).toHaveLength(4);
    expect(JSON.stringify(facts)).not.toContain('Xyzzy');
  });
});

/** Every word of a side that may be changed, changed beyond recognition but for placeholders and titles. */
function otherwise(side: keyof OwnWords): Readonly<Record<string, string>> {
  const changed = Object.entries(WORD_SIDES[side].words).map(([name, text]) => {
    const [title = ''] = name.startsWith('task.') ? text.split('\n') : [];
    const rest = placeholdersOf(text).filter((placeholder) => !title.includes(`{${placeholder}}`));
    return [name, [title, ...rest.map((placeholder) => `{${placeholder}}`), 'Xyzzy.'].join('\n').trim()] as const;
  });
  return Object.fromEntries(
    changed.filter(([name, text]) => refusalOf({ agent: {}, director: {}, [side]: { [name]: text } }) === undefined),
  );
}

async function factsWith(words: OwnWords): Promise<readonly RecordedFact[]> {
  const [couple] = shippedLibrary().couples;
  if (couple === undefined) throw new Error('No couple ships.');
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const settings = { ...DEFAULT_RELATIONSHIP_SETTINGS, scenes: 2, choices: 'offered', context: true } as const;
  const store = createMemoryStore();
  const program = coupleProgram({ couple, models: { actor: model, director: model }, settings, words });
  const description = { spec: {}, seed: '1', replicate: 0 };
  await startRun(program, { store, clock: nodeClock, packageVersion: 'test', runId: 'run', description });
  const facts: RecordedFact[] = [];
  for await (const entry of store.read('run')) if (entry.type === 'fact-recorded') facts.push(entry.fact);
  return facts;
}
