import { mainTone } from '@entente/relationship/offline';
import { beforeAll, expect, test } from 'vitest';
import { playCouple } from '../../test/play-couple.js';
import { person } from '../../test/one-scene.js';

type Life = Awaited<ReturnType<typeof playCouple>>;

const ada = { ...person(2, 2), name: 'Ada' };
const pairs = [
  [ada, person(2, 5.5, { name: 'Ben' })],
  [person(6, 2), person(2, 2, { name: 'Ben' })],
  [person(6, 5), person(2, 6.5, { name: 'Ben' })],
] as const;
const lives: Life[] = [];

beforeAll(async () => {
  for (let seed = 0; seed < 9; seed++) lives.push(await playCouple(pairs[seed % pairs.length]!, seed));
});

const repeatedShare = (texts: readonly string[]): number => 1 - new Set(texts).size / texts.length;
const thoughts = ({ facts }: Life) => facts.flatMap((fact) => (fact.type === 'beat-appraised' ? [fact.thought] : []));
const moves = ({ facts }: Life) => facts.flatMap((fact) => (fact.type === 'choice-made' ? [fact] : []));

test('within a run of ten scenes at most one thought in five repeats, and hardly a word that is said', () => {
  for (const life of lives) {
    expect(thoughts(life)).toHaveLength(40);
    expect(repeatedShare(thoughts(life))).toBeLessThan(0.2);
    expect(repeatedShare(moves(life).flatMap(({ words }) => (words === '' ? [] : [words])))).toBeLessThan(0.1);
  }
});

test('a couple speaks: most moves have words, and several kinds of treatment occur', () => {
  const all = lives.flatMap(moves);
  expect(all.filter(({ words }) => words !== '').length / all.length).toBeGreaterThan(0.7);
  const kinds = new Set(all.map(({ deed, tone, words }) => mainTone(`${deed} ${tone} ${words}`)));
  for (const kind of [
    'repair',
    'warmth',
    'withdrawal',
    'criticism',
    'contempt',
    'defensiveness',
    'clinging',
    'humour',
    'validation',
  ] as const)
    expect(kinds).toContain(kind);
});

test('moves keep to their lengths and to plain grammar', () => {
  for (const { deed, words } of lives.flatMap(moves)) {
    expect(deed.split(/\s+/).length).toBeLessThanOrEqual(25);
    expect(words.split(/\s+/).length).toBeLessThanOrEqual(60);
    expect(`${deed} ${words}`).not.toMatch(
      /[{}]|undefined|\b(?:a|an|the) (?:a|an|the)\b|\bI (?:has|is|are)\b|\byou (?:has|is|was)\b|[.?!][.?!]|,,| {2}/,
    );
    expect(words).not.toMatch(/(?:^|[.?!] )\p{Ll}/u);
  }
});

test('looks back quote what was said in the scene', () => {
  for (const life of lives) {
    const said = moves(life);
    for (const fact of life.facts) {
      if (fact.type !== 'reflection-made') continue;
      for (const [, quoted = ''] of fact.story.matchAll(/“(.+?)”/g))
        expect(said.some(({ scene, words }) => scene === fact.scene && words.includes(quoted))).toBe(true);
    }
  }
});

test('some couples break up, and not most of them', () => {
  const ended = lives.filter((life) => moves(life).some(({ words }) => mainTone(words) === 'ending'));
  expect(ended.length).toBeLessThan(lives.length * 0.7);
});
