import {
  type CoupleChange,
  type CoupleFacts,
  factInWords,
  hasBrokenUp,
  isRelationValue,
  onOneLine,
  otherPartner,
  type Partner,
  type RelationDelta,
  relationInWords,
  type RelationshipSettings,
  type RelationshipState,
  type RelationStates,
} from '@entente/relationship';
import { wrapText } from '@entente/run-console';
import { eventsInWords, eventsNotPlayed } from '../couple-runs/events-not-played.js';
import { coupleTitle } from '../report/placed-partners.js';
import { hanging, quoted } from './layout.js';
import type { Telling } from './tell-opening.js';

/** States that a scene changed, in one line: `between them: conflict brewing ("I am not angry.")`; no lines if there are none. */
export function tellDeltas(telling: Telling, before: RelationStates, deltas: readonly RelationDelta[]): readonly string[] {
  const changes = deltas
    .filter(({ state, to }) => isRelationValue(state, to))
    .map(({ state, to, quote }) => {
      const from = before[state];
      const now = relationInWords(state, to);
      const change = from === 'unknown' ? now : from === to ? `still ${now}` : `${relationInWords(state, from)} → ${now}`;
      return `${change}${inBrackets(quote)}`;
    });
  return changes.length === 0 ? [] : [changed(telling, `between them: ${changes.join('; ')}`)];
}

/** Fact of the couple that is another from this scene on: `from now on: they live together ("Bring the other boxes.")` */
export function tellCoupleChange(telling: Telling, after: CoupleFacts, change: CoupleChange, quote: string | null): string {
  return changed(telling, `from now on: ${factInWords(telling.names, after, change)}${inBrackets(quote ?? '')}`);
}

/** Secret that the other one has learnt, and the words that told it: `Tomasz now knows what only Bronagh knew: she has … ("I have …")` */
export function tellSecret(
  telling: Telling,
  { partner, quote }: { readonly partner: Partner; readonly quote: string },
  { text, isOfOpening }: { readonly text: string; readonly isOfOpening: boolean },
): string {
  const other = telling.names[otherPartner(partner)];
  const knows = `${isOfOpening ? `by now ${other} knows` : `${other} now knows`} what only ${telling.names[partner]} knew`;
  return changed(telling, `${text.trim() === '' ? knows : `${knows}: ${onOneLine(text)}`}${inBrackets(quote)}`);
}

/** Last lines of a run that a break-up has ended: that it did, and what from outside was to come later; no lines if none has. */
export function tellBreakUp(telling: Telling, settings: RelationshipSettings, state: RelationshipState): readonly string[] {
  const { style, width } = telling;
  const { relation, scenes } = state;
  const last = scenes.at(-1);
  if (settings.order !== 'by-state' || last === undefined || last.ending === 'under-way' || !hasBrokenUp(relation)) return [];
  const end = `${coupleTitle(state) ?? 'The two'} have broken up. Their story ends with scene ${last.scene}.`;
  const lost = eventsNotPlayed(settings, state);
  return [
    `\n${style.bold(wrapText(end, width))}`,
    ...(lost.length === 0 ? [] : [style.yellow(hanging(telling, `From outside, never played: ${eventsInWords(lost)}`))]),
  ];
}

function changed(telling: Telling, text: string): string {
  return telling.style.cyan(hanging(telling, text, '    ', '  '));
}

function inBrackets(quote: string): string {
  return quote.trim() === '' ? '' : ` (${quoted(quote)})`;
}
