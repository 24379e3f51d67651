import type { Happening } from './read-happening.js';
import { isHarsh, kindOfMove } from './read-move.js';

/** Ways in which a scene ends, each with the sentences that say so in a summary. */
export const ENDINGS = {
  over: { mark: ['With that it is over between them.'] },
  unsettled: {
    mark: ['Nothing has been taken back.', 'It ends there, with nothing settled.', 'The hurt of it is left standing.'],
  },
  mended: { mark: ['They have made it up.', 'The quarrel is laid aside.'] },
  close: { mark: ['They end on good terms.', 'They are closer at the end of it than before.'] },
  open: { mark: ['It is left open.', 'Nothing is decided yet.', 'They leave it at that for now.'] },
} as const satisfies Record<string, { readonly mark: readonly string[] }>;
export type Ending = keyof typeof ENDINGS;

/** Reads how a scene ended from its summary; open if it does not say. */
export function endingIn(summary: string): Ending {
  const names = Object.keys(ENDINGS) as readonly Ending[];
  return names.find((name) => ENDINGS[name].mark.some((sentence) => summary.includes(sentence))) ?? 'open';
}

/** Reads how a scene ended from its moves: the last one of each counts, and harm is mended only by a repair that is not refused. */
export function endingOf(happened: readonly Happening[]): Ending {
  const moves = happened.flatMap((each) => (each.partner ? [{ partner: each.partner, kind: kindOfMove(each) }] : []));
  if (moves.some(({ kind }) => kind === 'ending')) return 'over';
  const last = moves.at(-1);
  const answered = moves.findLast(({ partner }) => partner !== last?.partner);
  const wasHarsh = moves.some(({ kind }) => isHarsh(kind));
  if (!last) return 'open';
  if (isHarsh(last.kind)) return 'unsettled';
  if (wasHarsh) {
    if (last.kind === 'repair' || last.kind === 'warmth') return answered && !isHarsh(answered.kind) ? 'mended' : 'open';
    return answered && isHarsh(answered.kind) ? 'unsettled' : 'open';
  }
  if (last.kind === 'clinging' || answered?.kind === 'clinging') return 'open';
  const warm = [last.kind, answered?.kind].filter((kind) => kind === 'warmth' || kind === 'repair').length;
  return warm === 2 || (warm === 1 && moves.length > 1 && last.kind !== 'plain') ? 'close' : 'open';
}
