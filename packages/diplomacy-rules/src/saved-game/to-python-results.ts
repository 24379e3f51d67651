import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { MoveOrder } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import type { Power } from '../values/power.js';
import type { Province, Unit } from '../values/unit.js';
import { provinceOf, provinceOfUnit } from '../values/unit.js';
import type { AfterMoves } from './python-results-after-moves.js';
import { pythonResultsAfterMoves } from './python-results-after-moves.js';
import { supportsOtherCoast } from './to-saved-orders.js';

/** Results of one unit in the Python package: `[]` for a success, `['']` for a build or removal. */
export type PythonResults = Readonly<Record<string, readonly string[]>>;

/** Options of `toPythonResults`. */
export interface PythonResultsOptions<P extends string> extends MapOptions<P>, AfterMoves<P> {
  /** Sequence of the units of each power. @default that of the outcomes */
  readonly order?: ReadonlyMap<string, readonly Unit[]> | undefined;
}

/**
 * Converts the outcomes of a phase to the words of the Python package, by unit, as in `results` of a saved game. Differences from outcomes:
 * illegal orders are missing; support that would help to dislodge a unit of its own power is `void`; fleets and supporters of a failed
 * convoy have `no convoy`, and both `no convoy` and `void` if the fleet was useless to the army from the beginning; a dislodged supporter
 * is `cut` too.
 */
export function toPythonResults<P extends string = Power>(
  adjudication: Adjudication<P>,
  options: PythonResultsOptions<P> = {},
): PythonResults {
  const results = adjudication.phase.endsWith('M')
    ? movementResults(adjudication)
    : pythonResultsAfterMoves(mapIndexOf(options), adjudication, options);
  const order = adjudication.phase.endsWith('M') ? [...(options.order?.values() ?? [])].flat() : [];
  return Object.fromEntries([
    ...order.flatMap((unit) => (results.has(unit) ? [[unit, results.get(unit)] as const] : [])),
    ...[...results].filter(([unit]) => !order.includes(unit as Unit)),
  ]) as PythonResults;
}

function movementResults<P extends string>({ outcomes }: Adjudication<P>): Map<string, readonly string[]> {
  // An order to a unit that is not there, or to somebody else's, has no entry; nor has a second order to one unit.
  const ofUnits = new Map<Province, Outcome<P>>();
  for (const outcome of outcomes) {
    if (outcome.unit === null || isStray(outcome)) continue;
    ofUnits.set(provinceOfUnit(outcome.unit), outcome);
  }
  const field = new Field(ofUnits);
  const results = new Map<string, string[]>();
  for (const outcome of ofUnits.values()) results.set(outcome.unit!, field.resultsOf(outcome));
  for (const supporter of field.selfDefeatingSupports()) {
    const words = results.get(supporter)!;
    // Dislodgement comes last.
    words.splice(words.includes('dislodged') ? words.indexOf('dislodged') : words.length, 0, 'void');
  }
  return results;
}

const STRAYS: ReadonlySet<string> = new Set(['no-such-unit', 'foreign-unit', 'second-order', 'wrong-phase']);

const illegalityOf = <P extends string>({ reasons }: Outcome<P>) =>
  reasons.find((reason) => reason.kind === 'illegal')?.illegality.kind;

const isStray = <P extends string>(outcome: Outcome<P>) => STRAYS.has(illegalityOf(outcome) ?? '');

type Move<P extends string> = Outcome<P> & { readonly unit: Unit; readonly order: MoveOrder };

/** Units of a movement phase by province, with their effects on each other. */
class Field<P extends string> {
  readonly #units: ReadonlyMap<Province, Outcome<P>>;
  readonly #moves: readonly Move<P>[];
  /** Moves, as `unit to place`, that fleets convoy or were ordered to convoy. */
  readonly #carried: ReadonlySet<string>;

