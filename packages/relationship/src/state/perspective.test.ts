import { expect, test } from 'vitest';
import { calm, SCENE } from '../../test/scene-of-facts.js';
import { introduced, openingWith } from '../../test/samples.js';
import { applyRelationshipFact } from './apply-relationship-fact.js';
import { UNKNOWN_COUPLE } from './couple-facts.js';
import { experienceText } from './experience-text.js';
import { perspectiveOf } from './perspective.js';
import type { RelationshipFact } from './relationship-facts.js';
import { initialRelationshipState } from './relationship-state.js';

const fold = (facts: readonly RelationshipFact[]) => facts.reduce(applyRelationshipFact, initialRelationshipState);

test('a partner knows the other one, what it keeps to itself, and the scene as it perceived it', () => {
  const [card, ...rest] = perspectiveOf(fold(SCENE), 'A');
  expect(card).toMatchObject({ kind: 'other', name: 'Ben' });
  expect(rest).toEqual([
    { kind: 'secret', text: 'She has a second phone.' },
    expect.objectContaining({ kind: 'scene', scene: 1, other: 'Ben', situation: 'A letter lies there.' }),
    { kind: 'event', text: 'The lift is broken.', alone: false },
    { kind: 'secret', text: 'She wrote the letter.' },
    { kind: 'wish', text: 'to stay' },
    { kind: 'secret', text: 'You have savings.' },
    { kind: 'memory', text: 'The sea.' },
    { kind: 'narrated', text: 'It rains.', alone: false },
    { kind: 'felt', emotions: calm, thought: 'I like rain.' },
    {
      ...{ kind: 'deed', self: true, name: 'Ada' },
      deed: { deed: 'opens the window', words: 'Warm, isn’t it?', tone: 'lightly' },
    },
    { kind: 'reason', text: 'To win time.' },
    { kind: 'narrated', text: 'It stops.', alone: false },
    { kind: 'deed', self: false, name: 'Ben', deed: null },
    { kind: 'narrated', text: 'The tap drips.', alone: false },
    { kind: 'narrated', text: 'He is crying.', alone: true },
  ]);
});

test('nothing of one mind stands in the perspective of the other', () => {
  const of = (partner: 'A' | 'B') => JSON.stringify(perspectiveOf(fold(SCENE), partner));
  expect(of('B')).toMatch(/The bank has called.*You have debts.*A stamp is torn.*I hate rain/);
  expect(of('B')).not.toMatch(
    /second phone|wrote the letter|to stay|savings|The sea|like rain|win time|crying|conflict|One would move/,
  );
  expect(of('A')).not.toMatch(/bank|to go|debts|stamp|hate rain|One would move/);
});

test('the card holds the facts of the two and what this partner has seen of the other, the newest scenes last', () => {
  const couple = { ...UNKNOWN_COUPLE, months: 30, knows: { A: 'He waits.', B: 'She runs.' } };
  const facts: RelationshipFact[] = [
    introduced({}, { couple: { ...couple, lives: { A: {}, B: { occupation: 'baker', work: 'employed' } } } }),
  ];
  for (let scene = 1; scene <= 6; scene++)
    facts.push(
      { type: 'scene-opened', scene, opening: openingWith() },
      { type: 'reflection-made', scene, partner: 'A', reflection: '', story: '', ofOther: `Seen ${scene}.` },
      { type: 'couple-changed', scene, fact: 'living', to: 'together', quote: null },
      { type: 'scene-ended', scene, ending: 'played' },
    );
  expect(perspectiveOf(fold(facts), 'A')[0]).toMatchObject({
    name: 'Ben',
    couple: { months: 30, living: 'together', knows: { A: '', B: '' } },
    life: { occupation: 'baker', work: 'employed' },
    knows: 'He waits.',
    seen: ['Seen 3.', 'Seen 4.', 'Seen 5.', 'Seen 6.'],
  });
  expect(perspectiveOf(fold(facts), 'B')[0]).toMatchObject({ knows: 'She runs.', seen: [] });
});

test('an earlier scene stands there once: moment by moment while the budget allows, then in this partner’s own words', () => {
  const facts: RelationshipFact[] = [introduced({ historyTokens: 500 })];
  for (let scene = 1; scene <= 4; scene++)
    facts.push(
      { type: 'scene-opened', scene, opening: openingWith({ situation: `Situation ${scene}. ${'It is late. '.repeat(80)}` }) },
      { type: 'reflection-made', scene, partner: 'A', reflection: '', story: `Story ${scene}.`, ofOther: '' },
      { type: 'scene-ended', scene, ending: 'played' },
    );
  const texts = perspectiveOf(fold(facts), 'A').map(experienceText);
  const times = (word: RegExp) => texts.filter((text) => word.test(text)).length;
  for (const scene of [1, 2, 3]) expect([times(RegExp(`Story ${scene}`)), times(RegExp(`Situation ${scene}`))]).toEqual([1, 0]);
  expect([times(/Story 4/), times(/Situation 4/)]).toEqual([0, 1]);
});

test('the list only grows during a scene', () => {
  for (let end = 6; end < SCENE.length; end++) {
    const before = perspectiveOf(fold(SCENE.slice(0, end)), 'A');
    expect(perspectiveOf(fold(SCENE.slice(0, end + 1)), 'A').slice(0, before.length)).toEqual(before);
  }
});

test('before the couple is introduced nothing is known', () => {
  expect(perspectiveOf(initialRelationshipState, 'A')).toEqual([]);
});

test('work that a scene changed is new on both cards, and an event that the opening tells word for word is told once', () => {
  const lives = { A: { occupation: 'baker', work: 'employed' as const }, B: {} };
  const start = introduced({}, { couple: { ...UNKNOWN_COUPLE, lives } });
  const lost: RelationshipFact = { type: 'couple-changed', scene: 1, fact: 'A.work', to: 'between-jobs', quote: null };
  expect(perspectiveOf(fold([start]), 'A')[0]).toMatchObject({ ownWork: undefined });
  expect(perspectiveOf(fold([start]), 'B')[0]).toMatchObject({ hasNewWork: undefined });
  expect(perspectiveOf(fold([start, lost]), 'A')[0]).toMatchObject({ ownWork: 'between-jobs', hasNewWork: undefined });
  expect(perspectiveOf(fold([start, lost]), 'B')[0]).toMatchObject({
    life: { occupation: 'baker', work: 'between-jobs' },
    hasNewWork: true,
    ownWork: undefined,
  });

  const news: RelationshipFact = { type: 'event-injected', scene: 1, event: 'A letter came.', knownTo: ['A'] };
  const eventsIn = (text: string): number => {
    const opening = openingWith({ onlyKnows: { A: text, B: '' } });
    const seen = perspectiveOf(fold([start, news, { type: 'scene-opened', scene: 1, opening }]), 'A');
    return seen.filter((each) => experienceText(each).includes('A letter came.')).length;
  };
  expect(eventsIn('Ada saw it first. A letter came.')).toBe(1);
  expect(eventsIn('Ada is tired.')).toBe(1);
});
