import { describe, expect, it } from 'vitest';
import { randomBot } from '../src/bots/random-bot.js';
import { seededRandom } from '../src/bots/seeded-random.js';
import { adjustmentsDue } from '../src/legal/adjustments-due.js';
import type { GameMap } from '../src/map/game-map.js';
import { standardMap } from '../src/map/standard-map.js';
import type { Adjudication } from '../src/values/adjudication.js';
import { checkPosition } from '../src/values/check-position.js';
import { parsePhase } from '../src/values/phase.js';
import type { Position } from '../src/values/position.js';
import type { Power } from '../src/values/power.js';
import type { Unit } from '../src/values/unit.js';
import { smallMap } from './maps/small-map.js';
import { playGame } from './play-game.js';

const typesOf = (units: readonly Unit[]) =>
  units
    .map((unit) => unit.charAt(0))
    .sort()
    .join('');

/** Fails if a power has other units after a phase than it must have, by number and type. */
function expectUnitsKept<P extends string>(
  before: Position<P>,
  { outcomes, dislodged, next }: Adjudication<P>,
  map: GameMap<P>,
): void {
  const type = parsePhase(before.phase)?.type;
  for (const { id: power } of map.powers) {
    const own = outcomes.filter((outcome) => outcome.power === power);
    const after = [...next.units[power], ...dislodged.flatMap((one) => (one.power === power ? [one.unit] : []))];
    const retreating = Object.keys(before.retreats[power]) as Unit[];
    const lost = own.filter(({ results }) => type === 'R' && results.includes('disband')).map(({ unit }) => unit as Unit);
    const good = own.filter(({ results }) => type === 'A' && results.length === 0).map(({ order }) => order);
    const built = good.flatMap((order) => (order.kind === 'build' ? [order.unit] : []));
    const removed = good.flatMap((order) => (order.kind === 'disband' ? [order.unit] : []));
    const gone = typesOf([...lost, ...removed]);
    const place = `${power} in ${before.phase}`;
    expect(typesOf([...after, ...lost, ...removed]), place).toBe(typesOf([...before.units[power], ...retreating, ...built]));
    if (type === 'M') expect(gone, place).toBe('');
    if (type === 'A') {
      const { count } = adjustmentsDue(before, power, { map });
      expect(next.units[power].length, place).toBe(before.units[power].length + count);
    }
  }
}

/** A game of seven who do not know what they are doing. */
function playRandomGame<P extends string>(
  seed: string,
  map: GameMap<P>,
  lastYear: number,
): { end: Position<P>; phases: string[] } {
  const phases: string[] = [];
  const end = playGame<P>({
    map,
    lastYear,
    random: seededRandom(seed),
    botOf: () => randomBot,
    onPhase: (position, _, adjudication) => {
      phases.push(position.phase);
      expectUnitsKept(position, adjudication, map);
      const units = map.powers.flatMap(({ id }) => adjudication.next.units[id]);
      expect(new Set(units.map((unit) => unit.slice(2).split('/')[0])).size, `${seed} ${position.phase}`).toBe(units.length);
    },
  });
  return { end, phases };
}

describe('random games', () => {
  it('end in a legal position a thousand times, and no unit is lost or doubled on the way', () => {
    const types = new Set<string>();
    for (let game = 0; game < 1000; game += 1) {
      const { end, phases } = playRandomGame<Power>(`game ${game}`, standardMap, game % 20 === 0 ? 1920 : 1903);
      expect(checkPosition(end)).toEqual(end);
      for (const phase of phases) types.add(phase.slice(0, 1) + phase.slice(-1));
      expect(parsePhase(end.phase)?.year ?? Infinity, end.phase).toBeGreaterThanOrEqual(1904);
    }
    expect([...types].sort()).toEqual(['FM', 'FR', 'SM', 'SR', 'WA']);
  });

  it('can be played again from their seeds', () => {
    const [once, again, other] = ['a', 'a', 'b'].map((seed) => playRandomGame<Power>(seed, standardMap, 1905).end);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('work on a small map with powers of its own, and come to an end there', () => {
    const results = new Set<string>();
    for (let game = 0; game < 200; game += 1) {
      const { end } = playRandomGame(`small ${game}`, smallMap, 1020);
      expect(checkPosition(end, { map: smallMap })).toEqual(end);
      if (end.result?.kind === 'solo') results.add(end.result.winner);
    }
    expect([...results].sort()).toEqual(['ALDER', 'BIRCH', 'CEDAR']);
  });
});
