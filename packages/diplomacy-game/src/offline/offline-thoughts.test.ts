import { seededRandom, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { observationOf } from '../../test/observation-of.js';
import { offlineRequest } from '../../test/offline-request.js';
import type { PlayedPhase } from '../agents/power-agent.js';
import { consolidateDiaryPrompt } from '../prompts/consolidate-diary.js';
import { initializeAgentPrompt } from '../prompts/initialize-agent.js';
import { makePlanPrompt } from '../prompts/make-plan.js';
import { negotiationDiaryPrompt } from '../prompts/negotiation-diary.js';
import { phaseDiaryPrompt } from '../prompts/phase-diary.js';
import { PROMPT_SETS } from '../prompts/sets/prompt-sets.js';
import { summarizePhasePrompt } from '../prompts/summarize-phase.js';
import { updateStatePrompt } from '../prompts/update-state.js';
import { blankAgent, type DiaryEntry, type OrderRecord, type PressMessage, type Relationship } from '../state/index.js';
import { offlineConsolidation } from './offline-consolidation.js';
import { offlineFormat } from './offline-format.js';
import { offlineNegotiationDiary } from './offline-negotiation-diary.js';
import { offlineOutset } from './offline-outset.js';
import { offlinePhaseDiary } from './offline-phase-diary.js';
import { offlinePlan } from './offline-plan.js';
import { offlineStateUpdate } from './offline-state-update.js';
import { offlineSummary } from './offline-summary.js';
import { creedIn } from './temper.js';

const prompts = PROMPT_SETS.default;
const start = startingPosition();

interface Thoughts {
  readonly diary?: string;
  readonly reasoning?: string;
  readonly goals: readonly string[];
  readonly relationships: readonly { readonly power: string; readonly relationship: string }[];
}

const read = (text: string): Thoughts => JSON.parse(text) as Thoughts;
const labelOf = ({ relationships }: Thoughts, power: string) =>
  relationships.find((entry) => entry.power === power)?.relationship;

const press: readonly PressMessage[] = [
  { phase: 'S1901M', round: 1, sender: 'GERMANY', recipient: 'FRANCE', text: 'I propose that Burgundy stays empty.' },
  { phase: 'S1901M', round: 2, sender: 'FRANCE', recipient: 'GERMANY', text: 'Agreed: Burgundy stays empty.' },
];

/** France's view of Spring 1901, after these orders of Germany and England. */
function played(german: string, english = 'F LON - NTH', relationship: Relationship = 'Neutral'): PlayedPhase {
  const outcomes: readonly OrderRecord[] = [
    { power: 'ENGLAND', order: english, results: [] },
    { power: 'FRANCE', order: 'A PAR - PIC', results: [] },
    { power: 'FRANCE', order: 'A MAR H', results: [] },
    { power: 'GERMANY', order: german, results: [] },
  ];
  const self = {
    ...blankAgent,
    goals: ['Promise much, owe little.'],
    relationships: { GERMANY: relationship, ENGLAND: relationship },
  };
  return {
    power: 'FRANCE',
    record: { phase: 'S1901M', position: start, orders: {}, outcomes, press },
    position: { ...start, phase: 'F1901M' },
    self,
    maxYear: 1910,
  };
}

const updateAfter = (phase: PlayedPhase, seed = 1): Thoughts =>
  read(
    offlineStateUpdate(
      offlineRequest(updateStatePrompt.with({ played: phase, prompts, diary: null }).messages),
      seededRandom(seed),
    ),
  );

describe('what the offline diplomat sets out with', () => {
  const request = offlineRequest(initializeAgentPrompt.with({ observation: observationOf(start, 'ITALY'), prompts }).messages);

  it('has goals with a creed, and relationships to all others', () => {
    const { goals, relationships } = read(offlineOutset(request, seededRandom(3)));
    expect(goals.length).toBeGreaterThan(1);
    expect(creedIn(goals)).toBeDefined();
    expect(relationships.map(({ power }) => power)).toEqual(['AUSTRIA', 'ENGLAND', 'FRANCE', 'GERMANY', 'RUSSIA', 'TURKEY']);
  });

  it('differs from game to game', () => {
    const goals = Array.from({ length: 20 }, (_, seed) => read(offlineOutset(request, seededRandom(seed))).goals.join('|'));
    expect(new Set(goals).size).toBeGreaterThan(12);
    expect(new Set(goals.map((each) => creedIn(each.split('|'))?.text)).size).toBeGreaterThan(3);
  });
});

describe('what the offline diplomat makes of a phase', () => {
  it('lowers the label of an attacker by one step, and of a friend by two', () => {
    expect(labelOf(updateAfter(played('A MUN - RUH', 'F LON - BRE')), 'ENGLAND')).toBe('Unfriendly');
    expect(labelOf(updateAfter(played('A MUN - RUH', 'F LON - BRE', 'Friendly')), 'ENGLAND')).toBe('Unfriendly');
    expect(labelOf(updateAfter(played('A MUN - BUR', 'F LON - NTH', 'Neutral')), 'GERMANY')).toBe('Unfriendly');
    expect(updateAfter(played('A MUN - BUR')).reasoning).toMatch(/Germany acted against me/);
  });

  it('raises the label of a helper, and sometimes of a power that kept a promise', () => {
    expect(labelOf(updateAfter(played('A MUN S A PAR - PIC')), 'GERMANY')).toBe('Friendly');
    const labels = Array.from({ length: 20 }, (_, seed) => labelOf(updateAfter(played('A MUN - RUH'), seed), 'GERMANY'));
    expect(new Set(labels)).toEqual(new Set(['Neutral', 'Friendly']));
  });

  it('keeps the creed', () => {
    expect(updateAfter(played('A MUN - RUH')).goals).toContain('Promise much, owe little.');
  });

  it('names orders, attackers and broken promises in the diary', () => {
    const request = offlineRequest(phaseDiaryPrompt.with({ played: played('A MUN - BUR', 'F LON - BRE'), prompts }).messages);
    const diary = offlinePhaseDiary(request, seededRandom(1));
    expect(diary).toContain('A PAR - PIC');
    expect(diary).toMatch(/England (?:came at|moved on|reached for) Brest/);
    expect(diary).toMatch(/Germany broke it that [^.]*Burgundy/);
  });
});

describe('what the offline diplomat makes of a negotiation', () => {
  it('names what was agreed, in plain words as in JSON', () => {
    const observation = observationOf(start, 'FRANCE', { press, roundsHeld: 2 });
    const of = (form: 'json' | 'words') =>
      offlineNegotiationDiary(
        offlineRequest(negotiationDiaryPrompt.with({ observation, prompts, form }).messages),
        seededRandom(5),
      );
    expect(read(of('json')).diary).toMatch(/Germany: [^.]*Burgundy/);
    const words = of('words');
    expect(words).not.toContain('{');
    const text = `WHAT WAS SAID\n${words}\n\nYOUR TASK: DIARY, GOALS AND RELATIONSHIPS AS JSON\n...`;
    expect(read(offlineFormat({ messages: [{ role: 'user', text }] }))).toEqual(read(of('json')));
  });
});

describe('texts of the offline diplomat', () => {
  it('plan with the orders as they look now', () => {
    const plan = offlinePlan(
      offlineRequest(makePlanPrompt.with({ observation: observationOf(start, 'TURKEY'), prompts }).messages),
      seededRandom(1),
    );
    expect(plan).toMatch(/F ANK .*A CON|A CON .*F ANK/);
    expect(plan.split(' ').length).toBeLessThan(200);
  });

  it('shorten years of diary to about 300 words with agreements and stabs', () => {
    const entries = ['S1901M', 'F1901M', 'S1902M', 'F1902M'].flatMap((phase): readonly DiaryEntry[] => [
      {
        phase,
        kind: 'negotiation',
        text: `Agreed with Germany: Burgundy stays empty. ${'Much else was said and none of it mattered. '.repeat(30)}`,
      },
      { phase, kind: 'phase-result', text: `Germany broke it that Burgundy stays empty in ${phase}. I have 4 centres.` },
    ]);
    const diary = {
      power: 'FRANCE',
      throughYear: 1902,
      consolidated: { throughYear: 1900, text: 'Nothing before.' },
      entries,
    } as const;
    const text = offlineConsolidation(offlineRequest(consolidateDiaryPrompt.with({ diary, prompts }).messages), seededRandom(1));
    expect(text.split(' ').length).toBeLessThanOrEqual(330);
    expect(text).toContain('1901');
    expect(text).toContain('Germany broke it that Burgundy stays empty in F1902M.');
    expect(text).toContain('Agreed with Germany: Burgundy stays empty.');
  });

  it('tell spectators who struck at whom', () => {
    const { record } = played('A MUN - BUR', 'F LON - BRE');
    const summary = offlineSummary(offlineRequest(summarizePhasePrompt.with({ record }).messages), seededRandom(2));
    expect(summary).toMatch(/England strikes at Brest against France/);
    expect(summary).toMatch(/letters went before/);
  });
});
