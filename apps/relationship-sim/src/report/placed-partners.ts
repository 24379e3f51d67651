import { type Partner, roleOf } from '@entente/relationship';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { readRunSpec } from '../couple-runs/run-spec.js';

/** Places of partners in the file of their couple. */
export const PLACES = ['first', 'second'] as const;

/** Partner as readers of tables know them: by name and by place in the couple's file. */
export interface PlacedPartner {
  readonly place: (typeof PLACES)[number];
  readonly name: string;
  /** Role in this run, which decides prompts and call paths; drawn for each run. */
  readonly role: Partner;
}

/** Both partners of a run, in the order of the couple's file. */
export function placedPartners(blueprint: Pick<RunBlueprint, 'spec'>): readonly [PlacedPartner, PlacedPartner] {
  const { couple, roles } = readRunSpec(blueprint);
  const at = (place: 0 | 1): PlacedPartner => ({
    place: PLACES[place],
    name: couple.partners[place].name,
    role: roleOf(roles, place),
  });
  return [at(0), at(1)];
}
