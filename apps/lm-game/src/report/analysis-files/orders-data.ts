import type { GameState, PhaseRecord } from '@entente/diplomacy-game';
import { type Power, POWERS, provinceOf, standardMap } from '@entente/diplomacy-rules';
import type { Row } from '@entente/run-console';
import { issuedOrders, type OrderGroup } from '../games/issued-orders.js';
import { relationshipAt } from '../games/relationships-over-time.js';
import { modelOf } from '../games/reported-game.js';

/**
 * The predecessor's `orders_data`: a row an order that was written, in its columns. Relationships are labels, empty where none is on record.
 * Left out are the reasoning, raw replies and extraction states, which llm_responses.csv has, the affiliations of provinces without a centre,
 * and what is about the unit that is supported or met beyond whose it is and what became of it.
 */
export function ordersData(state: GameState): readonly Row[] {
  const ofPhase = new Map(state.history.map((record) => [record.phase, record]));
  return issuedOrders(state).flatMap(({ phase, power, order, group, results, written }): readonly Row[] => {
    const record = ofPhase.get(phase);
    if (!written || record === undefined) return [];
    const { from, to } = placesOf(order);
    const supports = record.outcomes.filter((other) => supportedUnit(other.order) === unitOf(order));
    const met = to === null ? undefined : unitIn(record, to);
    const metOutcome = met && record.outcomes.find((other) => unitOf(other.order) === met.unit);
    const target = supportedUnit(order);
    const owner = target === null ? undefined : ownerOf(record, target);
    const relation = owner && owner !== power ? relationshipAt(state, { from: power, towards: owner }, phase) : null;
    const model = modelOf(state, power);
    return [
      {
        country: power,
        phase,
        order,
        command: COMMANDS[group],
        unit_location: from,
        location_was_sc: from === null ? null : yesNo(isCenter(from)),
        destination: to,
        destination_was_sc: to === null ? null : yesNo(isCenter(to)),
        immediate_result: results[0] ?? 'PASS',
        model,
        model_short_name: model?.split(/[/:]/).at(-1) ?? null,
        country_model: `${power} (${model ?? ''})`,
        supported_by: supports.map((other) => other.order).join('; '),
        destination_was_occupied: to === null ? null : yesNo(met !== undefined),
        destination_unit_owner: met?.power ?? null,
        destination_unit_order: metOutcome?.order ?? null,
        destination_unit_outcome: metOutcome ? (metOutcome.results[0] ?? 'PASS') : null,
        recipient_unit_owner: owner ?? null,
        supporting_self: owner === undefined ? null : yesNo(owner === power),
        supporting_an_ally: relation === null ? null : yesNo(relation === 'Friendly' || relation === 'Ally'),
        was_supported: yesNo(supports.length > 0),
        supported_by_self: yesNo(supports.some((other) => other.power === power)),
        supported_by_other: yesNo(supports.some((other) => other.power !== power)),
        ...Object.fromEntries(
          POWERS.flatMap((other) => [
            [
              `relationship_${other.toLowerCase()}`,
              other === power ? null : relationshipAt(state, { from: power, towards: other }, phase),
            ],
            [
              `${other}s_relationship_rating`,
              other === power ? null : relationshipAt(state, { from: other, towards: power }, phase),
            ],
          ]),
        ),
      },
    ];
  });
}

const COMMANDS: Readonly<Record<OrderGroup, string>> = {
  move: 'Move',
  hold: 'Hold',
  support: 'Support',
  convoy: 'Convoy',
  retreat: 'Retreat',
  build: 'Build',
  disband: 'Disband',
  waive: 'Waive',
};

const yesNo = (claim: boolean): string => (claim ? 'True' : 'False');

const CENTERS = new Set(standardMap.provinces.filter(({ center }) => center === true).map(({ id }) => id));
const isCenter = (province: string): boolean => CENTERS.has(province);

const unitOf = (order: string): string => order.split(' ', 2).join(' ');

/** `A PAR - BUR VIA`: from PAR to BUR, without coasts. */
function placesOf(order: string): { readonly from: string | null; readonly to: string | null } {
  const [, at, mark, place] = order.split(' ');
  if (at === undefined) return { from: null, to: null };
  return { from: provinceOf(at), to: (mark === '-' || mark === 'R') && place !== undefined ? provinceOf(place) : null };
}

/** The unit that an order supports; `null` for other orders. */
function supportedUnit(order: string): string | null {
  const words = order.split(' ');
  return words[2] === 'S' ? words.slice(3, 5).join(' ') : null;
}

function unitIn({ position }: PhaseRecord, province: string): { readonly power: Power; readonly unit: string } | undefined {
  for (const power of POWERS) {
    const unit = position.units[power].find((each) => provinceOf(each.split(' ')[1] ?? '') === province);
    if (unit !== undefined) return { power, unit };
  }
  return undefined;
}

function ownerOf({ position }: PhaseRecord, unit: string): Power | undefined {
  return POWERS.find((power) =>
    position.units[power].some((each) => provinceOf(each.split(' ')[1] ?? '') === provinceOf(unit.split(' ')[1] ?? '')),
  );
}
