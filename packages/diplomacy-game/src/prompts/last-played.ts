import { parsePhase } from '@entente/diplomacy-rules';
import type { PhaseRecord } from '../state/index.js';

/** The last movement phase that was played and the phases that followed it, oldest first; empty before the first one was. */
export function lastPlayed(history: readonly PhaseRecord[]): readonly PhaseRecord[] {
  const from = history.findLastIndex(({ phase }) => parsePhase(phase)?.type === 'M');
  return from < 0 ? [] : history.slice(from);
}
