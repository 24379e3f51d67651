import type { MapIndex } from '../map/map-index.js';
import { countAdjustments } from '../legal/adjustments-due.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Unit } from '../values/unit.js';

/** Context, beyond outcomes, of the package's results of retreats and adjustments. */
export interface AfterMoves<P extends string> {
  /** The judged position. Without it only ordered waives count as waived builds. */
  readonly position?: Position<P> | undefined;
  /** Units that the movement phase just before dislodged without a retreat. */
  readonly popped?: readonly Unit[] | undefined;
}

/**
 * Returns the results of a retreat or adjustment phase by unit: `void` for refused orders, `''` for builds and removals, and a late
 * `disband` for units removed in the movement phase before. `WAIVE` has a `void` for each waived build, and for each build missing from a
 * power that ordered anything.
 */
export function pythonResultsAfterMoves<P extends string>(
  board: MapIndex<P>,
  { phase, outcomes }: Adjudication<P>,
  { position, popped = [] }: AfterMoves<P>,
): Map<string, readonly string[]> {
  const results = new Map<string, readonly string[]>();
  const say = (key: string, ...words: readonly string[]) => results.set(key, [...(results.get(key) ?? []), ...words]);
  const isWinter = phase.endsWith('A');
  for (const outcome of outcomes) say(outcome.unit ?? 'WAIVE', ...(isWinter ? winterWords(outcome) : retreatWords(outcome)));
  if (isWinter && position !== undefined) {
    for (const power of board.powers) {
      const missing = buildsLeftOut(board, position, power, outcomes);
      if (missing > 0) say('WAIVE', ...Array.from({ length: missing }, () => 'void'));
    }
  }
  for (const unit of popped) if (results.get(unit)?.includes('disband') !== true) say(unit, 'disband');
  return results;
}

const winterWords = <P extends string>({ order, results }: Outcome<P>): readonly string[] =>
  order.kind === 'waive' || results.length > 0 ? ['void'] : [''];

const retreatWords = <P extends string>({ order, results }: Outcome<P>): readonly string[] =>
  order.kind === 'disband' && results.length === 0 ? ['disband'] : results;

/** The package completes a power's orders with waived builds, unless it ordered nothing. */
function buildsLeftOut<P extends string>(
  board: MapIndex<P>,
  position: Position<P>,
  power: P,
  outcomes: readonly Outcome<P>[],
): number {
  const given = outcomes.filter(
    (outcome) => outcome.power === power && !outcome.reasons.some(({ kind }) => kind === 'civil-disorder'),
  ).length;
  return given === 0 ? 0 : countAdjustments(board, position, power).count - given;
}
