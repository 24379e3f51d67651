import { AS_LISTED, type Couple, type Roles, rolesFor } from '@entente/relationship';
import { digest } from '@entente/simulation-core';

/**
 * Roles of a couple in one of its runs. They follow from the couple's name and the seed, and swap from each replicate to the next, so that
 * every condition of a study casts a couple alike and an even number of replicates is balanced.
 */
export function drawRoles({ id }: Pick<Couple, 'id'>, seed: string, replicate: number): Roles {
  const coin = parseInt(digest(`roles\n${id}\n${seed}`).slice(0, 8), 16) / 2 ** 32;
  const [even, odd] = rolesFor(coin) === AS_LISTED ? [AS_LISTED, SWAPPED] : [SWAPPED, AS_LISTED];
  return replicate % 2 === 0 ? even : odd;
}

const SWAPPED: Roles = { A: 1, B: 0 };
