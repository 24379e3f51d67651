import { type LanguageModel, nodeClock, TransportError } from '@entente/llm-clients';
import { createMemoryStore, measureRun, replayRun, resumeRun } from '@entente/simulation-core';
import { commitmentLogOf, readCouplePath, relationshipFactSchema, roughTokens } from '@entente/relationship';
import { expect, test } from 'vitest';
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

/** Run that most tests examine: ten scenes of two interactions. */
const tenScenes = offlineRun();

const settings = { packageVersion: 'test', clock: nodeClock };

test('ten scenes of two interactions make 152 calls and 10 embeddings, at most 80 of them one after another', async () => {
  const { outcome, entries, requests } = await tenScenes;
  expect(outcome.status).toBe('completed');
  expect(requests).toHaveLength(152);
  const measures = await measureRun(entries);
  expect(measures.levels).toBe(80);
  expect(measures.calls).toBe(162);
});

test.each([
  ['recalledMemories', 0, ['appraise-memories', 'embedding']],
  ['semanticWeight', 0, ['embedding']],
  ['context', false, ['generate-context']],
  ['reflection', 'off', ['reflect']],
  ['choices', 'offered', ['make-choices']],
  ['choices', 'free', ['act']],
])('with %s at %s nothing is asked for that it turns off', async (name, value, unasked) => {
  const shape = { scenes: 3, interactionsPerScene: 1 };
  const labelsOf = async (settings: object): Promise<readonly string[]> =>
    Object.keys((await measureRun((await offlineRun({ settings: { ...shape, ...settings } })).entries)).byLabel);
  const asked = await labelsOf({ [name]: value });
  expect(asked.filter((label) => unasked.includes(label))).toEqual([]);
});

test('every call path on record is one that the reader of call paths knows', async () => {
  const offered = await offlineRun({ settings: { scenes: 2, choices: 'offered' } });
  const paths = [...(await tenScenes).entries, ...offered.entries].flatMap((entry) =>
    entry.type === 'answer-recorded' || entry.type === 'embeddings-recorded' ? [entry.path] : [],
  );
  expect(paths.length).toBeGreaterThan(162);
  expect(paths.filter((path) => readCouplePath(path) === undefined)).toEqual([]);
  const scopes = new Set(paths.map((path) => readCouplePath(path)?.scope));
  expect([...scopes].sort()).toEqual(
    [
      'appraise',
      'choose',
      'commitment',
      'context',
      'opening',
      'partner',
      'past',
      'progress',
      'recall',
      'reflections',
      'summary',
    ].sort(),
  );
});

test('a finished run has a score from 0 to 10 and a reasoning for each partner after each scene', async () => {
  const { outcome } = await tenScenes;
  const log = commitmentLogOf(outcome.state);
  expect(log.map(({ scene }) => scene)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const { scores } of log) {
    for (const score of [scores.A, scores.B]) {
      if (score.score === null) throw new Error('a score is missing');
      expect(Number.isFinite(score.score) && score.score >= 0 && score.score <= 10).toBe(true);
      expect(typeof score.reasoning).toBe('string');
    }
  }
});

test('every fact of a run can be read back by its schema', async () => {
  const { facts } = await tenScenes;
  expect(facts.length).toBeGreaterThan(150);
  for (const fact of facts) expect(relationshipFactSchema.parse(fact)).toEqual(fact);
});

test('a run is over its arc, each scene on another turning point', async () => {
  const { outcome } = await tenScenes;
  const openings = outcome.state.scenes.map(({ opening }) => opening);
  expect(openings.map(({ category }) => category)).toEqual(
    ['Relationship Development', 'Challenges or Tests', 'Conflict & Repair', 'Deepening or Milestones', 'Modern Life'].flatMap(
      (category) => [category, category],
    ),
  );
  expect(new Set(openings.map(({ turningPoint }) => turningPoint)).size).toBe(10);
});

