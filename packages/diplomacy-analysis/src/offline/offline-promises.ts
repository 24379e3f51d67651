import { readActs, type SpokenAct } from '@entente/diplomacy-game/offline';
import type { Power } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import type { ReportedPromise } from '../analysis/promises/reported-promise.js';
import { ANALYST_SECTIONS } from '../analyst/prompts/analyst-sections.js';
import { linesOf } from './read-prompt.js';

type Deal = SpokenAct['deal'];

/** A sentence by which one power proposes, accepts or declines a deal of another. */
interface SaidOfDeal extends SpokenAct {
  readonly quote: string;
}

/**
 * Finds the promises of a phase in the sentences of offline diplomats: a deal that one power proposes and the other accepts binds both, as
 * far as it asks something of them. Other wordings are passed over.
 */
export function offlinePromises(request: OfflineRequest): { readonly promises: readonly ReportedPromise[] } {
  const proposed = new Map<string, SaidOfDeal>();
  const promises: ReportedPromise[] = [];
  for (const said of linesOf(request, ANALYST_SECTIONS.press).flatMap(readLine)) {
    const key = [said.sender, said.recipient].toSorted().join(' ') + JSON.stringify(said.deal);
    if (said.act === 'propose') proposed.set(key, said);
    if (said.act !== 'accept') continue;
    const offer = proposed.get(key);
    if (offer !== undefined && offer.sender !== said.sender) promises.push(...promiseOf(offer));
    promises.push(...promiseOf(said));
  }
  return { promises };
}

function readLine(line: string): readonly SaidOfDeal[] {
  const [, sender, recipient, text] = /^\[round \d+\] ([A-Z]+) to ([A-Z]+): (.*)$/.exec(line) ?? [];
  if (sender === undefined || recipient === undefined || text === undefined) return [];
  const speech = { sender: sender as Power, recipient: recipient as Power };
  return text.split(/(?<=[.!?])\s+/).flatMap((quote) => readActs(quote, speech).map((act) => ({ ...act, quote })));
}

/** Returns the orders that a deal asks of a party; none where only the other side has to act. */
function promiseOf({ deal, sender, recipient, quote }: SaidOfDeal): readonly ReportedPromise[] {
  const plain = { promiser: sender, promisee: recipient, quote, orders: [], provinces: [], spares: '', phase: '', condition: '' };
  const asked = askedOf(deal, sender);
  return asked === null ? [] : [{ ...plain, ...asked }];
}

function askedOf(deal: Deal, promiser: Power): (Pick<ReportedPromise, 'kind' | 'text'> & Partial<ReportedPromise>) | null {
  switch (deal.kind) {
    case 'peace':
      return { kind: 'no-attack', text: 'Neither attacks the other in this phase.' };
    case 'alliance':
      return { kind: 'other', text: `Both move against ${deal.against}.` };
    case 'demilitarized':
      return { kind: 'demilitarize', text: `${deal.province} stays empty.`, provinces: [deal.province] };
    case 'order':
      if (deal.by !== promiser) return null;
      return { kind: kindOf(deal.order), text: `It orders ${deal.order}.`, orders: [deal.order] };
    case 'share': {
      const others = deal.shares.filter(({ power }) => power !== promiser).map(({ province }) => province);
      return { kind: 'no-attack', text: `It leaves ${others.join(', ')} to the other.`, provinces: others };
    }
  }
}

function kindOf(order: string): ReportedPromise['kind'] {
  if (/ S /.test(order)) return 'support';
  if (/ C /.test(order)) return 'convoy';
  return / - /.test(order) ? 'move' : 'hold';
}
