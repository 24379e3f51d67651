import { NONE } from '../board/none.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import type { Season } from '../values/phase.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { TravelTimes } from './travel-times.js';
import { NEVER, travelTimes } from './travel-times.js';

/** What a centre is worth that is not the power's own yet; all other values are relative to it. */
const PRIZE = 100;
/** What a centre is worth on which a unit stands that will own it if it stays until after Fall. */
const ALMOST_OWNED = { S: 55, F: 110, W: 0 } as const;
/** What a centre of its own is worth for each enemy that can reach it. */
const THREAT = 16;
/** How much less a prize is worth for each move that it is away. */
const PATIENCE = 0.36;
/** How much more it is worth to be in a place than to be close to it: most in Fall, when centres change hands. */
const PRESENCE = { S: 1.2, F: 3, W: 1 } as const;
/** What is left of a prize for the others once one unit is on its way. */
const SHARED = 0.2;

/** A power's view of the board: what places are worth to it, and who is in the way. */
export class Appraisal {
  readonly index: MapIndex;
  /** The number of the power. */
  readonly own: number;
  /** By province: the power whose unit is there, or `NONE`. */
  readonly occupant: Int8Array;
  /** By province: how many units of the same foreign power could go there, at most. */
  readonly threat: Uint8Array;
  /** By province: what it is worth to be there. */
  readonly worth: Float64Array;
  readonly #times: TravelTimes;
  /** By number of moves: how much of what a place is worth counts from there. */
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

  /** What it is worth to have such a unit there: every prize counts, the near ones most. */
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

  /** Tells that a unit goes there, so that others look for something else than the prize it goes for. */
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
