import { adjudicate } from '../judge/adjudicate.js';
import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import { parseOrders } from '../notation/parse-orders.js';
import type { RulesOptions } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { RetreatOrder } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { toRulebook } from '../values/rulebook-choice.js';
import type { Rulebook } from '../values/rulebook.js';
import type { Location, Unit } from '../values/unit.js';
import { typeOfUnit } from '../values/unit.js';
import type { Difference, Mismatch } from './compare-positions.js';
import { compareBoards } from './compare-positions.js';
import { compareResults } from './compare-results.js';
import type { RecordedPhase } from './recorded-game.js';
import { readRecordedGame } from './recorded-game.js';
import { phaseTime } from './saved-game.js';
import { zobristHash } from './zobrist-hash.js';

/** Result of `verifySavedGame`. */
export interface Verification {
  /** Number of phases judged. */
  readonly phases: number;
  readonly mismatches: readonly Mismatch[];
  /** Result for the recorded hashes. If most differ, another version of the package created them. */
  readonly hashes: 'agree' | 'differ' | 'other-version' | 'none';
  /** Number of phases left out because of a flag that makes their record worthless. */
  readonly setAside: number;
  /** Notes on harmless ignored parts, one sentence each. Missing if there are none. */
  readonly notes?: readonly string[] | undefined;
}

/** Whether a mismatch concerns the rules rather than a hash. */
export const isOfJudging = ({ what }: Mismatch): boolean => what !== HASH;

const HASH = 'zobrist_hash';

/**
 * Replays a recorded game phase by phase, each from its recorded position and orders, and compares the outcome with the next position, and
 * with results and hash if recorded. Accepts a saved game of the Python package or the form of `readRecordedGame`, whose phases can have
 * flags. Phases without anything to order may be missing, and a game may end by agreement. If most hashes of a game differ, another version
 * of the package created them, which is noted once and is no mismatch.
 * @param options The rulebook defaults to the one that the flags of a phase name, then to the one that the game names, then to
 * `python-compatible` for a saved game of the Python package, and `2023` for any other.
 * @throws {InvalidFileError} If the value does not have the shape of a game; names the place.
 */
export function verifySavedGame<P extends string = Power>(game: unknown, options: RulesOptions<P> = {}): Verification {
  const map = options.map ?? (standardMap as unknown as GameMap<P>);
  const { id, phases, rulebook: ofGame, notes: read } = readRecordedGame<P>(game, { map });
  const mismatches: Mismatch[] = [];
  let setAside = 0;
  let computed: Position<P> | undefined;
  phases.forEach((phase, i) => {
    const recorded = withRetreats(phase, computed);
    const unjudgeable = isUnjudgeable(recorded.flags);
    if (unjudgeable) setAside++;
    const rulebook = options.rulebook ?? rulebookOfFlags(recorded.flags, toRulebook(recorded.rulebook ?? ofGame));
    const replay = new Replay(recorded, phases[i + 1], { map, rulebook });
    computed = replay.next;
    if (unjudgeable) return;
    for (const difference of replay.differences()) mismatches.push({ game: id, phase: recorded.name, ...difference });
  });
  const hashed = phases.filter(({ hash }) => hash !== undefined).length;
  const other = mismatches.filter((mismatch) => !isOfJudging(mismatch)).length;
  const isOtherVersion = hashed > 1 && other > hashed / 2;
  const notes = isOtherVersion
    ? [...read, `${HASH} is another than version 1.1.2 of the package has, in ${other} of ${hashed} phases.`]
    : read;
  const seen = hashed === 0 ? 'none' : other === 0 ? 'agree' : 'differ';
  return {
    phases: phases.length - setAside,
    hashes: isOtherVersion ? 'other-version' : seen,
    mismatches: isOtherVersion ? mismatches.filter(isOfJudging) : mismatches,
    setAside,
    notes: notes.length > 0 ? notes : undefined,
  };
}

/** Fills in missing retreats of dislodged units from the phase before. */
function withRetreats<P extends string>(recorded: RecordedPhase<P>, computed: Position<P> | undefined): RecordedPhase<P> {
  const { position, untold } = recorded;
  if (untold.size === 0 || position === null || computed?.phase !== position.phase) return recorded;
  const retreats = Object.fromEntries(
    (Object.keys(position.retreats) as P[]).map((power) => [
      power,
      Object.fromEntries(
        Object.entries(position.retreats[power]).map(([unit, places]) => [
          unit,
          untold.has(unit) ? (computed.retreats[power][unit as Unit] ?? []) : places,
        ]),
      ),
    ]),
  ) as Position<P>['retreats'];
  return { ...recorded, position: { ...position, retreats } };
}

/** A replayed phase. */
class Replay<P extends string> {
  readonly #recorded: RecordedPhase<P>;
  readonly #following: RecordedPhase<P> | undefined;
  readonly #options: { readonly map: GameMap<P>; readonly rulebook: Rulebook };
  readonly #refused: readonly Difference[] = [];
  readonly #adjudication: Adjudication<P> | undefined;

