import { comparePhases, type GameState, type Relationship, RELATIONSHIPS } from '@entente/diplomacy-game';
import { parsePhase, type Power, POWERS } from '@entente/diplomacy-rules';
import { hasMind } from './reported-game.js';

/** A relationship as a number: `Enemy` is -2, `Neutral` 0, `Ally` 2. */
export const toSteps = (relationship: Relationship): number => RELATIONSHIPS.indexOf(relationship) - 2;

/** How one power stood to another over a game, in its own words. */
export interface PairOverTime {
  readonly from: Power;
  readonly towards: Power;
  /** -2 to 2 at the end of each year, and before the first; `null` where one of the two was gone, or the first keeps no such record. */
  readonly byYear: readonly { readonly year: number; readonly steps: number | null }[];
}

/** Who thinks of whom. */
interface Pair {
  readonly from: Power;
  readonly towards: Power;
}

/**
 * How `from` stood to `towards` when it began `phase`: what it set out with, and what it changed its mind about in the phases before.
 * `null` where it is played by somebody whose mind is not on record.
 */
export const relationshipAt = (state: GameState, pair: Pair, phase: string): Relationship | null =>
  relationshipBy(state, pair, { phase, isOver: false });

/** How `from` stood to `towards` after `phase`, what it made of it included; `null` as in `relationshipAt`. */
export const relationshipAfter = (state: GameState, pair: Pair, phase: string): Relationship | null =>
  relationshipBy(state, pair, { phase, isOver: true });

function relationshipBy(
  state: GameState,
  { from, towards }: Pair,
  { phase, isOver }: { readonly phase: string; readonly isOver: boolean },
): Relationship | null {
  if (!hasMind(state, from, phase)) return null;
  const agent = state.agents[from];
  const changes = agent.relationshipChanges.filter((change) => change.towards === towards);
  const last = changes.findLast((change) => comparePhases(change.phase, phase) < (isOver ? 1 : 0));
  // Before any change stands what the first change was from, and without changes what it is now.
  return last?.to ?? changes[0]?.from ?? agent.relationships[towards] ?? 'Neutral';
}

/** All 42 pairs, year by year. */
export function relationshipsOverTime(state: GameState): readonly PairOverTime[] {
  const years = [...new Set(state.history.map(({ phase }) => parsePhase(phase)?.year ?? 0))];
  const first = years[0];
  if (first === undefined) return [];
  return POWERS.flatMap((from) =>
    POWERS.filter((other) => other !== from).map((towards): PairOverTime => {
      const pair = { from, towards };
      const steps = (year: number): number | null => {
        if (!livesThrough(state, from, year) || !livesThrough(state, towards, year)) return null;
        const relationship = relationshipAt(state, pair, `S${year + 1}M`);
        return relationship === null ? null : toSteps(relationship);
      };
      return { ...pair, byYear: [first - 1, ...years].map((year) => ({ year, steps: steps(year) })) };
    }),
  );
}

/** Whether a power still had units or centres when the year was over. */
function livesThrough({ history, position }: GameState, power: Power, year: number): boolean {
  const next = history.find(({ phase }) => (parsePhase(phase)?.year ?? 0) > year)?.position ?? position;
  return next.units[power].length + next.centers[power].length + Object.keys(next.retreats[power]).length > 0;
}
