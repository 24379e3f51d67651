import { type LanguageModel, nodeClock, TransportError } from '@entente/llm-clients';
import {
  DEFAULT_RELATIONSHIP_SETTINGS,
  commitmentLogOf,
  otherPartner,
  PARTNERS,
  readCouplePath,
  type RelationshipFact,
  relationshipFactSchema,
  roughTokens,
} from '@entente/relationship';
import { SceneMaster } from '@entente/scene-master';
import { createMemoryStore, measureRun, replayRun, resumeRun } from '@entente/simulation-core';
import { expect, test, vi } from 'vitest';
import { factsIn, labelOf, offlineProgram, offlineRun, partOf, readAll, shown } from './offline-run.js';

/** Refuses every request of one prompt. */
const refusing =
  (label: string) =>
  (model: LanguageModel): LanguageModel => ({
    ...model,
    generate: async (request) => {
      const result = await model.generate(request);
      return labelOf(request) === label ? { ...result, text: 'I will not.', finishReason: 'refusal' } : result;
    },
  });

/** Run that most tests examine: ten scenes of two interactions, with the default settings. */
const tenScenes = offlineRun();

const settings = { packageVersion: 'test', clock: nodeClock };
const factsOf = <Type extends RelationshipFact['type']>(facts: readonly RelationshipFact[], type: Type) =>
  facts.filter((fact): fact is Extract<RelationshipFact, { type: Type }> => fact.type === type);

test('ten scenes of two interactions are at most 90 calls deep, and make at most 162 calls', async () => {
  const { outcome, entries, requests } = await tenScenes;
  expect(outcome.status).toBe('completed');
  expect(factsOf(await factsOfTen(), 'opening-missing')).toEqual([]);
  expect(requests.length).toBeGreaterThan(140);
  expect(requests.length).toBeLessThanOrEqual(162);
  const { levels } = await measureRun(entries);
  expect(levels).toBeGreaterThan(80);
  expect(levels).toBeLessThanOrEqual(90);
});

const factsOfTen = async (): Promise<readonly RelationshipFact[]> => (await tenScenes).facts;

test('each partner acts at least once in every scene, and it is the one whom the director named', async () => {
  const facts = await factsOfTen();
  const narrated = factsOf(facts, 'beat-narrated');
  const made = factsOf(facts, 'choice-made');
  expect(made.map(({ partner }) => partner)).toEqual(narrated.map(({ actor }) => actor));
  for (let scene = 1; scene <= 10; scene++)
    expect([...new Set(made.filter((choice) => choice.scene === scene).map(({ partner }) => partner))].toSorted()).toEqual(
      PARTNERS,
    );
});

test('every deed, the last of a scene included, is appraised by the other one, and every moment with news by who moves', async () => {
  const facts = await factsOfTen();
  const appraised = new Set(factsOf(facts, 'beat-appraised').map(({ scene, beat, partner }) => `${scene} ${beat} ${partner}`));
  const expected = factsOf(facts, 'beat-narrated').flatMap(({ scene, beat, actor, narrative, onlySees }) => {
    const isNews = beat === 1 || narrative !== '' || onlySees[actor] !== '';
    return (isNews ? PARTNERS : [otherPartner(actor)]).map((feeling) => `${scene} ${beat} ${feeling}`);
  });
  expect([...appraised].toSorted()).toEqual(expected.toSorted());
});

test('the director knows the place of each beat in its scene, and who has not moved yet when only one beat is left', async () => {
  const progress = vi.spyOn(SceneMaster.prototype, 'progress');
  const { facts } = await offlineRun({ settings: { scenes: 2, interactionsPerScene: 3 } });
  const places = progress.mock.calls.map(([, { scene }, { beat, beats, mayAct }]) => ({ scene, beat, beats, mayAct }));
  progress.mockRestore();
  expect(places.map(({ beat, beats }) => [beat, beats])).toEqual([1, 2, 3, 1, 2, 3].map((beat) => [beat, 3]));
  for (const { scene, beat, mayAct } of places) {
    const moved = factsOf(facts, 'choice-made').filter((choice) => choice.scene === scene && choice.beat < beat);
    const waiting = PARTNERS.filter((partner) => !moved.some((choice) => choice.partner === partner));
    expect(mayAct).toEqual(waiting.length > 0 && waiting.length >= 3 - beat + 1 ? waiting : PARTNERS);
  }
});

