import { parsePhase, PHASE_TYPES, SEASONS } from '@entente/diplomacy-rules';

/** Below 0 where phase `a` is played before phase `b`; what is no phase, such as `COMPLETED`, comes last. */
export const comparePhases = (a: string, b: string): number => placeOf(a) - placeOf(b);

function placeOf(name: string): number {
  const phase = parsePhase(name);
  if (phase === null) return Number.MAX_SAFE_INTEGER;
  return (phase.year * SEASONS.length + SEASONS.indexOf(phase.season)) * PHASE_TYPES.length + PHASE_TYPES.indexOf(phase.type);
}
