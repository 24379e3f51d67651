import { type Couple, escapePattern, type Persona } from '@entente/relationship';
import { SettingFault } from '../couple-runs/setting-fault.js';

/**
 * Puts another persona into a couple. The couple keeps its name, its facts, its story and its secrets, in which the new name stands for the
 * former one; only what the other partner has seen of the former one's character is left out.
 * @param persona the new partner; undefined changes nothing
 * @throws SettingFault if both partners have one name then
 */
export function putInPersona(couple: Couple, place: 0 | 1, persona: Persona | undefined): Couple {
  const former = couple.partners[place];
  if (persona === undefined || persona.id === former.id) return couple;
  const other = couple.partners[1 - place]!;
  if (other.id === persona.id || other.name === persona.name)
    throw new SettingFault(
      place === 0 ? 'firstPersona' : 'secondPersona',
      `${persona.id} cannot be put into ${couple.id}: both partners would be called ${persona.name}; choose another persona, or other couples.`,
    );
  const renamed = (text: string): string => text.replaceAll(nameIn(former.name), () => persona.name);
  const { facts, knows, secrets } = couple;
  return {
    ...couple,
    partners: inPlace(couple.partners, place, persona),
    facts: { ...facts, story: facts.story === undefined ? undefined : renamed(facts.story), agreed: facts.agreed.map(renamed) },
    knows: inPlace([renamed(knows[0]), renamed(knows[1])], place === 0 ? 1 : 0, ''),
    secrets: [secrets[0].map(renamed), secrets[1].map(renamed)],
  };
}

function inPlace<Item>([first, second]: readonly [Item, Item], place: 0 | 1, item: Item): readonly [Item, Item] {
  return place === 0 ? [item, second] : [first, item];
}

/** The name as a word of its own, in any script. */
function nameIn(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(name)}(?![\\p{L}\\p{N}])`, 'gu');
}
