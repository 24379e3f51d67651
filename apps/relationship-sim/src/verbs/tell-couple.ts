import type { Couple, Persona } from '@entente/relationship';
import { type createStyle, wrapText } from '@entente/run-console';
import { kindOf, personInShort, standing } from './couple-in-short.js';

/** Everything on file about a couple: what both know, then each of the two with what nobody else knows. */
export function tellCouple(
  couple: Couple,
  { width, style }: { readonly width: number; readonly style: ReturnType<typeof createStyle> },
): string {
  const { id, partners, facts, knows, secrets } = couple;
  const say = (text: string): string => wrapText(text, width, '  ');
  const list = (title: string, items: readonly string[] = []): readonly string[] =>
    items.length === 0 ? [] : [`  ${style.dim(title)}`, ...items.map((item) => wrapText(`- ${item}`, width, '  '))];
  const person = (persona: Persona, place: 0 | 1): readonly string[] => [
    '',
    style.bold(personInShort(persona)),
    say(persona.persona),
    ...list('Traits', joined(persona.traits)),
    ...list('Values', joined(persona.values)),
    ...list('Life', lifeInWords(persona)),
    ...list('Hopes', persona.goals),
    ...list('What would end it', persona.dealbreakers),
    ...list('Habits', persona.rules),
    ...list('Has seen of the other', [knows[place]].filter(Boolean)),
    ...list('Keeps to itself', secrets[place]),
    ...list('Memories', persona.memories),
  ];
  return [
    style.bold(`${id} (${kindOf(couple)}, ${standing(couple)})`),
    ...(facts.story === undefined ? [] : [say(facts.story)]),
    ...list('Agreed', facts.agreed),
    ...person(partners[0], 0),
    ...person(partners[1], 1),
  ].join('\n');
}

function joined(words: readonly string[] | undefined): readonly string[] {
  return words === undefined || words.length === 0 ? [] : [words.join(', ')];
}

/** `work employed, parents both, grandparents yes` */
function lifeInWords({ life }: Persona): readonly string[] {
  return joined(
    Object.entries(life).map(([name, value]) => `${name} ${value === true ? 'yes' : value === false ? 'no' : String(value)}`),
  );
}
