import { fillWord } from '@entente/llm-clients';
import { type CoupleFacts, type Experience, timeInWords } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';

/** Everything a partner knows of the other one and of the two, apart from scenes. */
export type OtherKnown = Extract<Experience, { readonly kind: 'other' }>;

/** Card of the other one, as this partner knows them, with the facts of the two. An unknown fact is left out. */
export function otherCard(
  words: AgentWords,
  { name, pronouns, couple, life, hasNewWork, ownWork, knows, seen }: OtherKnown,
): string {
  const { bond, kind, stage, story, agreed } = couple;
  const facts = [
    fillWord(words, bond === 'family' && kind === undefined ? 'bond.partners' : `bond.${bond}`, { name, kind: kind ?? '' }),
    ...(pronouns === undefined || stage === 'strangers'
      ? []
      : [fillWord(words, 'other.pronouns', { name, pronouns: words[`pronouns.${pronouns}`] })]),
    ...standing(words, couple),
    ...childrenText(words, couple),
    ...(stage === 'strangers' ? [] : workText(words, name, { ...life, hasNewWork })),
    ...(ownWork === undefined ? [] : [fillWord(words, 'own.work-new', { work: words[`work.${ownWork}`] })]),
  ];
  return [
    facts.join(' '),
    ...(story ? [fillWord(words, 'other.story', { story })] : []),
    ...agreed.map((each) => fillWord(words, 'other.agreed', { agreed: each })),
    ...(knows === '' ? [] : [fillWord(words, 'other.knows', { name, knows })]),
    ...(seen.length === 0 ? [] : [fillWord(words, 'other.seen', { name }), ...seen.map((each) => `- ${each}`)]),
  ].join('\n');
}

/** Tells how the two stand, for how long, and how they live: `You have been together for 14 months and live apart.` */
function standing(words: AgentWords, { bond, stage, months, living }: CoupleFacts): readonly string[] {
  const time = timeInWords(words, months);
  const isSaid = bond === 'partners' || stage === 'strangers' || stage === 'separated';
  const withTime = stage === 'dating' || stage === 'together';
  const stageText =
    isSaid && withTime && time !== undefined ? fillWord(words, `stage.${stage}.for`, { time }) : words[`stage.${stage}`];
  const isTimeLeft = time !== undefined && !haveJustMet(stage) && !(isSaid && withTime);
  const clauses = [...(isSaid ? [stageText] : []), ...(isTimeLeft ? [fillWord(words, 'known.for', { time })] : [])];
  const [first, ...others] = clauses;
  const household = living === undefined || haveJustMet(stage) ? undefined : words[`living.${living}`];
  if (first === undefined) return household === undefined ? [] : [fillWord(words, 'card.living', { living: household })];
  const joined =
    household === undefined
      ? fillWord(words, 'card.sentence', { stage: first })
      : fillWord(words, 'card.with-living', { stage: first, living: household });
  return [joined, ...others.map((clause) => fillWord(words, 'card.sentence', { stage: clause }))];
}

/** Tells how many children there are; none are worth a mention only where the two have gone further than dating. */
function childrenText(words: AgentWords, { bond, stage, children }: CoupleFacts): readonly string[] {
  if (children === undefined || bond !== 'partners') return [];
  if (children > 0) return [children === 1 ? words['children.one'] : fillWord(words, 'children.some', { children })];
  return haveJustMet(stage) || stage === 'dating' ? [] : [words['children.none']];
}

type KnownWork = OtherKnown['life'] & Pick<OtherKnown, 'hasNewWork'>;

function workText(words: AgentWords, name: string, { occupation, work, hasNewWork }: KnownWork): readonly string[] {
  const now = work === undefined ? undefined : words[`work.${work}`];
  if (occupation === undefined) return now === undefined ? [] : [fillWord(words, 'other.work-now', { name, work: now })];
  return now === undefined
    ? [fillWord(words, 'other.work', { name, occupation })]
    : [fillWord(words, hasNewWork ? 'other.work-new' : 'other.work-both', { name, occupation, work: now })];
}

function haveJustMet(stage: CoupleFacts['stage']): boolean {
  return stage === 'strangers' || stage === 'acquainted';
}