  constructor(
    recorded: RecordedPhase<P>,
    following: RecordedPhase<P> | undefined,
    options: { readonly map: GameMap<P>; readonly rulebook: Rulebook },
  ) {
    this.#recorded = recorded;
    this.#following = following;
    this.#options = options;
    const { position } = recorded;
    if (position === null || position.phase === 'COMPLETED') return;
    const { orders, refused } = parseOrders(position, recorded.orders as { readonly [power in P]?: readonly string[] }, options);
    this.#refused = refused.map(({ power, refusal }) => ({
      what: `orders of ${power}`,
      expected: refusal.text,
      found: refusal.message,
    }));
    this.#adjudication = adjudicate(position, orders, options);
  }

  /** The position after the phase by the rules; missing after the end of the game. */
  get next(): Position<P> | undefined {
    return this.#adjudication?.next;
  }

  differences(): readonly Difference[] {
    const { position, results } = this.#recorded;
    return [
      ...this.#hashDifference(),
      ...this.#refused,
      ...(this.#adjudication === undefined || results === undefined
        ? []
        : compareResults(results, this.#adjudication, this.#options)),
      ...(position === null || this.#following === undefined ? [] : this.#stepDifferences(position, this.#following)),
    ];
  }

  #hashDifference(): readonly Difference[] {
    const { position, hash, homes } = this.#recorded;
    if (hash === undefined || position === null) return [];
    const found = zobristHash(position, { map: this.#options.map, homes: homes as never });
    return found === hash ? [] : [{ what: HASH, expected: hash, found }];
  }

  #stepDifferences(from: Position<P>, following: RecordedPhase<P>): readonly Difference[] {
    const expected = withRetreats(following, this.next).position;
    if (expected === null)
      return [{ what: 'next phase', expected: following.name, found: this.next?.phase ?? 'the end of the game' }];
    if (this.#adjudication === undefined) return [{ what: 'next phase', expected: expected.phase, found: 'the end of the game' }];
    let found = this.#adjudication.next;
    const lacksRetreats = [this.#recorded, following].some(({ flags }) => flags.includes('retreat-phase-missing-in-source'));
    if (lacksRetreats) found = this.#playOn(found, expected);
    if (found.phase === expected.phase) return compareBoards({ expected, found });

    if (expected.phase === 'COMPLETED' && isBoardOf(expected, from)) return [];
    const isEnd = expected.phase === 'COMPLETED' && expected.result?.kind === 'draw';
    const isPassedOver = phaseTime(from.phase) < phaseTime(expected.phase) && phaseTime(expected.phase) < phaseTime(found.phase);
    if (isPassedOver && expected.phase.endsWith('R')) {
      // The count of centres comes after the retreats.
      return compareBoards({ expected, found: { ...found, centers: from.centers } });
    }
    const differences = compareBoards({ expected, found });
    if (isEnd || (isPassedOver && expected.phase.endsWith('A'))) return differences;
    return [{ what: 'next phase', expected: expected.phase, found: found.phase }, ...differences];
  }

  /** Infers retreat orders from their outcome: a unit that is in one of its retreats retreated there, and the others disbanded. */
  #playOn(position: Position<P>, expected: Position<P>): Position<P> {
    if (!position.phase.endsWith('R') || phaseTime(position.phase) >= phaseTime(expected.phase)) return position;
    const orders: { [power in P]?: readonly RetreatOrder[] } = {};
    for (const power of Object.keys(position.retreats) as P[]) {
      const dislodged = Object.entries(position.retreats[power]) as [Unit, readonly Location[]][];
      orders[power] = dislodged.flatMap(([unit, places]) => {
        const to = places.find((place) => expected.units[power].includes(`${typeOfUnit(unit)} ${place}`));
        return to === undefined ? [] : [{ kind: 'retreat', unit, to }];
      });
    }
    return adjudicate(position, orders, this.#options).next;
  }
}

/** Whether a game ended before the orders of its last phase were judged, as by agreement. Dislodged units are then off the board. */
function isBoardOf<P extends string>(expected: Position<P>, from: Position<P>): boolean {
  return compareBoards({ expected, found: { ...from, retreats: expected.retreats } }).length === 0;
}

/** Switches of the program that judged a phase, by flag of the phase. */
const SWITCHES: Readonly<Record<string, Partial<Rulebook>>> = {
  'via-land': { landFallback: 'whenNoRouteOrdered' },
  'explicit-via': { convoyIntent: 'explicitVia' },
  'civil-disorder-2023-differs': { civilDisorder: 'homeDistance' },
};

/** Returns the rulebook of a phase with these flags: that of the game, with the switches of the flags. */
export const rulebookOfFlags = (flags: readonly string[], ofGame: Rulebook): Rulebook =>
  flags.reduce<Rulebook>((rulebook, flag) => ({ ...rulebook, ...SWITCHES[flag] }), ofGame);

/** Flags of phases judged by unknown rules, or known to be judged wrongly. */
const UNJUDGEABLE: ReadonlySet<string> = new Set(['unexplained', 'python-contested-retreat']);

/** Whether a phase with these flags cannot be verified. */
export const isUnjudgeable = (flags: readonly string[]): boolean => flags.some((flag) => UNJUDGEABLE.has(flag));
