import type { MapIndex } from '../map/map-index.js';
import { countAdjustments } from '../legal/adjustments-due.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Unit } from '../values/unit.js';

/** What else than the outcomes the package's words about retreats and adjustments depend on. */
export interface AfterMoves<P extends string> {
  /** The position that was judged; without it only those builds are counted as waived that were. */
  readonly position?: Position<P> | undefined;
  /** Units that the movement phase just before dislodged and that could not retreat. */
  readonly popped?: readonly Unit[] | undefined;
}

/**
 * The results of a retreat or adjustment phase, unit by unit: refusals say `void`; builds and removals that are made say `''`; units that
 * were popped in the movement phase before say `disband` only now. Under `WAIVE` stands a `void` for each build that was waived, and for
 * each that a power which ordered anything at all left out.
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

/** The package fills a power's orders up with waived builds, unless it ordered nothing. */
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
