import { type ByPartner, type CoupleFacts, factInWords, type StepObstacle } from '@entente/relationship';

/** Reason why a step of an arc gave way, as a clause: `it is for two who are married, and they are going out with each other`. */
export function obstacleInWords(names: ByPartner<string>, couple: CoupleFacts, obstacle: StepObstacle): string {
  switch (obstacle.kind) {
    case 'played':
      return 'what would fit of it was played before';
    case 'used-up':
      return 'it is about something that happens once in a life, and has happened';
    case 'bond':
      return `it is not for ${couple.bond}`;
    case 'no-scenario':
      return 'none of its scenarios may be played in this run';
    case 'condition':
      return conditionInWords(names, couple, obstacle);
    default:
      return obstacle satisfies never;
  }
}

function conditionInWords(
  names: ByPartner<string>,
  couple: CoupleFacts,
  { name, scenario: { requires } }: Extract<StepObstacle, { readonly kind: 'condition' }>,
): string {
  const now = (fact: 'stage' | 'living', to: string | undefined): string =>
    to === undefined ? '' : `, and ${factInWords(names, couple, { fact, to })}`;
  switch (name) {
    case 'stage':
      return `it is for two who are ${oneOf(requires.stage)}${now('stage', couple.stage)}`;
    case 'living':
      return `it is for two who live ${oneOf(requires.living)}${now('living', couple.living)}`;
    case 'children':
      return `it is for two ${requires.children === 'some' ? 'with' : 'without'} children`;
    case 'months':
      return `it is for two who have been together for ${within(requires.months)} months, and these have been for ${couple.months ?? 0}`;
    case 'after':
      return 'it follows on something that has not happened';
    case 'commitment':
    case 'states':
      return 'the state of the relationship does not allow it';
    default: {
      const [letter, fact] = name.split('.') as ['A' | 'B', keyof NonNullable<typeof requires.A>];
      return personInWords(names[letter], fact, { wanted: requires[letter]?.[fact], is: couple.lives[letter][fact] });
    }
  }
}

interface Compared {
  readonly wanted: unknown;
  readonly is: unknown;
}

function personInWords(name: string, fact: string, { wanted, is }: Compared): string {
  if (fact === 'age') return `${name} is ${String(is)}, and it is for an age of ${within(wanted as Range)}`;
  if (fact === 'work')
    return `${name} is ${plain(String(is))}, and it is for somebody who is ${oneOf(wanted as readonly string[])}`;
  return `it is for somebody ${wanted === false || wanted === 'none' ? 'without' : 'with'} ${fact === 'pet' ? 'a pet' : fact}, and that is not ${name}`;
}

type Range = { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;

/** `12 or more`, `60 or less`, `12 to 60` */
function within({ min, max }: NonNullable<Range> = {}): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  return min === undefined ? `${max ?? 0} or less` : `${min} or more`;
}

function oneOf(values: readonly string[] = []): string {
  return values.map(plain).join(' or ');
}

/** `long-distance` and `at-home` in everyday words. */
function plain(value: string): string {
  return value === 'long-distance' ? 'far apart' : value === 'self-employed' ? value : value.replace('-', ' ');
}
