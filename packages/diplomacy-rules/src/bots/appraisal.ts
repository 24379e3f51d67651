import { NONE } from '../board/none.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import type { Season } from '../values/phase.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { TravelTimes } from './travel-times.js';
import { NEVER, travelTimes } from './travel-times.js';

/** Worth of a centre that the power does not own yet. All other values are relative to it. */
const PRIZE = 100;
/** Worth of a centre that the power gains if its unit there stays until the end of Fall. */
const ALMOST_OWNED = { S: 55, F: 110, W: 0 } as const;
/** Worth of a centre of its own, for each enemy that can reach it. */
const THREAT = 16;
/** Factor on the worth of a prize for each move that it is away. */
const PATIENCE = 0.36;
/** Factor for being in a place rather than close to it: highest in Fall, when centres change hands. */
const PRESENCE = { S: 1.2, F: 3, W: 1 } as const;
/** Factor on the worth of a prize for other units once one unit is on its way. */
const SHARED = 0.2;

/** A power's view of the board: the worth of each place, and the units in the way. */
export class Appraisal {
  readonly index: MapIndex;
  /** The number of the power. */
  readonly own: number;
  /** By province: the power whose unit is there, or `NONE`. */
  readonly occupant: Int8Array;
  /** By province: the maximum number of units of one foreign power that could go there. */
  readonly threat: Uint8Array;
  /** By province: worth of a unit there. */
  readonly worth: Float64Array;
  readonly #times: TravelTimes;
  /** By number of moves: share of a place's worth that counts at that distance. */
  readonly #nearness: Float64Array;

  constructor(index: MapIndex, position: Position<string>, power: string) {
    this.index = index;
    this.own = index.powerNumbers.get(power)!;
    this.#times = travelTimes(index);
    const season = parsePhase(position.phase)?.season ?? 'S';
    this.#nearness = NEARNESS[season];
    this.occupant = new Int8Array(index.provinceCount).fill(NONE);
    this.threat = new Uint8Array(index.provinceCount);
    this.worth = new Float64Array(index.provinceCount);
    this.#seeUnits(position);
    this.#valueCenters(position, season);
  }

  /** Worth of a unit of this type in a place: the sum over all prizes, near ones weighted most. */
  scoreOf(type: UnitSpot['type'], location: number): number {
    const times = this.#times[type];
    const row = location * this.index.provinceCount;
    let score = 0;
    for (let province = 0; province < this.worth.length; province += 1) {
      const worth = this.worth[province]!;
      if (worth > 0) score += worth * this.#nearness[times[row + province]!]!;
    }
    return score;
  }

  /** Records that a unit goes to a place, so that others prefer other prizes. */
  claim(type: UnitSpot['type'], location: number): void {
    const times = this.#times[type];
    const row = location * this.index.provinceCount;
    let prize = NONE;
    let most = 0;
    for (let province = 0; province < this.worth.length; province += 1) {
      const value = this.worth[province]! * this.#nearness[times[row + province]!]!;
      if (value > most) [most, prize] = [value, province];
    }
    if (prize !== NONE) this.worth[prize] = this.worth[prize]! * SHARED;
  }

  #seeUnits(position: Position<string>): void {
    const { index } = this;
    index.powers.forEach((power, number) => {
      const reached = new Uint8Array(index.provinceCount);
      for (const unit of position.units[power] ?? []) {
        const spot = index.spotOfUnit.get(unit)!;
        this.occupant[spot.province] = number;
        const provinces = new Set(index.neighbors[spot.type][spot.location]!.map((to) => index.provinceOf[to]!));
        for (const province of provinces) reached[province] = reached[province]! + 1;
      }
      if (number === this.own) return;
      reached.forEach((count, province) => {
        this.threat[province] = Math.max(this.threat[province]!, count);
      });
    });
  }

  #valueCenters(position: Position<string>, season: Season): void {
    const { index } = this;
    const ownCenters = position.centers[index.powers[this.own]!] ?? [];
    for (let province = 0; province < index.provinceCount; province += 1) {
      if (index.isCenter[province] !== 1) continue;
      const isOwn = ownCenters.includes(index.locations[province]!);
      const occupant = this.occupant[province]!;
      if (isOwn)
        this.worth[province] = occupant === NONE || occupant === this.own ? THREAT * Math.min(this.threat[province]!, 3) : PRIZE;
      else if (occupant === this.own) this.worth[province] = ALMOST_OWNED[season];
      else this.worth[province] = occupant === NONE ? PRIZE : PRIZE * 0.9;
    }
  }
}

const nearnessIn = (season: Season): Float64Array =>
  Float64Array.from({ length: NEVER + 1 }, (_, time) => (time === 0 ? PRESENCE[season] : time === NEVER ? 0 : PATIENCE ** time));

const NEARNESS = { S: nearnessIn('S'), F: nearnessIn('F'), W: nearnessIn('W') } as const;
