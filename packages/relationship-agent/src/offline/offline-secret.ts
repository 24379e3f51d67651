import { escapePattern } from '@entente/relationship';
import { asSentences, pickFrom } from '@entente/relationship/offline';
import type { CharacterReading } from './read-character.js';
import type { Stance } from './repertoire/stance.js';
import { isNamedIn } from './words-in-common.js';

/** Chance that a secret is told in a stance. */
const CHANCE: { readonly [S in Stance]?: number } = { honest: 0.4, repair: 0.18, warm: 0.06, validate: 0.06, criticize: 0.05 };

/** Sentences that a secret begins with. */
export const LEADS: readonly string[] = [
  'There is something I have not told you.',
  'You should hear this from me.',
  'I have kept something back.',
  'Before we go on, you need to know one thing.',
  'I cannot sit on this any longer.',
];

/** The part of words that tells a secret; undefined if they tell none. */
export function secretIn(words: string): string | undefined {
  const lead = LEADS.find((each) => words.startsWith(each));
  return lead === undefined ? undefined : words.slice(lead.length).trim();
}

/**
 * Tells a secret in the first person, in its own words; undefined if none is kept, or if this is not the moment. `isMeant`: it is what this
 * person has decided to do.
 */
export function tellSecret(
  reading: CharacterReading,
  { stance, isMeant }: { readonly stance: Stance; readonly isMeant: boolean },
  random: () => number,
): string | undefined {
  const openness = 1 - 0.6 * reading.attachment.avoidance;
  if (reading.secrets.length === 0 || (!isMeant && random() >= (CHANCE[stance] ?? 0) * openness)) return undefined;
  const own = reading.scene.filter(({ kind }) => kind === 'own-deed').map(({ words }) => words);
  const matter = `${reading.situation} ${reading.question}`;
  const tellable = reading.secrets
    .filter((secret) => isMeant || isOfThisScene(secret, reading) || isNamedIn(secret, matter))
    .map((secret) => inFirstPerson(secret, reading))
    .filter((told) => isWellPut(told, reading.name) && !own.some((words) => words.includes(told)));
  if (tellable.length === 0) return undefined;
  return `${pickFrom(LEADS, random)} ${asSentences(pickFrom(tellable, random))}`;
}

/** Whether a secret came up in the scene under way; others come out only where the scene is about them. */
function isOfThisScene(secret: string, { scene }: CharacterReading): boolean {
  return scene.some(({ kind, text }) => kind === 'secret' && text === secret);
}

/** Whether a text reads as speech: a secret that cannot be put so is kept. */
export function isWellPut(told: string, name: string): boolean {
  const isOdd =
    /\b(?:me|my) (?:sat|am|is|was|were|has|have|had|does|did|will|would|could|can|must|kept|went|came|took|gave|knew|thought|\w+ed)\b/i.test(
      told,
    ) ||
    /\bI (?!was\b|always\b|perhaps\b|sometimes\b|less\b|as\b|miss\b|guess\b|pass\b|dress\b|confess\b|discuss\b|yes\b)\w+s\b/.test(
      told,
    ) ||
    /\b(?:he|she|him|herself|himself)\b/i.test(told);
  return !isOdd && (name === '' || !told.includes(name));
}

const VERBS =
  'want|know|think|hope|fear|feel|like|love|need|plan|keep|believe|wonder|dread|regret|wish|miss|expect|mean|dream|suspect|remember|forget|notice|see|hear|say|get|make|take|owe|sleep|lie|work|write|drink|look|call|visit|hide|tell|give|find|send|meet|use|read|ring|wait|save|envie?|doubt|hate|enjoy|prefer|cannot';

/** Puts a secret into the mouth of its owner: `Maya has read Ben's posts` becomes `I have read your posts`. */
export function inFirstPerson(secret: string, { name, other }: Pick<CharacterReading, 'name' | 'other'>): string {
  const told = secret
    .replace(/\bboth of them\b/gi, 'both of us')
    .replace(/\byou are\b/gi, 'I am')
    .replace(/\byou were\b/gi, 'I was')
    .replace(/\byour\b/gi, 'my')
    .replace(/\byourself\b/gi, 'myself')
    .replace(/\b(to|for|of|with|about|at|from|by|paid|told|gave|asked|showed|sent|without|behind) you\b/gi, '$1 me')
    .replace(/\byou\b/gi, 'I');
  return asPerson(
    asPerson(withNames(told, [name, other]), name, { subject: 'I', object: 'me', possessive: 'my', be: 'am', been: 'was' }),
    other,
    {
      subject: 'you',
      object: 'you',
      possessive: 'your',
      be: 'are',
      been: 'were',
    },
  );
}