test('a scene closes after its last deed was appraised and before it is summed up', async () => {
  const facts = (await factsOfTen()).filter((fact) => 'scene' in fact && fact.scene === 1);
  const order = facts.map(({ type }) => type);
  expect(order.lastIndexOf('beat-appraised')).toBeLessThan(order.indexOf('scene-closed'));
  expect(order.indexOf('scene-closed')).toBeLessThan(order.indexOf('scene-summarized'));
  expect(order.indexOf('scene-summarized')).toBeLessThan(order.indexOf('relation-assessed'));
  expect(order.indexOf('relation-assessed')).toBeLessThan(order.indexOf('reflection-made'));
});

test('where the state decides, every score is in before the next scene is chosen, and a break-up ends the run', async () => {
  const assess = vi.spyOn(SceneMaster.prototype, 'assessScene').mockImplementation(async (_scope, { scene }) => ({
    states: scene === 2 ? [{ state: 'breakup', to: 'hard', quote: 'It is over.' }] : [],
    facts: [],
    told: [],
  }));
  const byState = await offlineRun({ settings: { scenes: 4, order: 'by-state' } });
  const fixed = await offlineRun({ settings: { scenes: 3, reflection: 'off', recalledMemories: 0 } });
  assess.mockRestore();
  expect(byState.outcome.status).toBe('completed');
  expect(byState.outcome.state.scenes).toHaveLength(2);
  expect(commitmentLogOf(byState.outcome.state).map(({ scores }) => typeof scores.A.score)).toEqual(['number', 'number']);
  const second = byState.facts.findIndex((fact) => fact.type === 'scene-opened' && fact.scene === 2);
  expect(factsOf(byState.facts.slice(0, second), 'commitment-scored')).toHaveLength(2);
  expect(fixed.outcome.state.scenes).toHaveLength(3);
});

test.each([
  ['recalledMemories', 0, ['appraise-memories', 'embedding']],
  ['semanticWeight', 0, ['embedding']],
  ['context', false, ['generate-context']],
  ['closing', false, ['close-scene']],
  ['reflection', 'off', ['reflect']],
])('with %s at %s nothing is asked for that it turns off', async (name, value, unasked) => {
  const { entries } = await offlineRun({ settings: { scenes: 1, [name]: value } });
  const asked = Object.keys((await measureRun(entries)).byLabel);
  expect(asked.filter((label) => unasked.includes(label))).toEqual([]);
});

test('every call path on record is one that the reader of call paths knows', async () => {
  const withContext = await offlineRun({ settings: { scenes: 1, context: true, choices: 'offered' } });
  const paths = [...(await tenScenes).entries, ...withContext.entries].flatMap((entry) =>
    entry.type === 'answer-recorded' || entry.type === 'embeddings-recorded' ? [entry.path] : [],
  );
  expect(paths.filter((path) => readCouplePath(path) === undefined)).toEqual([]);
  const scopes = new Set(paths.map((path) => readCouplePath(path)?.scope));
  const scopesOfScenes = ['assess', 'closing', 'commitment', 'context', 'opening', 'past', 'reflections', 'summary'] as const;
  const scopesOfBeats = ['appraise', 'choose', 'partner', 'progress', 'recall'] as const;
  expect([...scopes].toSorted()).toEqual([...scopesOfScenes, ...scopesOfBeats].toSorted());
});

test('a finished run has a score from 0 to 10 and a reasoning for each partner after each scene', async () => {
  const log = commitmentLogOf((await tenScenes).outcome.state);
  expect(log.map(({ scene }) => scene)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const { scores } of log)
    for (const score of [scores.A, scores.B]) {
      if (score.score === null) throw new Error('a score is missing');
      expect(score.score >= 0 && score.score <= 10).toBe(true);
      expect(score.reasoning).not.toBe('');
    }
});

