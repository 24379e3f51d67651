import { fillWord } from '@entente/llm-clients';
import type { Experience } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';

/** Everything a partner knows of the other one and of the two, apart from scenes. */
export type OtherKnown = Extract<Experience, { readonly kind: 'other' }>;

/** Card of the other one, as this partner knows them, with the facts of the two. An unknown fact is left out. */
export function otherCard(words: AgentWords, { name, couple, life, knows, seen }: OtherKnown): string {
  const { bond, kind, stage, living, children, story, agreed } = couple;
  const facts = [
    fillWord(words, bond === 'family' && kind === undefined ? 'bond.partners' : `bond.${bond}`, { name, kind: kind ?? '' }),
    ...(bond === 'partners' || stage === 'strangers' || stage === 'separated' ? [words[`stage.${stage}`]] : []),
    ...sinceWhen(words, couple.months),
    ...(living === undefined ? [] : [words[`living.${living}`]]),
    ...(children === undefined || bond !== 'partners'
      ? []
      : [children === 0 ? words['children.none'] : fillWord(words, 'children.some', { children })]),
    ...(life.occupation === undefined ? [] : [fillWord(words, 'other.work', { name, occupation: life.occupation })]),
    ...(life.work === undefined ? [] : [fillWord(words, 'other.work-now', { name, work: words[`work.${life.work}`] })]),
  ];
  return [
    facts.join(' '),
    ...(story ? [fillWord(words, 'other.story', { story })] : []),
    ...agreed.map((each) => fillWord(words, 'other.agreed', { agreed: each })),
    ...(knows === '' ? [] : [fillWord(words, 'other.knows', { name, knows })]),
    ...seen.map((each) => fillWord(words, 'other.seen', { name, seen: each })),
  ].join('\n');
}

function sinceWhen(words: AgentWords, months: number | undefined): readonly string[] {
  if (months === undefined || months < 1) return [];
  if (months < 24) return [fillWord(words, 'since.months', { months: Math.round(months) })];
  return [fillWord(words, 'since.years', { years: Math.round(months / 12) })];
}
