import type { Couple, Persona } from '@entente/relationship';

/** `partners`, `friends`, `mother and grown-up son` */
export function kindOf({ facts: { bond, kind } }: Couple): string {
  return kind ?? bond;
}

/** `Maya, 31, chemistry teacher, attachment 2 anxious and 1.8 avoidant` */
export function personInShort({ name, age, occupation, attachment }: Persona): string {
  const attached = attachment && `attachment ${attachment.anxiety} anxious and ${attachment.avoidance} avoidant`;
  return [name, age, occupation, attached].filter((part) => part !== undefined).join(', ');
}

const lasting = (time: string): string => ` for ${time}`;

/** Months count from the day on which the two came together, or met. */
const SINCE: Readonly<Record<Couple['facts']['stage'], (time: string) => string>> = {
  strangers: () => '',
  acquainted: lasting,
  dating: lasting,
  together: lasting,
  engaged: (time) => `, a couple for ${time}`,
  married: (time) => `, a couple for ${time}`,
  separated: (time) => `, ${time} after they came together`,
};

/** `together for 14 months, living apart, no children` */
export function standing({ facts: { stage, months, living, children } }: Couple): string {
  const since = months === undefined || months === 0 ? '' : SINCE[stage](timeOf(months));
  const home = living === undefined ? undefined : living === 'long-distance' ? 'at a long distance' : `living ${living}`;
  const family =
    children === undefined ? undefined : children === 0 ? 'no children' : `${children} ${children === 1 ? 'child' : 'children'}`;
  return [`${stage}${since}`, home, family].filter((part) => part !== undefined).join(', ');
}

function timeOf(months: number): string {
  if (months < 24) return `${months} ${months === 1 ? 'month' : 'months'}`;
  return `${Math.floor(months / 12)} years`;
}