test('every fact of a run can be read back by its schema', async () => {
  for (const fact of await factsOfTen()) expect(relationshipFactSchema.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact);
});

test('a run follows its arc, or names the step that gave way, and no scenario comes twice', async () => {
  const openings = (await tenScenes).outcome.state.scenes.map(({ opening }) => opening);
  expect(openings.map(({ category, insteadOf }) => insteadOf ?? category)).toEqual(
    ['Relationship Development', 'Challenges or Tests', 'Conflict & Repair', 'Deepening or Milestones', 'Modern Life'].flatMap(
      (category) => [category, category],
    ),
  );
  expect(openings.filter(({ insteadOf }) => insteadOf === undefined).length).toBeGreaterThan(6);
  expect(new Set(openings.map(({ scenario }) => scenario)).size).toBe(10);
});

test('replay rebuilds the run with no call at all', async () => {
  const store = createMemoryStore();
  const { outcome } = await offlineRun({ store, settings: { scenes: 3 } });
  const { program } = offlineProgram({
    settings: { scenes: 3 },
    through: (model) => ({
      ...model,
      generate: () => {
        throw new Error('asked during replay');
      },
    }),
  });
  expect((await replayRun(program, 'run', store)).state).toEqual(outcome.state);
});

test('what comes back first changes neither facts nor state', async () => {
  const dawdling =
    (salt: number) =>
    (model: LanguageModel): LanguageModel => {
      let asked = salt;
      return {
        ...model,
        generate: async (request) => {
          const result = await model.generate(request);
          for (let turns = (++asked * 7919) % 23; turns > 0; turns--) await Promise.resolve();
          return result;
        },
      };
    };
  const runs = await Promise.all([5, 11].map((salt) => offlineRun({ through: dawdling(salt), settings: { scenes: 4 } })));
  expect(runs[1]!.facts).toEqual(runs[0]!.facts);
});

test('the scene after sees the summary of the scene before', async () => {
  const { outcome, requests } = await tenScenes;
  const openings = requests.filter((request) => labelOf(request) === 'next-scene');
  expect(openings).toHaveLength(9);
  openings.forEach((request, index) => expect(shown(request)).toContain(outcome.state.scenes[index]!.summary));
});

test('nothing that one alone thinks or knows ever stands in a prompt of the other one', async () => {
  let marked = 0;
  const fields: Readonly<Record<string, string>> = { appraise: 'thought', reflect: 'reflection', choose: 'reason' };
  const ownerOf = (text: string): string | undefined => /^You are (\w+)\./m.exec(text)?.[1];
  const marking = (model: LanguageModel): LanguageModel => ({
    ...model,
    generate: async (request) => {
      const result = await model.generate(request);
      const field = fields[labelOf(request)];
      if (field === undefined) return result;
      const text = { ...JSON.parse(result.text), [field]: `secret ${++marked} of ${ownerOf(shown(request))}` } as object;
      return { ...result, text: JSON.stringify(text) };
    },
  });
  const { outcome, requests } = await offlineRun({ through: marking, settings: { scenes: 6, context: true } });
  const { partners, secrets } = outcome.state;
  const partnerPrompts = requests.filter((request) => ownerOf(shown(request)) !== undefined);
  let found = 0;
  for (const request of partnerPrompts) {
    const text = shown(request);
    const owner = ownerOf(text);
    for (const [, name] of text.matchAll(/secret \d+ of (\w+)/g)) {
      found++;
      expect(name, `${labelOf(request)} of ${owner}`).toBe(owner);
    }
    for (const secret of secrets)
      if (secret.told === null && partners![secret.owner].name !== owner) expect(text).not.toContain(secret.text);
  }
  expect(marked).toBeGreaterThanOrEqual(6 * (2 + 2 + 2)); // a moment without news is not appraised again
  expect(found).toBeGreaterThan(100);
  expect(secrets.filter(({ told }) => told === null).length).toBeGreaterThan(3);
});