  constructor(units: ReadonlyMap<Province, Outcome<P>>) {
    this.#units = units;
    const all = [...units.values()];
    this.#moves = all.filter(isMove);
    this.#carried = new Set(
      all.flatMap(({ order, results }) =>
        order.kind === 'convoy' && !results.includes('void') ? [`${order.army} ${provinceOf(order.to)}`] : [],
      ),
    );
  }

  resultsOf(outcome: Outcome<P>): string[] {
    const dislodged = outcome.results.includes('dislodged') ? ['dislodged'] : [];
    if (illegalityOf(outcome) !== undefined) return [...(this.#supportsLostArmy(outcome) ? ['void'] : []), ...dislodged];
    if (supportsOtherCoast(outcome)) return dislodged;
    const words = outcome.results.filter((word) => word !== 'dislodged');
    switch (outcome.order.kind) {
      case 'support-hold':
      case 'support-move':
        return [...this.#supportResults(outcome, words), ...dislodged];
      case 'convoy': {
        const found = this.#convoyResults(outcome, words);
        return [...(dislodged.length > 0 && !found.includes('void') ? [] : found), ...dislodged];
      }
      default:
        return [...words, ...dislodged];
    }
  }

  #supportResults(outcome: Outcome<P>, words: readonly string[]): readonly string[] {
    if (this.#supportsLostArmy(outcome)) return ['void'];
    const { order } = outcome;
    if (words.length > 0 || (order.kind !== 'support-hold' && order.kind !== 'support-move')) return words;
    const supported = this.#units.get(provinceOfUnit(order.target));
    if (order.kind === 'support-move' && supported?.results.includes('no convoy') === true) return ['no convoy'];
    const fall = outcome.reasons.find((reason) => reason.kind === 'dislodged-by');
    if (fall === undefined) return words;
    // A convoyed army only cuts supports against the place it came from.
    const attack = this.#units.get(provinceOfUnit(fall.attacker.unit));
    const against = order.kind === 'support-move' ? provinceOf(order.to) : provinceOfUnit(order.target);
    const isConvoyed = attack?.reasons.some((reason) => reason.kind === 'convoyed') === true;
    return isConvoyed && against !== provinceOfUnit(fall.attacker.unit) ? words : ['cut'];
  }

  /** Whether it supports a convoyed move that no fleets were ordered to convoy. An illegal support may be one. */
  #supportsLostArmy({ order }: Outcome<P>): boolean {
    const army = order.kind === 'support-move' ? this.#units.get(provinceOfUnit(order.target)) : undefined;
    return order.kind === 'support-move' && army !== undefined && isMove(army) && army.order.to === order.to && hadNoRoute(army);
  }

  #convoyResults(outcome: Outcome<P>, words: readonly string[]): readonly string[] {
    const { order } = outcome;
    if (order.kind !== 'convoy') return words;
    const army = this.#units.get(provinceOfUnit(order.army));
    const isOrdered = army !== undefined && isMove(army) && army.order.to === order.to && illegalityOf(army) === undefined;
    if (words.includes('void')) return isOrdered ? ['no convoy', 'void'] : ['void'];
    if (words.length > 0 || army?.results.includes('no convoy') !== true) return words;
    return hadNoRoute(army) ? ['no convoy', 'void'] : ['no convoy'];
  }

  /** The supporters whose help would have dislodged a unit of their own power; twice if the package lists it twice. */
  selfDefeatingSupports(): readonly Unit[] {
    return this.#moves.flatMap((move) => {
      const occupant = this.#units.get(provinceOf(move.order.to));
      if (occupant === undefined || this.#keepsVia(move)) return [];
      const own = this.#supportersOf(move).filter(({ power }) => power === occupant.power);
      const stays = !isMove(occupant) || occupant.results.length > 0;
      const meets = isMove(occupant) && provinceOf(occupant.order.to) === provinceOfUnit(move.unit);
      const isSwap = meets && !this.#isByConvoy(move) && !this.#isByConvoy(occupant);
      const wins = move.results.length === 0 && stays;
      const isStopped = !isSwap && stays && move.results.includes('bounce') && this.#isStrongest(move);
      const times = Number(isSwap) + Number(wins) + Number(isStopped);
      return own.flatMap(({ unit }) => Array.from({ length: times }, () => unit!));
    });
  }

  /** Whether a move goes by convoy, successful or not. An army that walks has no fleets, because their convoys are void. */
  #isByConvoy({ unit, order, results }: Move<P>): boolean {
    return results.includes('no convoy') || this.#carried.has(`${unit} ${provinceOf(order.to)}`);
  }

  /**
   * Whether the package takes `VIA` as the last word of a move for its destination, and so misses the unit there. It removes the word if no
   * complete route was ordered.
   */
  #keepsVia(move: Move<P>): boolean {
    return move.order.viaConvoy && this.#isByConvoy(move) && !hadNoRoute(move);
  }

  #supportersOf(move: Move<P>): readonly Outcome<P>[] {
    return [...this.#units.values()].filter(
      ({ order, results }) =>
        order.kind === 'support-move' &&
        provinceOfUnit(order.target) === provinceOfUnit(move.unit) &&
        provinceOf(order.to) === provinceOf(move.order.to) &&
        !results.includes('cut') &&
        !results.includes('void'),
    );
  }

  /** Whether no other unit in the place, or moving there, had as many supports, from any power. */
  #isStrongest(move: Move<P>): boolean {
    const place = provinceOf(move.order.to);
    const rivals = this.#moves.filter(
      (rival) => rival !== move && provinceOf(rival.order.to) === place && !rival.results.includes('no convoy'),
    );
    const supports = this.#supportersOf(move).length;
    const occupant = this.#units.get(place);
    const holds = [...this.#units.values()].filter(
      ({ order, results }) =>
        order.kind === 'support-hold' &&
        provinceOfUnit(order.target) === place &&
        !results.includes('cut') &&
        !results.includes('void'),
    );
    const defence = occupant === undefined || isMove(occupant) ? 0 : holds.length;
    return supports > defence && rivals.every((rival) => this.#supportersOf(rival).length < supports);
  }
}

const isMove = <P extends string>(outcome: Outcome<P>): outcome is Move<P> =>
  outcome.order.kind === 'move' && illegalityOf(outcome) === undefined;

const hadNoRoute = <P extends string>({ reasons }: Outcome<P>) => reasons.some((reason) => reason.kind === 'no-route');
