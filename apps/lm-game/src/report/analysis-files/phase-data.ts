import { type DiaryEntry, type GameState, isReadBy } from '@entente/diplomacy-game';
import { ORDER_RESULTS, parsePhase, type Power, POWERS } from '@entente/diplomacy-rules';
import type { Row } from '@entente/run-console';
import { issuedOrders, ORDER_GROUPS } from '../games/issued-orders.js';
import { relationshipAt } from '../games/relationships-over-time.js';
import { modelOf } from '../games/reported-game.js';

const SEASONS = { S: 'Spring', F: 'Fall', W: 'Winter' } as const;
const SECTIONS = { M: 'Movement', R: 'Retreat', A: 'Adjustment' } as const;

/**
 * The predecessor's `phase_data`: a row a phase and living power, in its columns. The diary is what the power wrote of the phase and still
 * keeps word for word; years that were consolidated are empty. Left out: raw replies and extraction states, which llm_responses.csv has, goals,
 * of which the record keeps the newest only, and territories without a centre.
 */
export function phaseData(state: GameState): readonly Row[] {
  const orders = issuedOrders(state);
  return state.history.flatMap(({ phase, position, press }, at) => {
    const parts = parsePhase(phase);
    const after = state.history[at + 1]?.position ?? state.position;
    const alive = POWERS.filter((power) => position.units[power].length + position.centers[power].length > 0);
    return alive.map((power): Row => {
      const own = orders.filter((order) => order.phase === phase && order.power === power && order.written);
      const [before, now] = [position.centers[power], after.centers[power]];
      const gained = now.filter((center) => !before.includes(center));
      const lost = before.filter((center) => !now.includes(center));
      const supporting = own.filter(({ group }) => group === 'support');
      const isOwnUnit = (order: string): boolean =>
        position.units[power].includes(order.split(' ').slice(3, 5).join(' ') as never);
      const talkWith = (other: Power): string =>
        press
          .filter((message) => isReadBy(message, power) && isReadBy(message, other))
          .map(({ sender, recipient, text }) => `${sender} to ${recipient}: ${text}`)
          .join('\n');
      return {
        country: power,
        phase,
        phase_year: parts?.year ?? null,
        phase_season: parts ? SEASONS[parts.season] : null,
        phase_section: parts ? SECTIONS[parts.type] : null,
        model: modelOf(state, power),
        list_units: position.units[power].join(', '),
        count_units: position.units[power].length,
        list_centers: before.join(', '),
        count_centers: before.length,
        list_centers_gained: gained.join(', '),
        count_centers_gained: gained.length,
        list_centers_lost: lost.join(', '),
        count_centers_lost: lost.length,
        ...Object.fromEntries(
          ORDER_GROUPS.map((group) => [`count_${group}_commands`, own.filter((order) => order.group === group).length]),
        ),
        count_got_pass: own.filter(({ results }) => results.length === 0).length,
        ...Object.fromEntries(
          ORDER_RESULTS.map((result) => [
            `count_got_${result.replaceAll(' ', '_')}`,
            own.filter(({ results }) => results.includes(result)).length,
          ]),
        ),
        count_supported_self: supporting.filter(({ order }) => isOwnUnit(order)).length,
        count_supported_other: supporting.filter(({ order }) => !isOwnUnit(order)).length,
        valid_order_count: own.length,
        ...Object.fromEntries(
          POWERS.flatMap((other) => [
            [
              `relationship_${other.toLowerCase()}`,
              other === power ? null : relationshipAt(state, { from: power, towards: other }, phase),
            ],
            [`conversation_${other.toLowerCase()}`, other === power ? null : talkWith(other)],
          ]),
        ),
        diary: state.agents[power].diary
          .filter((entry: DiaryEntry) => entry.phase === phase)
          .map(({ kind, text }) => `[${kind}] ${text}`)
          .join('\n'),
      };
    });
  });
}
