import { seededRandom } from '@entente/studies';
import { UnpairedError } from '../relationship-errors.js';
import type { Couple, Persona } from './couple.js';
import { ADULT } from './reading/contradictions.js';

/**
 * Ways of making couples out of a list of personas:
 *
 * - `listed`: the first with the second, the third with the fourth, …
 * - `random`: each once, drawn by the seed;
 * - `by-group`: each once, with one of another group, drawn by the seed; there are two groups of the same size;
 * - `all`: each with each other one.
 */
export const PAIRING_RULES = ['listed', 'random', 'by-group', 'all'] as const;
export type PairingRule = (typeof PAIRING_RULES)[number];

/**
 * Makes couples out of personas, for studies with many. A couple's id is made of both ids (`p1-p2`); nothing is known of it but that the two
 * are partners who are together. Two of the same name cannot be told apart in a scene: `random` and `by-group` keep them apart where they
 * can, and `all` leaves such pairs out.
 * @param rule see `PAIRING_RULES`
 * @param seed decides every draw; the same seed gives the same couples
 * @throws UnpairedError if somebody is left over, if two of a pair have one name, or if one is no adult
 */
export function pairPersonas(personas: readonly Persona[], rule: PairingRule, seed: string): readonly Couple[] {
  const pairs = pairsBy(rule, personas, seed);
  const alike = pairs.find(([one, other]) => one.name === other.name);
  if (alike)
    throw new UnpairedError(
      `${alike[0].id} and ${alike[1].id} are both called ${alike[0].name}: give one another name, or pair in another way.`,
    );
  const minor = pairs.flat().find(({ age }) => age !== undefined && age < ADULT);
  if (minor)
    throw new UnpairedError(
      `${minor.id} is ${minor.age}: pairing makes partners, who are ${ADULT} or older; leave this one out.`,
    );
  return pairs.map(coupleOf);
}

type Pair = readonly [Persona, Persona];

function pairsBy(rule: PairingRule, personas: readonly Persona[], seed: string): readonly Pair[] {
  switch (rule) {
    case 'listed':
      return inTwos(personas);
    case 'random':
      return apart(inTwos(shuffled(personas, seed)));
    case 'by-group':
      return apart(acrossGroups(personas, seed));
    case 'all':
      return personas.flatMap((one, index) =>
        personas.slice(index + 1).flatMap((other): readonly Pair[] => (one.name === other.name ? [] : [[one, other]])),
      );
    default:
      return rule satisfies never;
  }
}

function inTwos(personas: readonly Persona[]): readonly Pair[] {
  const last = personas.at(-1);
  if (personas.length % 2 === 1 && last)
    throw new UnpairedError(`${last.id} is left over: there are ${personas.length} personas, and pairs need an even number.`);
  return personas.flatMap((one, index): readonly Pair[] => (index % 2 === 0 ? [[one, personas[index + 1]!]] : []));
}

function acrossGroups(personas: readonly Persona[], seed: string): readonly Pair[] {
  const without = personas.find(({ group }) => group === undefined);
  if (without) throw new UnpairedError(`${without.id} has no group: fill in the column "group", or pair in another way.`);
  const groups = [...new Set(personas.map(({ group }) => group))];
  const [ones, others] = groups.map((name) =>
    shuffled(
      personas.filter(({ group }) => group === name),
      `${seed}/${String(name)}`,
    ),
  );
  if (groups.length !== 2 || !ones || !others || ones.length !== others.length) {
    const sizes = groups.map((name) => `${String(name)} ${personas.filter(({ group }) => group === name).length}`).join(', ');
    throw new UnpairedError(`Pairing by group needs two groups of the same size; there are ${sizes || 'none'}.`);
  }
  return ones.map((one, index): Pair => [one, others[index]!]);
}

/** Exchanges second partners, so that no two of one name are a pair, as far as that goes. */
function apart(pairs: readonly Pair[]): readonly Pair[] {
  const result = [...pairs];
  for (const [index, [one, other]] of result.entries()) {
    if (one.name !== other.name) continue;
    const place = result.findIndex(([first, second]) => first.name !== other.name && second.name !== one.name);
    const exchanged = result[place];
    if (!exchanged) continue;
    result[index] = [one, exchanged[1]];
    result[place] = [exchanged[0], other];
  }
  return result;
}

function coupleOf([one, other]: Pair): Couple {
  return {
    id: `${one.id}-${other.id}`,
    partners: [one, other],
    facts: { bond: 'partners', stage: 'together', agreed: [] },
    knows: ['', ''],
    secrets: [[], []],
  };
}

/** Fisher and Yates's shuffle. */
function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
  const { below } = seededRandom(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const drawn = below(last + 1);
    [result[last], result[drawn]] = [result[drawn]!, result[last]!];
  }
  return result;
}
