import { fillWord } from '@entente/llm-clients';
import {
  type ByPartner,
  type Character,
  type CoupleChange,
  type CoupleFacts,
  onOneLine,
  otherPartner,
  type Partner,
  type PartnerLife,
  PARTNERS,
  timeInWords,
} from '@entente/relationship';
import type { DirectorWords } from './director-words.js';

/** The two in a few words: `two friends, who are not lovers`. */
export function bondText(words: DirectorWords, { bond, kind }: CoupleFacts): string {
  return fillWord(words, `bond.${bond}`, { kind: kind ?? words['kind.unknown'] });
}

/** Word for the bond between them: `relationship`, `friendship`, … */
export function tieText(words: DirectorWords, { bond }: CoupleFacts): string {
  return words[`tie.${bond}`];
}

/** Formats what stays true of the two for the whole run; empty if nothing is known. */
export function coupleLines(words: DirectorWords, partners: ByPartner<Character>, couple: CoupleFacts): readonly string[] {
  const { story, knows } = couple;
  const lines = [
    ...(story ? [fillWord(words, 'couple.story', { story: onOneLine(story) })] : []),
    ...PARTNERS.filter((partner) => knows[partner] !== '').map((partner) =>
      fillWord(words, 'couple.knows', {
        name: partners[partner].name,
        other: partners[otherPartner(partner)].name,
        knows: onOneLine(knows[partner]),
      }),
    ),
  ];
  return lines.length > 0 ? [words['title.couple'], ...lines] : [];
}

/** Formats the facts of the two that scenes may change. */
export function factLines(words: DirectorWords, partners: ByPartner<Character>, couple: CoupleFacts): readonly string[] {
  const { stage, living, children, agreed, lives } = couple;
  const isWorthSaying = children !== undefined && (children > 0 || !(haveJustMet(stage) || stage === 'dating'));
  const both = [
    ...stageLines(words, couple),
    ...(living === undefined ? [] : [words[`living.${living}`]]),
    ...(isWorthSaying ? [childrenText(words, String(children))] : []),
    ...(agreed.length > 0 ? [fillWord(words, 'facts.agreed', { agreed: agreed.map(onOneLine).join(' ') })] : []),
  ];
  const each = PARTNERS.flatMap((partner) => {
    const details = lifeDetails(words, lives[partner], partners[partner]);
    return details.length > 0 ? [fillWord(words, 'life.of', { name: partners[partner].name, details: details.join(', ') })] : [];
  });
  return [...(both.length > 0 ? [both.join(' ')] : []), ...each];
}

/** A change of a fact in words: `They are married.`, `Ada: retired`. */
export function changeText(words: DirectorWords, partners: ByPartner<Character>, { fact, to }: CoupleChange): string {
  const [first = '', key] = fact.split('.');
  if (key !== undefined) {
    const value = key === 'grandparents' || key === 'pet' ? to === 'true' : to;
    const details = lifeDetails(words, { [key]: value });
    return fillWord(words, 'life.of', { name: partners[first as Partner].name, details: details.join(', ') });
  }
  if (fact === 'children') return to.startsWith('+') ? words['children.more'] : childrenText(words, to);
  const name = `${fact}.${to}`;
  return isWord(words, name) ? words[name] : to;
}

/** Tells how the two stand, and for how long. */
function stageLines(words: DirectorWords, { bond, stage, months }: CoupleFacts): readonly string[] {
  const time = timeInWords(words, months);
  // Friends and relatives are neither going out with each other nor a couple; that they have parted can be said of anybody.
  const isSaid = bond === 'partners' || stage === 'separated';
  if (isSaid && time !== undefined && (stage === 'dating' || stage === 'together'))
    return [fillWord(words, `stage.${stage}.for`, { time })];
  const isTimeSaid = time !== undefined && !haveJustMet(stage);
  return [...(isSaid ? [words[`stage.${stage}`]] : []), ...(isTimeSaid ? [fillWord(words, 'known.for', { time })] : [])];
}

function haveJustMet(stage: CoupleFacts['stage']): boolean {
  return stage === 'strangers' || stage === 'acquainted';
}

function childrenText(words: DirectorWords, children: string): string {
  return children === '0' ? words['children.none'] : fillWord(words, 'children.number', { children });
}

function lifeDetails(words: DirectorWords, life: PartnerLife, told?: Character): readonly string[] {
  const { age, occupation, work, parents, grandparents, siblings, children, pet } = life;
  return [
    ...(age === undefined || told?.age !== undefined ? [] : [String(age)]),
    ...(occupation === undefined || told?.occupation !== undefined ? [] : [occupation]),
    ...(work === undefined ? [] : [words[`work.${work}`]]),
    ...(parents === undefined ? [] : [words[`parents.${parents}`]]),
    ...(grandparents === undefined ? [] : [words[`grandparents.${grandparents}`]]),
    ...(siblings === undefined ? [] : [words[`siblings.${siblings}`]]),
    ...(children === undefined || children === 0 ? [] : [fillWord(words, 'life.children', { children })]),
    ...(pet === undefined ? [] : [words[`pet.${pet}`]]),
  ];
}

function isWord(words: DirectorWords, name: string): name is keyof DirectorWords {
  return Object.hasOwn(words, name);
}