test('replay rebuilds the run with no call at all', async () => {
  const store = createMemoryStore();
  const { outcome } = await offlineRun({ store, settings: { scenes: 4 } });
  const { program } = offlineProgram({
    settings: { scenes: 4 },
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
  const runs = await Promise.all([0, 5, 11].map((salt) => offlineRun({ through: dawdling(salt), settings: { scenes: 5 } })));
  expect(runs[1]!.facts).toEqual(runs[0]!.facts);
  expect(runs[2]!.facts).toEqual(runs[0]!.facts);
});

test('the scene after sees the summary of the scene before', async () => {
  const { outcome, requests } = await tenScenes;
  const openings = requests.filter((request) => labelOf(request) === 'next-scene');
  expect(openings).toHaveLength(9);
  openings.forEach((request, index) => expect(shown(request)).toContain(outcome.state.scenes[index]!.summary));
});

test('nobody but its owner, and the judge of its owner, ever sees a thought or a reflection', async () => {
  let marked = 0;
  const marking = (model: LanguageModel): LanguageModel => ({
    ...model,
    generate: async (request) => {
      const result = await model.generate(request);
      const field = { appraise: 'thought', reflect: 'reflection' }[labelOf(request)];
      if (field === undefined) return result;
      const owner = /You are (\w+)\./.exec(shown(request))![1]!;
      return { ...result, text: JSON.stringify({ ...JSON.parse(result.text), [field]: `secret ${++marked} of ${owner}` }) };
    },
  });
  const { outcome, requests } = await offlineRun({ through: marking, settings: { scenes: 6 } });
  expect(marked).toBe(36);
  let found = 0;
  for (const request of requests) {
    const text = shown(request);
    for (const [, name] of text.matchAll(/secret \d+ of (\w+)/g)) {
      found++;
      const partner = outcome.state.partners!.A.name === name ? 'A' : 'B';
      const mayKnow = text.includes(`You are ${name}.`) || text.includes(`RATE THE COMMITMENT OF PARTNER ${partner}`);
      expect(mayKnow, `${labelOf(request)} shows a secret of ${name}`).toBe(true);
    }
  }
  expect(found).toBeGreaterThan(100);
});

test('from call to call within a scene prompts only grow: providers can keep their beginnings', async () => {
  const { requests } = await offlineRun({ settings: { interactionsPerScene: 4 } });
  const last = new Map<string, { scene: number; text: string }>();
  let scene = 0;
  let compared = 0;
  for (const request of requests) {
    if (['initialize', 'next-scene'].includes(labelOf(request))) scene++;
    if (!['appraise', 'make-choices', 'progress', 'summarize'].includes(labelOf(request))) continue;
    const reader = partOf(request, 'stable');
    const text = partOf(request, 'history');
    const before = last.get(reader);
    if (before?.scene === scene) {
      expect(text.startsWith(before.text)).toBe(true);
      compared++;
    }
    last.set(reader, { scene, text });
  }
  expect(compared).toBeGreaterThan(100);
});

test('over fifty scenes no prompt passes its budget', async () => {
  const { outcome, requests } = await offlineRun({ settings: { scenes: 50, historyTokens: 1500 } });
  expect(outcome.state.scenes).toHaveLength(50);
  for (const request of requests) {
    const history = roughTokens(partOf(request, 'history'));
    // The director and the judge see the story and the scene, each within the budget, and the card of the scene.
    expect(history).toBeLessThan(2 * 1500 + 500);
    expect(roughTokens(shown(request))).toBeLessThan(5500);
  }
  const sizes = requests
    .filter((request) => labelOf(request) === 'make-choices')
    .map((request) => roughTokens(partOf(request, 'history')));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1520);
});

test('memories come to mind as a scene opens, those of earlier scenes among them, from one embedding call a scene', async () => {
  const { entries, facts, requests } = await tenScenes;
  expect(entries.filter(({ type }) => type === 'embeddings-recorded')).toHaveLength(10);
  const recalled = facts.filter((fact) => fact.type === 'memories-recalled');
  expect(recalled).toHaveLength(20);
  expect(recalled.every(({ memories }) => memories.length === 3)).toBe(true);
  expect(recalled.some(({ scene, memories }) => scene > 3 && memories.some(({ id }) => id.startsWith('scene-')))).toBe(true);
  const appraisals = requests.filter((request) => labelOf(request) === 'appraise');
  expect(appraisals.every((request) => shown(request).includes('You remember: '))).toBe(true);
});

test('a memory of the scene just before is not recalled: it is still before the eyes', async () => {
  const { facts } = await tenScenes;
  for (const fact of facts) {
    if (fact.type === 'memories-recalled')
      expect(fact.memories.some(({ id }) => id.startsWith(`scene-${fact.scene - 1}-`))).toBe(false);
  }
});

test('without an embedding model memories come by feeling, once there is a mood', async () => {
  const { facts, entries } = await offlineRun({ embedding: false, settings: { scenes: 3 } });
  expect(entries.some(({ type }) => type === 'embeddings-recorded')).toBe(false);
  expect(facts.filter((fact) => fact.type === 'memories-recalled').length).toBeGreaterThan(0);
});

test('a score is in the state three scenes later at the latest', async () => {
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
  ['next-scene', 'opening-missing', 2],
  ['appraise-memories', 'memory-appraisal-missing', 2],
  ['generate-context', 'context-missing', 3],
  ['appraise', 'appraisal-missing', 12],
  ['make-choices', 'choice-missing', 6],
  ['progress', 'beat-missing', 3],
  ['summarize', 'summary-missing', 3],
  ['reflect', 'reflection-missing', 6],
  ['commitment-score', 'judge-missing', 6],
] as const)('when every %s is refused the run goes on, with %s for each', async (label, type, count) => {
  const { outcome, facts } = await offlineRun({ settings: { scenes: 3 }, through: refusing(label) });
  expect(outcome.status).toBe('completed');
  const missing = facts.filter((fact) => fact.type === type);
  expect(missing).toHaveLength(count);
  expect(missing.every((fact) => 'reason' in fact && fact.reason === 'refusal')).toBe(true);
  expect(outcome.state.missing).toHaveLength(count);
  expect(outcome.state.scenes.map(({ scene }) => scene)).toEqual([1, 2, 3]);
});

test('what failed is never a number: no appraisal, no feeling; no judgement, no score', async () => {
  const unfelt = await offlineRun({ settings: { scenes: 2 }, through: refusing('appraise') });
  expect(unfelt.outcome.state.scenes.flatMap(({ beats }) => beats.map(({ appraisals }) => appraisals))).toEqual([{}, {}, {}, {}]);
  expect(unfelt.outcome.state.minds.A.mood).toBeNull();
  const unjudged = await offlineRun({ settings: { scenes: 2 }, through: refusing('commitment-score') });
  for (const { scores } of commitmentLogOf(unjudged.outcome.state))
    expect(scores.A).toMatchObject({ score: null, missing: { reason: 'refusal' } });
});

test('a scene in which nothing could be told is cut short, and nobody is judged on it', async () => {
  const { outcome, requests } = await offlineRun({ settings: { scenes: 2 }, through: refusing('progress') });
  expect(outcome.state.scenes.map(({ ending }) => ending)).toEqual(['cut-short', 'cut-short']);
  expect(requests.some((request) => labelOf(request) === 'commitment-score')).toBe(false);
  expect(commitmentLogOf(outcome.state)[0]?.scores.B).toMatchObject({ score: null, missing: { reason: 'not-scored' } });
});

test('a scene that could not be opened leaves the record as it was, and resuming gives the run that would have been', async () => {
  const undisturbed = await offlineRun({ settings: { scenes: 4 } });
  const store = createMemoryStore();
  const failing = (model: LanguageModel): LanguageModel => ({
    ...model,
    generate: async (request) => {
      if (shown(request).includes('OPEN SCENE 3\n'))
        throw new TransportError('the line is down', { provider: 'offline', modelId: 'offline' });
      return model.generate(request);
    },
  });
  const broken = await offlineRun({ store, settings: { scenes: 4 }, through: failing });
  expect(broken.outcome.status).toBe('interrupted');
  expect(broken.outcome.state.scenes).toHaveLength(2);

  const asked: never[] = [];
  const { program } = offlineProgram({ settings: { scenes: 4 } }, asked);
  const resumed = await resumeRun(program, 'run', { store, ...settings });
  expect(resumed.status).toBe('completed');
  expect(factsIn(await readAll(store))).toEqual(undisturbed.facts);
  expect(resumed.state).toEqual(undisturbed.outcome.state);
  expect(asked.length).toBeLessThan(undisturbed.requests.length);
});

test('settings that cost calls can be turned off', async () => {
  const scenes = 2;
  const callsWith = async (off: object) => (await offlineRun({ settings: { scenes, ...off } })).requests.length;
  const all = await callsWith({});
  expect(all - (await callsWith({ reflection: 'off' }))).toBe(2 * scenes);
  expect(all - (await callsWith({ partnerAppraisal: false }))).toBe(2 * scenes);
  expect(all - (await callsWith({ context: false }))).toBe(scenes);
  const lean = await offlineRun({
    settings: { reflection: 'off', partnerAppraisal: false, context: false, recalledMemories: 0 },
  });
  expect(lean.requests).toHaveLength(100);
  expect((await measureRun(lean.entries)).levels).toBe(80);
});

test('with offered choices the director offers and the partner takes one of them', async () => {
  const { facts, requests } = await offlineRun({ settings: { scenes: 3, choices: 'offered' } });
  expect(requests.some((request) => labelOf(request) === 'make-choices')).toBe(false);
  const beats = facts.filter((fact) => fact.type === 'beat-narrated');
  const choices = facts.filter((fact) => fact.type === 'choice-made');
  expect(choices).toHaveLength(6);
  choices.forEach(({ option, action }, index) => {
    expect(beats[index]!.options.length).toBeGreaterThanOrEqual(3);
    expect(beats[index]!.options).toContainEqual({ id: option, action });
  });
});

test('the one who acts is the one the director named', async () => {
  const { facts } = await tenScenes;
  const actors = facts.flatMap((fact) => (fact.type === 'beat-narrated' ? [fact.actor] : []));
  const choosers = facts.flatMap((fact) => (fact.type === 'choice-made' ? [fact.partner] : []));
  expect(choosers).toEqual(actors);
  expect(new Set(actors).size).toBe(2);
});
