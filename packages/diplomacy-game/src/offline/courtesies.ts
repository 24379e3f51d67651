import type { Power } from '@entente/diplomacy-rules';
import { powerTitle } from './phrase-pattern.js';
import { pick } from './pick.js';

/** Openings of messages; `{name}` is the recipient. */
const OPENERS: readonly string[] = [
  'Good day, {name}.',
  'A word between neighbours, {name}.',
  '{name}, let me be brief.',
  'I write to you in confidence, {name}.',
  'My dear {name}!',
  '{name}, you and I should talk.',
  'My government has thought about you, {name}.',
  'Greetings to {name}.',
  '{name}, I will speak openly.',
  'To my colleague of {name}:',
  'Between you and me, {name}:',
  'I hope this finds you well, {name}.',
];

/** Remarks on a third power, for recipients on good terms. They ask for nothing. */
const WARNINGS: readonly string[] = [
  'Keep an eye on {name}, whose letters to me sound too friendly.',
  'I would not turn my back on {name} just now.',
  '{name} is growing, and it is not going to stop by itself.',
  'Have you noticed where {name} has put its units?',
  'If I were you I would count the units of {name} twice.',
];

const PUBLIC_WORDS: readonly string[] = [
  '{name} has {count} centres. If nobody minds that, the game is over sooner than we think.',
  'I ask everybody to look at {name}: {count} centres, and no neighbour who says a word.',
  'Gentlemen, we quarrel over villages while {name} sits on {count} centres.',
  'Whoever is still at war with a neighbour of {name} should ask who profits. It has {count} centres.',
];

const IDLE_PUBLIC_WORDS: readonly string[] = [
  'May the best letters win. I answer all of mine.',
  'I have signed nothing that I would not read aloud here.',
  'A quiet season to all who want one.',
  'I keep a list of kept promises. It is short and I would like it longer.',
  'Let it be known that I seek no quarrel this season.',
  'Those who write to me will find me reasonable.',
  'There is room enough for everybody, at least until winter.',
];

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

/** Writes the beginning of a message. */
export const sayOpener = (to: Power, random: () => number): string => fill(pick(OPENERS, random), { name: powerTitle(to) });

/** Writes a warning of a third power. */
export const sayWarning = (of: Power, random: () => number): string => fill(pick(WARNINGS, random), { name: powerTitle(of) });

/** Writes a message to everybody: about the leader, or about nothing in particular. */
export const sayInPublic = (leader: { readonly power: Power; readonly count: number } | null, random: () => number): string =>
  leader === null
    ? pick(IDLE_PUBLIC_WORDS, random)
    : fill(pick(PUBLIC_WORDS, random), { name: powerTitle(leader.power), count: String(leader.count) });
