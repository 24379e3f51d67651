import { parsePhase } from '../values/phase.js';

/** A number by which phases can be put in order: `FORMING` comes before all, `COMPLETED` and what is no phase after all. */
export function phaseTime(phase: string): number {
  if (phase === 'FORMING') return -Infinity;
  const parts = parsePhase(phase);
  if (parts === null) return Infinity;
  return parts.year * 8 + { S: 0, F: 2, W: 4 }[parts.season] + { M: 0, R: 1, A: 2 }[parts.type];
}