test('from call to call within a scene prompts only grow: providers can keep their beginnings', async () => {
  const { requests } = await offlineRun({ settings: { scenes: 3, interactionsPerScene: 4 } });
  const last = new Map<string, { scene: number; text: string }>();
  let scene = 0;
  let compared = 0;
  for (const request of requests) {
    if (['initialize', 'next-scene'].includes(labelOf(request))) scene++;
    if (!['appraise', 'choose', 'progress', 'close-scene'].includes(labelOf(request))) continue;
    const reader = partOf(request, 'stable');
    const text = partOf(request, 'history');
    const before = last.get(reader);
    if (before?.scene === scene) {
      expect(text.startsWith(before.text), `${labelOf(request)} in scene ${scene}`).toBe(true);
      compared++;
    }
    last.set(reader, { scene, text });
  }
  expect(compared).toBeGreaterThan(30);
});

test('over many scenes prompts stop growing: the last ten of sixty cost at most 5 % more than the ten before', async () => {
  const { outcome, requests } = await offlineRun({ settings: { scenes: 60 }, embedding: false });
  expect(outcome.state.scenes).toHaveLength(60);
  let scene = 0;
  const sent = requests.map((request) => {
    if (['initialize', 'next-scene'].includes(labelOf(request))) scene++;
    return { scene, label: labelOf(request), tokens: roughTokens(shown(request)) };
  });
  const cost = (after: number, label?: string): number =>
    sent
      .filter((each) => each.scene > after && each.scene <= after + 10 && (label === undefined || each.label === label))
      .reduce((sum, { tokens }) => sum + tokens, 0);
  expect(cost(50)).toBeLessThan(1.05 * cost(40));
  for (const label of ['choose', 'progress', 'commitment-score', 'next-scene'])
    expect(cost(50, label), label).toBeLessThan(1.05 * cost(40, label));
});

test('a score is in the state three scenes later at the latest, where the order is fixed', async () => {
  const { entries } = await tenScenes;
  const known: string[] = [];
  for (const entry of entries) {
    if (entry.type === 'step-started') {
      const scene = Number(entry.step.split('-')[1]);
      for (let due = 1; due <= scene - 3; due++) expect(known).toContain(`${due}A`);
      expect(known).not.toContain(`${scene - 1}A`);
    }
    if (entry.type === 'fact-recorded' && entry.fact.type === 'commitment-scored') {
      const { scene, partner } = entry.fact as unknown as { scene: number; partner: string };
      known.push(`${scene}${partner}`);
    }
  }
  expect(known).toHaveLength(20);
});

test.each([
  ['initialize', 'opening-missing', 1],
  ['next-scene', 'opening-missing', 1],
  ['appraise-memories', 'memory-appraisal-missing', 2],
  ['generate-context', 'context-missing', 2],
  ['appraise', 'appraisal-missing', 8],
  ['choose', 'choice-missing', 4],
  ['progress', 'beat-missing', 4],
  ['close-scene', 'closing-missing', 2],
  ['assess-scene', 'assessment-missing', 2],
  ['summarize', 'summary-missing', 2],
  ['reflect', 'reflection-missing', 4],
  ['commitment-score', 'judge-missing', 4],
] as const)('when every %s is refused the run goes on, with %s for each', async (label, type, count) => {
  const { outcome, facts } = await offlineRun({ settings: { scenes: 2, context: true }, through: refusing(label) });
  expect(outcome.status).toBe('completed');
  const missing = facts.filter((fact) => fact.type === type && fact.reason === 'refusal');
  expect(missing).toHaveLength(count);
  expect(outcome.state.scenes.map(({ scene }) => scene)).toEqual([1, 2]);
});

