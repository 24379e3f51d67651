import type { Power } from '@entente/diplomacy-rules';
import { type Deal, dealKey } from './deal.js';
import { readLooseWords } from './loose-words.js';
import type { Board } from './read-board.js';
import type { PressLine } from './read-press.js';
import { readActs } from './speech-acts.js';

/** Progress of a deal with another power. */
export interface Agreement {
  readonly other: Power;
  readonly deal: Deal;
  /** `asked` waits for our answer, `offered` for theirs. */
  readonly status: 'asked' | 'offered' | 'agreed' | 'refused';
}

/** Returns the state of every deal that a power discussed in a phase with each of the others, in the order in which they came up. */
export function agreementsOf(press: readonly PressLine[], self: Power, board: Board | null): readonly Agreement[] {
  const all = new Map<string, Agreement>();
  for (const line of press) {
    if (line.recipient === 'GLOBAL') continue;
    const { sender, recipient, text } = line;
    const isOwn = sender === self;
    const other = isOwn ? recipient : sender;
    let acts = readActs(text, { sender, recipient });
    if (acts.length === 0 && !isOwn) {
      const loose = readLooseWords(text, { sender, recipient }, board);
      acts = loose.acts;
      if (acts.length === 0 && loose.assent !== null) answerAll(all, other, loose.assent);
    }
    for (const { act, deal } of acts) {
      const key = `${other} ${dealKey(deal)}`;
      const status = nextStatus(all.get(key)?.status, act, isOwn);
      if (status !== undefined) all.set(key, { other, deal, status });
    }
  }
  return [...all.values()];
}

function answerAll(all: Map<string, Agreement>, other: Power, assent: 'yes' | 'no'): void {
  for (const [key, agreement] of all) {
    if (agreement.other === other && agreement.status === 'offered') {
      all.set(key, { ...agreement, status: assent === 'yes' ? 'agreed' : 'refused' });
    }
  }
}

function nextStatus(status: Agreement['status'] | undefined, act: string, isOwn: boolean): Agreement['status'] | undefined {
  switch (act) {
    case 'propose': {
      const meets: Agreement['status'] = isOwn ? 'asked' : 'offered';
      return status === 'agreed' || status === meets ? 'agreed' : isOwn ? 'offered' : 'asked';
    }
    // Nobody can accept an offer of their own.
    case 'accept':
      return status === (isOwn ? 'offered' : 'asked') ? status : 'agreed';
    case 'refuse':
      return 'refused';
    default:
      return status;
  }
}

/** Filters deals by status. */
export const withStatus = (agreements: readonly Agreement[], status: Agreement['status']): readonly Agreement[] =>
  agreements.filter((agreement) => agreement.status === status);
