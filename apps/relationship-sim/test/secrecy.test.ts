import { createOfflineModel, type LanguageModel, messageText, nodeClock } from '@entente/llm-clients';
import {
  AS_LISTED,
  BONDS,
  type Couple,
  DEFAULT_RELATIONSHIP_SETTINGS,
  otherPartner,
  type Partner,
  PARTNERS,
  type Persona,
  type RelationshipFact,
  type RelationshipSettings,
  type Scenario,
} from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { createMemoryStore, forkRun, type Json, resumeRun, startRun } from '@entente/simulation-core';
import { beforeAll, expect, test } from 'vitest';
import { offlineResponders } from '../src/offline-responders.js';
import { coupleProgram, relationshipSpec } from '../src/relationship-program.js';
import { factsIn, readAll } from './offline-run.js';

const { couples, scenarios } = shippedLibrary();
const offline = createOfflineModel({ responders: offlineResponders, clock: nodeClock });

/** A word that stands for a secret and occurs nowhere else. */
let number = 0;
const mark = (): string => `quibblex${++number}z`;
const MARKS = /quibblex\d+z/g;

/** The scenario, whoever it suits, with marks for what each part alone knows. */
function marked(scenario: Scenario): Scenario {
  return {
    ...scenario,
    onlyA: `{A} has kept back the matter of the ${mark()}.`,
    onlyB: `{B} has never mentioned the ${mark()} to anybody.`,
    conflict: `${scenario.conflict} It is about the ${mark()}.`,
    ...{ requires: {}, uses: [], bonds: BONDS },
  };
}

function withMarks(couple: Couple): Couple {
  const person = (persona: Persona): Persona => ({
    ...persona,
    memories: persona.memories.map((text) => `${text} There was a ${mark()} in it.`),
  });
  const [first, second] = couple.partners;
  return {
    ...couple,
    partners: [person(first), person(second)],
    secrets: [[`There is the ${mark()}, of which nobody knows.`], [`Nobody has heard of the ${mark()} yet.`]],
    knows: [`The other one is like a ${mark()}.`, `One should be careful with the ${mark()}.`],
  };
}

/** All that was asked and recorded in a run or a fork. */
interface Played {
  /** Marks in the prompts of each partner. */
  readonly shown: Readonly<Record<Partner, readonly string[]>>;
  readonly facts: readonly RelationshipFact[];
}

const marksIn = (text: string): readonly string[] => text.match(MARKS) ?? [];

/** Plays a couple through scenarios, and perhaps a fork of the last one with news for one of the two. */
async function play(
  couple: Couple,
  own: readonly Scenario[],
  choices: RelationshipSettings['choices'],
  withFork: boolean,
): Promise<readonly Played[]> {
  const store = createMemoryStore();
  const run = { store, clock: nodeClock, packageVersion: 'test' };
  const first = programFor(couple, own, { choices });
  const description = { spec: first.spec, seed: couple.id, replicate: 0 };
  await startRun(first.program, { ...run, runId: 'run', description });
  const factsOf = async (runId: string) => factsIn(await readAll(store, runId));
  const whole = { shown: first.shown, facts: await factsOf('run') };
  if (!withFork) return [whole];
  const event = { scene: own.length, event: `The ${mark()} has come by post.`, knownTo: [couple.partners[1].name] };
  const edited = programFor(couple, own, { choices, events: [event] });
  const runId = await forkRun('run', { ...run, at: `scene-${own.length}`, runId: 'fork', spec: edited.spec });
  await resumeRun(edited.program, runId, run);
  return [whole, { shown: edited.shown, facts: await factsOf(runId) }];
}

/** Program of a couple in which each partner has a model of its own, and the marks that each of them is shown. */
function programFor(couple: Couple, own: readonly Scenario[], settings: Partial<RelationshipSettings>) {
  const shown: Record<Partner, string[]> = { A: [], B: [] };
  const listening = (partner: Partner): LanguageModel => ({
    ...offline,
    generate: (request) => {
      shown[partner].push(...marksIn(request.messages.map(messageText).join('\n')));
      return offline.generate(request);
    },
  });
  const arcs = [{ id: 'marked', title: 'Marked', steps: own.map(({ id }) => ({ oneOf: [id] })) }];
  const options = {
    couple,
    roles: AS_LISTED,
    models: { actor: listening('A'), secondActor: listening('B'), director: offline },
    material: { scenarios: own, arcs },
    settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, context: true, arc: 'marked', scenes: own.length, ...settings },
  };
  return { program: coupleProgram(options), spec: JSON.parse(JSON.stringify(relationshipSpec(options))) as Json, shown };
}

