import type { Power, Unit } from '@entente/diplomacy-rules';
import { POWERS, provinceOfUnit } from '@entente/diplomacy-rules';
import type { Deal } from './deal.js';
import type { Speech } from './deal-phrases.js';
import { PROVINCE_PATTERN, provinceByName } from './phrase-pattern.js';
import type { Board } from './read-board.js';
import { ORDER_PATTERN } from './read-order-text.js';
import type { SpokenAct } from './speech-acts.js';

const ORDERS = new RegExp(ORDER_PATTERN, 'g');
const PROVINCES = new RegExp(`\\b(?:${PROVINCE_PATTERN})`, 'g');
const KEEP_OUT = /\bDMZ\b|demilitari[sz]|stay out of|keep out of|bounce-free/i;
const TOGETHER = /\b(?:alliance|ally|allies|together|joint|team up|against)\b/i;
const PEACE = /non-?aggression|\bpeace|\btruce|\bpact\b|\bNAP\b/i;
const NO = /\b(?:no|not|cannot|can't|refuse|decline|won't)\b/i;
const YES = /\b(?:agree|agreed|accept|deal|yes|gladly|sounds good|of course|happy to)\b/i;

/**
 * Guesses the meaning of words in another style than the offline diplomat's: a person's, or a language model's at the same table. A yes or
 * no without a deal is `assent`.
 */
export function readLooseWords(
  text: string,
  speech: Speech,
  board: Board | null,
): { readonly acts: readonly SpokenAct[]; readonly assent: 'yes' | 'no' | null } {
  const assent = NO.test(text) ? 'no' : YES.test(text) ? 'yes' : null;
  const act = assent === 'no' ? 'refuse' : 'propose';
  const deals = [...orderDeals(text, speech, board), ...otherDeals(text, speech)];
  return { acts: deals.map((deal) => ({ ...speech, act, deal })), assent };
}

/** Orders that are named, of units that belong to one of the two. */
function orderDeals(text: string, { sender, recipient }: Speech, board: Board | null): readonly Deal[] {
  return (text.match(ORDERS) ?? []).flatMap((order): readonly Deal[] => {
    const owner = board?.occupants.get(provinceOfUnit(order.split(' ').slice(0, 2).join(' ') as Unit))?.power;
    return owner === sender || owner === recipient ? [{ kind: 'order', by: owner, order }] : [];
  });
}

function otherDeals(text: string, { sender, recipient }: Speech): readonly Deal[] {
  const deals: Deal[] = [];
  if (KEEP_OUT.test(text)) {
    const province = provinceByName(PROVINCES.exec(text)?.[0] ?? '');
    PROVINCES.lastIndex = 0;
    if (province !== undefined) deals.push({ kind: 'demilitarized', province });
  }
  if (TOGETHER.test(text)) {
    const upper = text.toUpperCase();
    const against = POWERS.find((power: Power) => power !== sender && power !== recipient && upper.includes(`AGAINST ${power}`));
    if (against !== undefined) deals.push({ kind: 'alliance', against });
  }
  if (PEACE.test(text)) deals.push({ kind: 'peace' });
  return deals;
}
