import type { Couple, Persona } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { createStyle, hasColors, outputWidth, type VerbCall, wrapText } from '@entente/run-console';
import { chooseCouple } from '../couple-runs/choose-couples.js';
import { tellCouple } from './tell-couple.js';

/** Lists the couples that ship, or shows one of them whole. */
export async function listCouples({ io, words }: Pick<VerbCall<object>, 'io' | 'words'>): Promise<number> {
  const width = outputWidth(io.stdout);
  const style = createStyle(hasColors(io.stdout, io.env));
  const [name] = words;
  const text =
    name === undefined
      ? shippedLibrary()
          .couples.map((couple) => `${style.bold(couple.id)}\n${wrapText(inShort(couple), width, '  ')}`)
          .join('\n')
      : tellCouple(chooseCouple(name), { width, style });
  io.stdout.write(`${text}\n`);
  return 0;
}

/** Kind of couple, the two people, and how they stand. */
function inShort(couple: Couple): string {
  const [first, second] = couple.partners;
  return `${kindOf(couple)}: ${personInShort(first)}; ${personInShort(second)}. ${standing(couple)}.`;
}

/** `partners`, `friends`, `mother and grown-up son` */
export function kindOf({ facts: { bond, kind } }: Couple): string {
  return kind ?? bond;
}

/** `Maya, 31, chemistry teacher, attachment 2 anxious and 1.8 avoidant` */
export function personInShort({ name, age, occupation, attachment }: Persona): string {
  const attached = attachment && `attachment ${attachment.anxiety} anxious and ${attachment.avoidance} avoidant`;
  return [name, age, occupation, attached].filter((part) => part !== undefined).join(', ');
}

/** `together for 14 months, living apart, no children` */
export function standing({ facts: { stage, months, living, children } }: Couple): string {
  const since = months === undefined ? '' : ` for ${timeOf(months)}`;
  const home = living === undefined ? undefined : living === 'long-distance' ? 'at a long distance' : `living ${living}`;
  const family =
    children === undefined ? undefined : children === 0 ? 'no children' : `${children} ${children === 1 ? 'child' : 'children'}`;
  return [`${stage}${since}`, home, family].filter((part) => part !== undefined).join(', ');
}

function timeOf(months: number): string {
  if (months < 24) return `${months} ${months === 1 ? 'month' : 'months'}`;
  return `${Math.floor(months / 12)} years`;
}
