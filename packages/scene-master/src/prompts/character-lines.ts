import { fillWord } from '@entente/llm-clients';
import { type Character, isToldIn, type Partner } from '@entente/relationship';
import type { DirectorWords } from './director-words.js';

/** Formats the card of one person for the director and the judges. */
export function characterLines(words: DirectorWords, id: Partner, character: Character): readonly string[] {
  const { name, persona, pronouns, age, occupation, traits, values, attachment, goals, dealbreakers, rules } = character;
  const list = (entry: keyof DirectorWords, key: string, items: readonly string[] = [], between = ' ') =>
    items.length > 0 ? [fillWord(words, entry, { [key]: items.join(between) })] : [];
  return [
    fillWord(words, 'title.character', { id, name }),
    persona,
    ...(pronouns === undefined ? [] : [fillWord(words, 'character.pronouns', { pronouns: words[`pronouns.${pronouns}`] })]),
    ...(age === undefined || isToldIn(persona, String(age)) ? [] : [fillWord(words, 'character.age', { age })]),
    ...(occupation === undefined || isToldIn(persona, occupation)
      ? []
      : [fillWord(words, 'character.occupation', { occupation })]),
    ...list('character.traits', 'traits', traits, ', '),
    ...list('character.values', 'values', values, ', '),
    ...(attachment === undefined ? [] : [fillWord(words, 'character.attachment', { ...attachment })]),
    ...list('character.goals', 'goals', goals),
    ...list('character.dealbreakers', 'dealbreakers', dealbreakers),
    ...list('character.rules', 'rules', rules),
  ];
}
