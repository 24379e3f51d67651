import type { Couple, Persona } from '../couple.js';

/** Youngest age of two who are partners, in years. */
export const ADULT = 18;
/** Stages that only partners come to. */
const OF_PARTNERS: readonly Couple['facts']['stage'][] = ['dating', 'engaged', 'married', 'separated'];
/** Stages at which two have no child together and no household. */
const OF_STRANGERS: readonly Couple['facts']['stage'][] = ['strangers', 'acquainted'];

/** Something in a couple that contradicts something else, with the key that it stands under. */
export interface Contradiction {
  readonly key: 'partners' | 'stage' | 'months' | 'living' | 'children';
  readonly message: string;
}

/** Facts of a couple that cannot be true together, or of partners who are not grown up. Ages that are not given are not judged. */
export function contradictionsIn(
  { bond, stage, months, living, children }: Couple['facts'],
  partners: readonly [Persona, Persona],
): readonly Contradiction[] {
  const ages = partners.flatMap(({ name, age }) => (age === undefined ? [] : [{ name, age }]));
  const minor = bond === 'partners' ? ages.find(({ age }) => age < ADULT) : undefined;
  const [youngest] = ages.toSorted((one, other) => one.age - other.age);
  const isNew = OF_STRANGERS.includes(stage);
  const found: (Contradiction | false | undefined)[] = [
    minor && { key: 'partners', message: `${minor.name} is ${minor.age}; partners are ${ADULT} or older` },
    bond !== 'partners' &&
      OF_PARTNERS.includes(stage) && {
        key: 'stage',
        message: `${stage} is a stage of partners, and the bond is ${bond}; write strangers, acquainted or together, or another bond`,
      },
    youngest &&
      months !== undefined &&
      months / 12 >= youngest.age + 1 && {
        key: 'months',
        message: `${months} months are longer than ${youngest.name}, ${youngest.age}, has lived`,
      },
    isNew && living === 'together' && { key: 'living', message: `two who are ${stage} do not live together` },
    isNew &&
      bond === 'partners' &&
      children !== undefined &&
      children > 0 && { key: 'children', message: `two who are ${stage} have no children together` },
  ];
  return found.flatMap((one) => (one === false || one === undefined ? [] : [one]));
}