const SCENES = 2;
let played: readonly Played[] = [];

beforeAll(async () => {
  // Scenarios from all over the material; a test beside the offline director goes through all of them.
  const stride = Math.floor(scenarios.length / (couples.length * SCENES));
  const some = scenarios.filter((_, index) => index % stride === 0);
  const runs: Played[] = [];
  for (const [index, couple] of couples.entries()) {
    const own = some.slice(index * SCENES, (index + 1) * SCENES).map(marked);
    runs.push(...(await play(withMarks(couple), own, index % 2 === 0 ? 'free' : 'offered', index % 3 === 0)));
  }
  played = runs;
}, 60_000);

/** Marks by the partner who alone knows them, as they stand on record. */
function marksOf(facts: readonly RelationshipFact[], owner: Partner): ReadonlySet<string> {
  const texts = facts.flatMap((fact): readonly string[] => {
    switch (fact.type) {
      case 'couple-introduced':
        return [...fact.secrets[owner], fact.couple.knows[owner]];
      case 'scene-opened':
        return [fact.opening.onlyKnows[owner]];
      case 'memories-kept':
        return fact.partner === owner && fact.scene === 0 ? fact.memories.map(({ text }) => text) : [];
      case 'event-injected':
        return fact.knownTo.length === 1 && fact.knownTo[0] === owner ? [fact.event] : [];
      default:
        return [];
    }
  });
  return new Set(texts.flatMap(marksIn));
}

/** Marks that a partner spoke aloud or acted out, from where on they are no secret. */
function shownBy(facts: readonly RelationshipFact[], owner: Partner): ReadonlySet<string> {
  const moves = facts.flatMap((fact) =>
    fact.type === 'choice-made' && fact.partner === owner ? [`${fact.deed} ${fact.words} ${fact.tone}`] : [],
  );
  return new Set(moves.flatMap(marksIn));
}

test('every couple plays its scenes to their end, and every mark is on record', () => {
  expect(played).toHaveLength(couples.length + Math.ceil(couples.length / 3));
  for (const { facts } of played) {
    expect(facts.filter(({ type }) => type === 'scene-ended')).toHaveLength(SCENES);
    for (const owner of PARTNERS) expect(marksOf(facts, owner).size).toBeGreaterThanOrEqual(2 + SCENES);
  }
});

test('no mark of one partner is in a prompt of the other, unless its owner has told it', () => {
  let secrets = 0;
  let untold = 0;
  for (const { shown, facts } of played)
    for (const owner of PARTNERS) {
      const secret = marksOf(facts, owner);
      const told = shownBy(facts, owner);
      expect(shown[otherPartner(owner)].filter((word) => secret.has(word) && !told.has(word))).toEqual([]);
      expect(shown[owner].filter((word) => secret.has(word)).length).toBeGreaterThan(SCENES);
      secrets += secret.size;
      untold += [...secret].filter((word) => !told.has(word)).length;
    }
  expect(untold).toBeGreaterThan(secrets / 2);
});

test('no mark is in what both see of a scene, or in its summary, unless its owner has told it', () => {
  for (const { facts } of played) {
    const told = new Set(PARTNERS.flatMap((owner) => [...shownBy(facts, owner)]));
    const forBoth = facts.flatMap((fact): readonly string[] => {
      if (fact.type === 'beat-narrated' || fact.type === 'scene-closed') return [fact.narrative];
      if (fact.type === 'scene-summarized') return [fact.summary];
      return fact.type === 'scene-opened' ? [fact.opening.situation, fact.opening.setting, fact.opening.theme] : [];
    });
    expect(forBoth.flatMap(marksIn).filter((word) => !told.has(word))).toEqual([]);
  }
});

test('what pulls the two apart is in no prompt of theirs', () => {
  for (const { shown, facts } of played) {
    const conflicts = facts.flatMap((fact) => (fact.type === 'scene-opened' ? marksIn(fact.opening.conflict) : []));
    expect(conflicts).toHaveLength(SCENES);
    expect([...shown.A, ...shown.B].filter((word) => conflicts.includes(word))).toEqual([]);
  }
});
