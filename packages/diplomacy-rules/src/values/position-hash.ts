import type { Position } from './position.js';

/**
 * Returns a fingerprint of a position: 16 hexadecimal digits, 64 bits. It depends on the content only, not on the sequence of powers,
 * units, centres and retreats, nor on keys of powers that have nothing. Accidental collisions take billions of positions; deliberate ones
 * are possible.
 */
export function positionHash<P extends string>(position: Position<P>): string {
  const sum = new FactSum();
  sum.add(`phase\n${position.phase}`);
  for (const power of keysOf(position.units)) for (const unit of position.units[power]) sum.add(`unit\n${power}\n${unit}`);
  for (const power of keysOf(position.centers))
    for (const center of position.centers[power]) sum.add(`center\n${power}\n${center}`);
  for (const power of keysOf(position.retreats)) {
    const dislodged = position.retreats[power];
    for (const unit of keysOf(dislodged)) {
      sum.add(`dislodged\n${power}\n${unit}`);
      for (const location of dislodged[unit] ?? []) sum.add(`retreat\n${power}\n${unit}\n${location}`);
    }
  }
  const { result } = position;
  if (result?.kind === 'solo') sum.add(`solo\n${result.winner}`);
  if (result?.kind === 'draw') for (const power of ['', ...result.powers]) sum.add(`draw\n${power}`);
  return sum.format();
}

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

/** Adds up the hashes of facts, modulo 2^32 in two lanes, so that their order does not matter. */
class FactSum {
  #low = 0;
  #high = 0;

  add(fact: string): void {
    let low = 0x9e3779b9 ^ fact.length;
    let high = 0x6a09e667 ^ fact.length;
    for (let i = 0; i < fact.length; i++) {
      const code = fact.charCodeAt(i);
      low = Math.imul(low ^ code, 0x85ebca6b);
      low ^= low >>> 15;
      high = Math.imul(high ^ code, 0xc2b2ae35);
      high ^= high >>> 13;
    }
    this.#low = (this.#low + finish(low, high)) | 0;
    this.#high = (this.#high + finish(high, low)) | 0;
  }

  format(): string {
    return hexOf(this.#high) + hexOf(this.#low);
  }
}

/** Spreads every bit of both lanes over a whole lane. Sums of unfinished lanes would collide. */
function finish(lane: number, other: number): number {
  let mixed = lane ^ Math.imul(other ^ (other >>> 16), 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

const hexOf = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
