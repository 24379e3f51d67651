import type { Province } from '@entente/diplomacy-rules';
import type { Occupant, Situation } from './situation.js';
import { provinceData } from './situation.js';

/** By destination: the fleets of a shortest convoy, from first to last. Equally short convoys are chosen in map order of the seas. */
export type ConvoyRoutes<P extends string> = ReadonlyMap<Province, readonly Occupant<P>[]>;

/** Destinations to which an army on a coast can be convoyed if all fleets of the powers accepted by `mayConvoy` take part. */
export function convoyRoutes<P extends string>(
  situation: Situation<P>,
  from: Province,
  mayConvoy: (power: P) => boolean,
): ConvoyRoutes<P> {
  const { geography, occupants } = situation;
  const routes = new Map<Province, readonly Occupant<P>[]>();
  const seen = new Set<Province>();
  const queue: { readonly province: Province; readonly fleets: readonly Occupant<P>[] }[] = [{ province: from, fleets: [] }];
  for (const { province, fleets } of queue) {
    for (const next of geography.bordering.get(province) ?? []) {
      const terrain = provinceData(situation, next).terrain;
      if (terrain === 'coast' && fleets.length > 0 && next !== from && !routes.has(next)) routes.set(next, fleets);
      const fleet = terrain === 'sea' && !seen.has(next) ? occupants.get(next) : undefined;
      if (fleet === undefined || !mayConvoy(fleet.power)) continue;
      seen.add(next);
      queue.push({ province: next, fleets: [...fleets, fleet] });
    }
  }
  return routes;
}

/** Destinations to which an army of a power can be convoyed: by its own fleets if they suffice, otherwise with the help of others. */
export function ownConvoyRoutes<P extends string>(situation: Situation<P>, from: Province, power: P): ConvoyRoutes<P> {
  const own = convoyRoutes(situation, from, (owner) => owner === power);
  const any = convoyRoutes(situation, from, () => true);
  return new Map([...own, ...[...any].filter(([to]) => !own.has(to))]);
}
