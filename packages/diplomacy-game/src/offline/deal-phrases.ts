import type { Power } from '@entente/diplomacy-rules';
import { type Deal, shareOf } from './deal.js';
import { type PhrasePattern, phrasePattern, powerTitle, provinceByName, provinceTitle } from './phrase-pattern.js';
import { pick } from './pick.js';

/** Speaker and addressee. */
export interface Speech {
  readonly sender: Power;
  readonly recipient: Power;
}

const compiled = (...phrases: readonly string[]): readonly PhrasePattern[] => phrases.map(phrasePattern);

/** Clauses by meaning, from the speaker's side. Writer and reader share them, so everything that is written is understood. */
const PHRASES = {
  peace: compiled(
    'we leave each other alone this season',
    'neither of us attacks the other',
    'there is peace between our two countries for now',
    'we keep our hands off each other',
    'our border stays quiet this season',
  ),
  alliance: compiled(
    'we move against {power} together',
    'you and I make {power} our common enemy',
    'we both turn on {power}',
    'we squeeze {power} from two sides',
    'we divide the lands of {power} between us',
  ),
  demilitarized: compiled(
    'neither of us enters {province}',
    'we both stay out of {province}',
    '{province} stays empty',
    '{province} belongs to nobody for the time being',
    'no unit of yours or mine sets foot in {province}',
  ),
  mine: compiled('I order {order}', 'I write down {order}', 'my order will read {order}'),
  yours: compiled('you order {order}', 'you write down {order}', 'your order will read {order}'),
  share: compiled(
    '{mine} is for me and {yours} for you',
    'I take {mine} while you take {yours}',
    '{mine} goes to me and {yours} to you',
    'you help yourself to {yours} and I to {mine}',
  ),
} as const;

/** A deal as a clause that follows on `I propose that`. */
export function sayDeal(deal: Deal, { sender, recipient }: Speech, random: () => number): string {
  switch (deal.kind) {
    case 'peace':
      return pick(PHRASES.peace, random).write({});
    case 'alliance':
      return pick(PHRASES.alliance, random).write({ power: powerTitle(deal.against) });
    case 'demilitarized':
      return pick(PHRASES.demilitarized, random).write({ province: provinceTitle(deal.province) });
    case 'order':
      return pick(deal.by === sender ? PHRASES.mine : PHRASES.yours, random).write({ order: deal.order });
    case 'share': {
      const of = (power: Power) => provinceTitle(deal.shares.find((share) => share.power === power)?.province ?? '');
      return pick(PHRASES.share, random).write({ mine: of(sender), yours: of(recipient) });
    }
  }
}

/** A deal mentioned in a text, and its position there. */
export interface SpokenDeal {
  readonly index: number;
  readonly deal: Deal;
}

/** Finds all deals mentioned in a text, in order. */
export function findDeals(text: string, { sender, recipient }: Speech): readonly SpokenDeal[] {
  const found: SpokenDeal[] = [];
  for (const [kind, phrases] of Object.entries(PHRASES)) {
    for (const phrase of phrases) {
      for (const { index, values } of phrase.find(text)) {
        const deal = dealOf(kind as keyof typeof PHRASES, values, { sender, recipient });
        if (deal !== null) found.push({ index, deal });
      }
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

function dealOf(
  kind: keyof typeof PHRASES,
  values: Readonly<Record<string, string>>,
  { sender, recipient }: Speech,
): Deal | null {
  switch (kind) {
    case 'peace':
      return { kind: 'peace' };
    case 'alliance':
      return { kind: 'alliance', against: (values['power'] ?? '').toUpperCase() as Power };
    case 'demilitarized': {
      const province = provinceByName(values['province'] ?? '');
      return province === undefined ? null : { kind: 'demilitarized', province };
    }
    case 'mine':
    case 'yours':
      return { kind: 'order', by: kind === 'mine' ? sender : recipient, order: values['order'] ?? '' };
    case 'share': {
      const mine = provinceByName(values['mine'] ?? '');
      const yours = provinceByName(values['yours'] ?? '');
      if (mine === undefined || yours === undefined) return null;
      return shareOf({ power: sender, province: mine }, { power: recipient, province: yours });
    }
  }
}
