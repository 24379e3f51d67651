import { performance } from 'node:perf_hooks';
import type { Adjudication, OrdersByPower, Position } from '@entente/diplomacy-rules';
import { adjudicate, legalOrders, parsePhase, POWERS, randomBot, seededRandom, startingPosition } from '@entente/diplomacy-rules';
import type { MovementPhase } from './movement-phases.js';
import { playedPhases, recordedPhases } from './movement-phases.js';
import type { DiplomacyResult, DiplomacyScenario } from './scenario.js';

/** A round lasts long enough for the clock, and for a collection of garbage or two to be its own. */
const ROUND_MS = 400;

/** Adjudications and legal orders a second on the same phases, and how long a game of random orders takes. */
export async function diplomacy({ positionsFile, rounds, games }: DiplomacyScenario): Promise<DiplomacyResult> {
  const phases = positionsFile === null ? playedPhases(3000, 'bench') : await recordedPhases(positionsFile);
  const movement = perSecond(phases, rounds, ({ position, orders }) => adjudicate(position, orders).outcomes.length);
  const legal = perSecond(phases, rounds, ({ position }) => legalOrders(position).ENGLAND.length);
  const ordersOf = ({ position }: MovementPhase): number =>
    Object.values(legalOrders(position)).reduce(
      (sum, units) => sum + units.reduce((all, { orders }) => all + orders.length, 0),
      0,
    );
  return {
    phases: phases.length,
    arePlayed: positionsFile === null,
    adjudicationsPerSecond: movement,
    legalOrdersPerSecond: legal,
    ordersPerPosition: phases.reduce((sum, phase) => sum + ordersOf(phase), 0) / phases.length,
    ...randomGames(games),
  };
}

/** The median of several rounds over all phases, after one that warms up. */
function perSecond(phases: readonly MovementPhase[], rounds: number, work: (phase: MovementPhase) => number): number {
  const rates: number[] = [];
  let sum = 0;
  for (let round = 0; round <= rounds; round++) {
    globalThis.gc?.();
    const start = performance.now();
    let done = 0;
    let elapsed = 0;
    while (elapsed < ROUND_MS) {
      for (const phase of phases) sum += work(phase);
      done += phases.length;
      elapsed = performance.now() - start;
    }
    if (round > 0) rates.push((1000 * done) / elapsed);
  }
  // Uses the sum, so that no compiler leaves its computation out.
  if (!Number.isFinite(sum)) throw new Error('nothing was judged');
  return median(rates);
}

/** Whole games in which every power orders at random among what is legal, from the start to the end of 1910. */
function randomGames(games: number): Pick<DiplomacyResult, 'gameMs' | 'phasesPerGame'> {
  const times: number[] = [];
  const warmUp = Math.ceil(games / 4);
  let phases = 0;
  for (let game = -warmUp; game < games; game++) {
    const random = seededRandom(`game ${game}`);
    const start = performance.now();
    let position = startingPosition();
    let played = 0;
    while ((parsePhase(position.phase)?.year ?? Infinity) <= 1910) {
      position = play(position, random).next;
      played += 1;
    }
    if (game < 0) continue;
    times.push(performance.now() - start);
    phases += played;
  }
  return { gameMs: median(times), phasesPerGame: phases / games };
}

function play(position: Position, random: () => number): Adjudication {
  const orders: OrdersByPower = Object.fromEntries(POWERS.map((power) => [power, randomBot(position, power, { random })]));
  return adjudicate(position, orders);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