/** Writes the name for each pronoun that stands for one of the two: the last one named, unless somebody of theirs was named last. */
function withNames(text: string, names: readonly string[]): string {
  const known = names
    .filter((name) => name !== '')
    .map(escapePattern)
    .join('|');
  if (known === '') return text;
  let last: string | undefined;
  const tokens = new RegExp(`(?<!\\p{L})(?:(?<name>${known})(?<of>[’']s)?|(?<pronoun>[Hh]e|[Ss]he|him|his|her))(?!\\p{L})`, 'gu');
  return text.replace(tokens, (token, ...found) => {
    const { name, of, pronoun } = found.at(-1) as Readonly<Record<string, string | undefined>>;
    const rest = text.slice((found.at(-3) as number) + token.length);
    if (name !== undefined) last = of === undefined ? name : undefined;
    if (pronoun === undefined || last === undefined) return token;
    return pronoun === 'his' || (pronoun === 'her' && POSSESSED.test(rest)) ? `${last}’s` : last;
  });
}

/** Words that follow `her` where it is an object. */
const AFTER_OBJECT =
  '(?:to|that|and|or|for|in|on|at|with|when|if|as|but|about|from|since|while|again|once|want|go|feel|so|before|after)';

/** Text behind a `her` that stands for a possessive. */
const POSSESSED = new RegExp(`^ (?!${AFTER_OBJECT}\\b)\\p{Ll}`, 'u');

interface Person {
  readonly subject: string;
  readonly object: string;
  readonly possessive: string;
  readonly be: string;
  readonly been: string;
}

function asPerson(text: string, name: string, { subject, object, possessive, be, been }: Person): string {
  if (name === '') return text;
  const named = escapePattern(name);
  const at = (pattern: string) => new RegExp(`(?<![\\p{L}])${named}${pattern}`, 'gu');
  return text
    .replace(at("[’']s\\b"), possessive)
    .replace(at(' is\\b'), `${subject} ${be}`)
    .replace(at(' was\\b'), `${subject} ${been}`)
    .replace(at(' has\\b'), `${subject} have`)
    .replace(at(' does\\b'), `${subject} do`)
    .replace(at(` (${VERBS})(?:e?s)\\b`), `${subject} $1`)
    .replace(
      at(
        ' (?=(?:had|could|would|will|should|might|may|must|can|once|never|already|still|did|found|saw|met|wrote|read|sat|kept|went|came|took|gave|left|felt|thought|told|heard|lay|stood|ran|won|paid|spoke|drank|swore|forgave|hid|slept|threw|broke|bought|brought|knew|made|said|lost|meant|sent|let|put|set|spent|understood|wept|began|got|fell|held|grew|drew|rang|chose|built|shook|rode|drove|flew|ate|forgot|sang|sold|shut|\\w+ed)\\b)',
      ),
      `${subject} `,
    )
    .replace(
      new RegExp(`(?<=(?:^|[.;:!?] |\\b(?:that|and|but|if|because|when|what|where|how|than|as) )) ?${named} (?=\\p{Ll})`, 'gu'),
      `${subject} `,
    )
    .replace(at('(?![\\p{L}])'), object)
    .replace(new RegExp(`(?<=\\b${subject}\\b[^.;]*), and has\\b`, 'gu'), ', and have')
    .replace(new RegExp(`(?<=\\b${subject}\\b[^.;]*) and has\\b`, 'gu'), ' and have')
    .replace(new RegExp(`(?<=\\b${subject}\\b[^.;]*) and is\\b`, 'gu'), ` and ${be}`)
    .replace(new RegExp(`(?<=\\b${subject}\\b[^.;]*) and (${VERBS})e?s\\b`, 'gu'), ' and $1');
}
