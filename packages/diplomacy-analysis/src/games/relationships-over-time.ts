import { comparePhases, type GameState, type Relationship, RELATIONSHIPS } from '@entente/diplomacy-game/state';
import { parsePhase, type Power, POWERS } from '@entente/diplomacy-rules';
import { hasMind } from './reported-game.js';

/** A relationship as a number: `Enemy` is -2, `Neutral` 0, `Ally` 2. */
export const toSteps = (relationship: Relationship): number => RELATIONSHIPS.indexOf(relationship) - 2;

/** Relationship of one power to another over a game. */
export interface PairOverTime {
  readonly from: Power;
  readonly towards: Power;
  /** -2 to 2 at the end of each year, and before the first; `null` where one of the two was gone, or the first keeps no such record. */
  readonly byYear: readonly { readonly year: number; readonly steps: number | null }[];
}

/** The power, and the one that it judges. */
interface Pair {
  readonly from: Power;
  readonly towards: Power;
}

/**
 * Returns the relationship of `from` to `towards` at the start of `phase`: its first one with the changes of the phases before.
 * `null` where the player's relationships are not on record.
 */
export const relationshipAt = (state: GameState, pair: Pair, phase: string): Relationship | null =>
  relationshipBy(state, pair, { phase, isOver: false });

/** Returns the relationship of `from` to `towards` after `phase`, with the changes that followed from it; `null` as in `relationshipAt`. */
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
  // Before the first change the relationship is the one that it changed from; without changes it is the present one.
  return last?.to ?? changes[0]?.from ?? agent.relationships[towards] ?? 'Neutral';
}

/** Returns the relationships of all 42 pairs, year by year. */
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

/** Returns whether a power had units or centres at the end of the year. */
function livesThrough({ history, position }: GameState, power: Power, year: number): boolean {
  const next = history.find(({ phase }) => (parsePhase(phase)?.year ?? 0) > year)?.position ?? position;
  return next.units[power].length + next.centers[power].length + Object.keys(next.retreats[power]).length > 0;
}
