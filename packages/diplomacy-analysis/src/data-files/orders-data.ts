import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Row } from '@entente/studies/tables';
import { relationshipAfter } from '../games/relationships-over-time.js';
import { modelAt } from '../games/reported-game.js';
import type { AnalyzedGame } from './analyzed-game.js';
import { isCenter, isForeign, orderFacts, type OrderFacts, provinceIn } from './order-facts.js';
import { writtenReasons } from './written-reasons.js';

/**
 * The predecessor's `orders_data`: a row an order of the saved game, in its columns. As there, the results stand behind the order and in
 * `immediate_result` in capitals, `supported_by` names a power for each order that supports what the unit does, `destination_unit_order` is a
 * command, affiliations are of whose unit was in a place last, and relationships are those after the phase (`Self` of oneself; empty where
 * nobody keeps them): `relationship_france` is what the country thinks of France, `FRANCEs_relationship_rating` what France thinks of it.
 * `supporting_an_ally` is support for anybody else. `inherited` at the end is ours: the phase was played by the game that a fork comes from.
 */
export function ordersData(game: AnalyzedGame): readonly Row[] {
  const { state, calls, phases, inheritedPhases } = game;
  const facts = orderFacts(game);
  const places = new Map(facts.map((fact) => [placeKey(fact.phase, fact.location), fact]));
  const inherited = new Set(phases.slice(0, inheritedPhases).map(({ name }) => name));
  const counts = new Map(POWERS.map((power) => [power, facts.filter(({ country }) => country === power).length]));
  return facts.map((fact): Row => {
    const { country, phase, destination, recipient } = fact;
    const met = destination === null || fact.command === 'Retreat' ? undefined : places.get(placeKey(phase, destination));
    const helped =
      recipient === null || !fact.command.startsWith('Support')
        ? undefined
        : places.get(placeKey(phase, recipient.unit.slice(2)));
    const owner = fact.command.startsWith('Support') ? (recipient?.owner ?? null) : null;
    const model = modelAt(state, country, phase);
    const short = model?.split('/').at(-1) ?? null;
    const reasons = writtenReasons(calls, { phase, power: country });
    return {
      country,
      phase,
      order: fact.result === 'PASS' ? fact.order : `${fact.order} (${fact.result})`,
      command: fact.command,
      unit_location: fact.location,
      location_was_sc: yesNo(isCenter(fact.location)),
      destination,
      destination_was_sc: yesNo(destination !== null && isCenter(destination)),
      immediate_result: fact.result,
      model,
      model_short_name: short,
      country_model: `${country} (${short ?? ''})`,
      unit_location_affiliation: fact.locationAffiliation,
      destination_affiliation: fact.destinationAffiliation,
      supported_by: namesOf(fact.supportedBy),
      in_anothers_territory: yesNo(isForeign(fact.locationAffiliation, country)),
      moving_into_anothers_territory: yesNo(isForeign(fact.destinationAffiliation, country)),
      destination_unit_owner: met?.country ?? null,
      destination_unit_order: met?.command ?? null,
      destination_unit_outcome: met?.result ?? null,
      destination_unit_supported_by: met === undefined ? null : namesOf(met.supportedBy),
      destination_was_occupied: yesNo(met !== undefined),
      recipient_unit_owner: owner,
      recipient_unit_outcome: helped?.result ?? null,
      recipient_unit_in_anothers_territory:
        helped === undefined ? null : yesNo(isForeign(helped.locationAffiliation, helped.country)),
      recipient_unit_moving_into_anothers_territory:
        helped === undefined ? null : yesNo(isForeign(helped.destinationAffiliation, helped.country)),
      recipient_unit_destination_occupied:
        helped === undefined ? null : yesNo(helped.destination !== null && places.has(placeKey(phase, helped.destination))),
      ...relationshipColumns(game, fact),
      supporting_self: yesNo(owner === country),
      supporting_an_ally: yesNo(owner !== null && owner !== country),
      was_supported: yesNo(fact.supportedBy.length > 0),
      supported_by_self: yesNo(fact.supportedBy.includes(country)),
      supported_by_other: yesNo(fact.supportedBy.some((power) => power !== country)),
      destination_unit_was_supported: yesNo((met?.supportedBy.length ?? 0) > 0),
      unit_order_weight: 1 / (counts.get(country) ?? 1),
      raw_response: reasons?.rawResponse ?? null,
      automated_order_extraction_status: reasons?.status ?? null,
      reasoning: reasons?.reasoning ?? null,
      unformatted_orders: reasons?.unformatted ?? null,
      reasoning_length: reasons?.length ?? null,
      inherited: yesNo(inherited.has(phase)),
    };
  });
}

function relationshipColumns({ state }: AnalyzedGame, { country, phase }: OrderFacts): Row {
  const view = (from: Power, towards: Power): string | null =>
    from === towards ? 'Self' : relationshipAfter(state, { from, towards }, phase);
  return Object.fromEntries([
    ...POWERS.map((other) => [`relationship_${other.toLowerCase()}`, view(country, other)]),
    ...POWERS.map((other) => [`${other}s_relationship_rating`, view(other, country)]),
  ]) as Row;
}

/** Formats a boolean as Python does. */
export const yesNo = (claim: boolean): string => (claim ? 'True' : 'False');

const namesOf = (powers: readonly Power[]): string | null => (powers.length === 0 ? null : powers.join(','));

const placeKey = (phase: string, place: string): string => `${phase} ${provinceIn(place)}`;
