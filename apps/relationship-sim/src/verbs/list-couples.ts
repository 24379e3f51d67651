import type { Couple } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { createStyle, hasColors, outputWidth, type VerbCall, wrapText } from '@entente/run-console';
import { chooseCouple } from '../couple-runs/choose-couples.js';
import { kindOf, personInShort, standing } from './couple-in-short.js';
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