test('what failed is never a number: no appraisal, no feeling; no judgement, no score', async () => {
  const unfelt = await offlineRun({ settings: { scenes: 1 }, through: refusing('appraise') });
  expect(unfelt.outcome.state.scenes.flatMap(({ beats }) => beats.map(({ appraisals }) => appraisals))).toEqual([{}, {}]);
  expect(unfelt.outcome.state.minds.A.mood).toBeNull();
  const unjudged = await offlineRun({ settings: { scenes: 1 }, through: refusing('commitment-score') });
  for (const { scores } of commitmentLogOf(unjudged.outcome.state))
    expect(scores.A).toMatchObject({ score: null, missing: { reason: 'refusal' } });
});

test.each(['free', 'offered'] as const)(
  'a narration that is refused costs that narration alone, with %s choices',
  async (choices) => {
    const settings = { scenes: 2, interactionsPerScene: 3, choices };
    const { outcome, facts } = await offlineRun({ settings, through: refusing('progress') });
    expect(outcome.state.scenes.map(({ ending }) => ending)).toEqual(['played', 'played']);
    for (const { beats } of outcome.state.scenes) {
      expect(new Set(beats.map(({ actor }) => actor))).toEqual(new Set(['A', 'B']));
      for (const { choice } of beats) expect(choice).toMatchObject({ option: null, deed: expect.any(String) });
    }
    expect(facts.filter(({ type }) => type === 'beat-missing')).toHaveLength(6);
    expect(facts.filter(({ type }) => type === 'commitment-scored')).toHaveLength(4);
  },
);

test('a scene that could not be opened leaves the record as it was, and resuming gives the run that would have been', async () => {
  const undisturbed = await offlineRun({ settings: { scenes: 3 } });
  const store = createMemoryStore();
  const failing = (model: LanguageModel): LanguageModel => {
    let opened = 0;
    return {
      ...model,
      generate: async (request) => {
        if (labelOf(request) === 'next-scene' && ++opened === 2)
          throw new TransportError('the line is down', { provider: 'offline', modelId: 'offline' });
        return model.generate(request);
      },
    };
  };
  const broken = await offlineRun({ store, settings: { scenes: 3 }, through: failing });
  expect(broken.outcome.status).toBe('interrupted');
  expect(broken.outcome.state.scenes).toHaveLength(2);

  const asked: never[] = [];
  const { program } = offlineProgram({ settings: { scenes: 3 } }, asked);
  const resumed = await resumeRun(program, 'run', { store, ...settings });
  expect(resumed.status).toBe('completed');
  expect(factsIn(await readAll(store))).toEqual(undisturbed.facts);
  expect(resumed.state).toEqual(undisturbed.outcome.state);
  expect(asked.length).toBeLessThan(undisturbed.requests.length);
});

test('settings that cost calls can be turned off', async () => {
  const scenes = 2;
  const beats = scenes * DEFAULT_RELATIONSHIP_SETTINGS.interactionsPerScene;
  const callsOf = async (prompt: string, changed: object = {}) => {
    const { requests } = await offlineRun({ settings: { scenes, ...changed } });
    return requests.filter((request) => labelOf(request) === prompt).length;
  };
  expect([await callsOf('reflect'), await callsOf('reflect', { reflection: 'off' })]).toEqual([2 * scenes, 0]);
  expect([await callsOf('close-scene'), await callsOf('close-scene', { closing: false })]).toEqual([scenes, 0]);
  expect([await callsOf('generate-context'), await callsOf('generate-context', { context: true })]).toEqual([0, scenes]);
  expect(await callsOf('appraise')).toBeGreaterThan(beats);
  expect(await callsOf('appraise', { partnerAppraisal: false })).toBe(beats);
});

test('with offered choices the director offers and the partner takes one of them, in a way of its own', async () => {
  const { facts } = await offlineRun({ settings: { scenes: 3, choices: 'offered' } });
  const beats = factsOf(facts, 'beat-narrated');
  const choices = factsOf(facts, 'choice-made');
  expect(choices).toHaveLength(6);
  choices.forEach(({ option, deed, reason }, index) => {
    const { options } = beats[index]!;
    expect(options.length).toBeGreaterThanOrEqual(3);
    expect(options.map(({ id }) => id)).toContain(option);
    expect(deed).not.toBe('');
    expect(reason).not.toBe('');
  });
});
