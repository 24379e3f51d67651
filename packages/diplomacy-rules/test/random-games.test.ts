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
import { provinceOfUnit } from '../src/values/unit.js';
import { smallMap } from './maps/small-map.js';
import { playGame } from './play-game.js';

const typesOf = (units: readonly Unit[]) =>
  units
    .map((unit) => unit.charAt(0))
    .sort()
    .join('');

/** Returns the powers with a wrong number or type of units after a phase. */
function unitsNotKept<P extends string>(
  before: Position<P>,
  { outcomes, dislodged, next }: Adjudication<P>,
  map: GameMap<P>,
): readonly string[] {
  const wrong: string[] = [];
  const type = parsePhase(before.phase)?.type;
  for (const { id: power } of map.powers) {
    const own = outcomes.filter((outcome) => outcome.power === power);
    const after = [...next.units[power], ...dislodged.flatMap((one) => (one.power === power ? [one.unit] : []))];
    const retreating = Object.keys(before.retreats[power]) as Unit[];
    const lost = own.filter(({ results }) => type === 'R' && results.includes('disband')).map(({ unit }) => unit!);
    const good = own.filter(({ results }) => type === 'A' && results.length === 0).map(({ order }) => order);
    const built = good.flatMap((order) => (order.kind === 'build' ? [order.unit] : []));
    const removed = good.flatMap((order) => (order.kind === 'disband' ? [order.unit] : []));
    const gone = typesOf([...lost, ...removed]);
    const place = `${power} in ${before.phase}`;
    const kept = typesOf([...after, ...lost, ...removed]);
    const had = typesOf([...before.units[power], ...retreating, ...built]);
    if (kept !== had) wrong.push(`${place}: ${had} became ${kept}`);
    if (type === 'M' && gone !== '') wrong.push(`${place}: ${gone} is gone`);
    if (type === 'A') {
      const { count } = adjustmentsDue(before, power, { map });
      const off = next.units[power].length - before.units[power].length - count;
      if (off !== 0) wrong.push(`${place}: ${off} units too many`);
    }
  }
  return wrong;
}

/** A game of seven random bots. */
function playRandomGame<P extends string>(
  seed: string,
  map: GameMap<P>,
  lastYear: number,
): { end: Position<P>; phases: string[]; wrong: string[] } {
  const phases: string[] = [];
  const wrong: string[] = [];
  const end = playGame<P>({
    map,
    lastYear,
    random: seededRandom(seed),
    botOf: () => randomBot,
    onPhase: (position, _, adjudication) => {
      phases.push(position.phase);
      wrong.push(...unitsNotKept(position, adjudication, map));
      const provinces = map.powers.flatMap(({ id }) => adjudication.next.units[id].map(provinceOfUnit));
      if (new Set(provinces).size !== provinces.length) wrong.push(`${position.phase}: two units in one province`);
    },
  });
  return { end, phases, wrong };
}

describe('random games', () => {
  it('end in a legal position a thousand times, and no unit is lost or doubled on the way', () => {
    const types = new Set<string>();
    for (let game = 0; game < 1000; game += 1) {
      const { end, phases, wrong } = playRandomGame<Power>(`game ${game}`, standardMap, 1910);
      expect(wrong, `game ${game}`).toEqual([]);
      expect(checkPosition(end)).toEqual(end);
      for (const phase of phases) types.add(phase.slice(0, 1) + phase.slice(-1));
      expect(parsePhase(end.phase)?.year ?? Infinity, end.phase).toBeGreaterThanOrEqual(1911);
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
      const { end, wrong } = playRandomGame(`small ${game}`, smallMap, 1020);
      expect(wrong, `small ${game}`).toEqual([]);
      expect(checkPosition(end, { map: smallMap })).toEqual(end);
      if (end.result?.kind === 'solo') results.add(end.result.winner);
    }
    expect([...results].sort()).toEqual(['ALDER', 'BIRCH', 'CEDAR']);
  });
});
