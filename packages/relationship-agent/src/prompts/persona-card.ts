import { fillWord } from '@entente/llm-clients';
import { type Character, isToldIn } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';

/**
 * Card of the person a prompt speaks for: description, traits, attachment in plain words, hopes, dealbreakers and habits. It is the same in
 * every prompt of a run, and written once.
 */
export function personaCard(words: AgentWords, character: Character): string {
  const known = written.get(words) ?? new WeakMap<Character, string>();
  written.set(words, known);
  const card = known.get(character) ?? writeCard(words, character);
  known.set(character, card);
  return card;
}

const written = new WeakMap<AgentWords, WeakMap<Character, string>>();

function writeCard(words: AgentWords, character: Character): string {
  const { name, persona, age, occupation, traits, values, attachment, goals, dealbreakers, rules } = character;
  const facts = [
    fillWord(words, 'persona.name', { name }),
    ...(age === undefined || isToldIn(persona, String(age)) ? [] : [fillWord(words, 'persona.age', { age })]),
    ...(occupation === undefined || isToldIn(persona, occupation) ? [] : [fillWord(words, 'persona.occupation', { occupation })]),
  ].join(' ');
  const manner = [
    ...(traits?.length ? [fillWord(words, 'persona.traits', { traits: traits.join(', ') })] : []),
    ...(values?.length ? [fillWord(words, 'persona.values', { values: values.join(', ') })] : []),
    ...(attachment ? [words[`anxiety.${gradeOf(attachment.anxiety)}`], words[`avoidance.${gradeOf(attachment.avoidance)}`]] : []),
  ].join('\n');
  return [
    [words['title.persona'], facts, persona, manner].filter((text) => text !== '').join('\n'),
    section(words['title.goals'], goals),
    section(words['title.dealbreakers'], dealbreakers),
    section(words['title.rules'], rules),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(title: string, entries: readonly string[] = []): string {
  return entries.length === 0 ? '' : [title, ...entries.map((entry) => `- ${entry}`)].join('\n');
}

/** Grade of a value from 1 to 7. */
function gradeOf(value: number): 1 | 2 | 3 | 4 {
  return value < 2.5 ? 1 : value < 4 ? 2 : value < 5.5 ? 3 : 4;
}
