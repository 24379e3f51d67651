import {
  type CoupleChange,
  type CoupleFacts,
  hasBrokenUp,
  isRelationValue,
  type Partner,
  PARTNERS,
  type RelationDelta,
  type RelationshipState,
  type RelationStates,
  type Secret,
} from '@entente/relationship';
import { coupleTitle } from '../report/placed-partners.js';
import { asSentence, hanging, quoted } from './layout.js';
import type { Telling } from './tell-opening.js';

/** States that a scene changed, a line each: `conflict: none → active. "I am not angry."` */
export function tellDeltas(telling: Telling, before: RelationStates, deltas: readonly RelationDelta[]): readonly string[] {
  return deltas
    .filter(({ state, to }) => isRelationValue(state, to))
    .map(({ state, to, quote }) => {
      const from = before[state];
      const change = from === 'unknown' ? to : from === to ? `still ${to}` : `${from} → ${to}`;
      return changed(telling, `${state === 'breakup' ? 'break-up' : state}: ${change}.`, quote);
    });
}

/** Fact of the couple that is another now: `They now live together. "Bring the other boxes."` */
export function tellCoupleChange(telling: Telling, after: CoupleFacts, change: CoupleChange, quote: string | null): string {
  return changed(telling, sentenceOf(telling, after, change), quote ?? '');
}

/** Secret that the other one has learnt; its text is missing where the story begins after it came up. */
export function tellSecret(telling: Telling, owner: Partner, secret: Secret | undefined, quote: string): string {
  const other = telling.names[owner === 'A' ? 'B' : 'A'];
  const what = secret === undefined ? '.' : `: ${asSentence(secret.text)}`;
  return changed(telling, `${other} now knows what only ${telling.names[owner]} knew${what}`, quote);
}

/** Last line of a run that a break-up has ended; undefined if none has. */
export function tellBreakUp({ style }: Telling, state: RelationshipState): string | undefined {
  const { relation, settings, scenes } = state;
  const last = scenes.at(-1);
  if (settings.order !== 'by-state' || last === undefined || last.ending === 'under-way' || !hasBrokenUp(relation))
    return undefined;
  return `\n${style.bold(`${coupleTitle(state) ?? 'The two'} have broken up. Their story ends with scene ${last.scene}.`)}`;
}

function changed(telling: Telling, text: string, quote: string): string {
  return telling.style.cyan(hanging(telling, `${text}${quote.trim() === '' ? '' : ` ${quoted(quote)}`}`, '    ', '  '));
}

function sentenceOf({ names }: Telling, { children }: CoupleFacts, { fact, to }: CoupleChange): string {
  const value = to.replace(/^(at|between|long)-/, '$1 ');
  const name = names[PARTNERS.find((partner) => fact.startsWith(`${partner}.`)) ?? 'A'];
  switch (fact) {
    case 'stage':
      return `They are ${value} now.`;
    case 'living':
      return to === 'long-distance' ? 'They live far from each other now.' : `They live ${value} now.`;
    case 'children':
      return children === 1 ? 'They have a child now.' : `They have ${children ?? to} children now.`;
    case 'A.work':
    case 'B.work':
      return `${name} is ${value} now.`;
    case 'A.parents':
    case 'B.parents':
      return `Of ${name}'s parents, ${to === 'one' ? 'one is' : `${to} are`} alive now.`;
    case 'A.grandparents':
    case 'B.grandparents':
      return to === 'true' ? `${name} has grandparents.` : `${name} has no grandparents any more.`;
    case 'A.pet':
    case 'B.pet':
      return to === 'true' ? `${name} has a pet now.` : `${name} has no pet any more.`;
    default:
      return fact satisfies never;
  }
}
