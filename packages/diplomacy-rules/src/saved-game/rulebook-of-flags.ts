import type { Rulebook } from '../values/rulebook.js';

/** What a flag of a recorded phase says of the program that judged it. */
const SWITCHES: Readonly<Record<string, Partial<Rulebook>>> = {
  'via-land': { landFallback: 'whenNoRouteOrdered' },
  'explicit-via': { convoyIntent: 'explicitVia' },
  'civil-disorder-2023-differs': { civilDisorder: 'homeDistance' },
};

/** The rulebook under which a phase with these flags was played: that of the game, but for the points on which a flag says otherwise. */
export const rulebookOfFlags = (flags: readonly string[], ofGame: Rulebook): Rulebook =>
  flags.reduce<Rulebook>((rulebook, flag) => ({ ...rulebook, ...SWITCHES[flag] }), ofGame);

/** Flags of phases of which nobody knows by which rules they were judged, or which are known to be judged wrongly. */
const UNJUDGEABLE: ReadonlySet<string> = new Set(['unexplained', 'python-contested-retreat']);

/** Whether a phase with these flags proves nothing. */
export const isUnjudgeable = (flags: readonly string[]): boolean => flags.some((flag) => UNJUDGEABLE.has(flag));
