import type { MapOptions, OrderableUnit, Position, Power, Unit } from '@entente/diplomacy-rules';
import { adjustmentsDue, legalOrdersOfPower, parsePhase, provinceOfUnit } from '@entente/diplomacy-rules';
import type { Outlook } from './describe-unit.js';
import { describeDislodged, describeSite, describeUnit } from './describe-unit.js';
import { inMapOrder } from './geography.js';
import { situationOf } from './situation.js';
import { foreignUnits, threatsTo } from './threats.js';

/**
 * Describes the surroundings of each unit that a power can order in this phase, in map order: neighbours with owner and occupant, convoys,
 * supports of its own and of others, units that can reach it, and the nearest centres to gain. In Winter it describes build sites, or the
 * units of which some must be removed. Equal positions give equal texts, however they list their units.
 */
export function describeOrderableUnits<P extends string = Power>(
  position: Position<P>,
  power: P,
  options: MapOptions<P> = {},
): string {
  const situation = situationOf(position, options);
  const outlook: Outlook<P> = { situation, power, foreign: foreignUnits(situation, power) };
  const orderables = inMapOrder(situation.geography, legalOrdersOfPower(position, power, options), ({ location }) => location);
  if (orderables.length === 0) return `${power} has nothing to order in this phase.`;
  const { count } = adjustmentsDue(position, power, options);
  switch (parsePhase(position.phase)?.type) {
    case 'R':
      return paragraphs(`Dislodged units of ${power}: each retreats or is disbanded.`, orderables, (unit, { orders }) =>
        describeDislodged(outlook, unit, orders),
      );
    case 'A': {
      const due = count > 0 ? `may build ${count}, at most one a site` : `has to remove ${-count}`;
      return paragraphs(
        `${power} ${due}.`,
        orderables,
        (unit, { orders }) => describeUnit(outlook, unit, orders),
        (site) => describeSite(outlook, site.location, site.orders),
      );
    }
    default:
      return [
        paragraphs(`Units of ${power}:`, orderables, (unit, { orders }) => describeUnit(outlook, unit, orders)),
        ...openCenters(outlook),
      ].join('\n\n');
  }
}

function paragraphs(
  title: string,
  orderables: readonly OrderableUnit[],
  ofUnit: (unit: Unit, orderable: OrderableUnit) => readonly string[],
  ofSite: (orderable: OrderableUnit) => readonly string[] = () => [],
): string {
  const blocks = orderables.map((orderable) =>
    orderable.unit === undefined ? ofSite(orderable) : ofUnit(orderable.unit, orderable),
  );
  return [title, ...blocks.map((lines) => lines.join('\n'))].join('\n\n');
}

/** Centres of the power that it does not occupy and others can enter in two moves. */
function openCenters<P extends string>({ situation, power, foreign }: Outlook<P>): readonly string[] {
  const held = new Set(situation.position.units[power].map(provinceOfUnit));
  const centers = inMapOrder(situation.geography, situation.position.centers[power], (center) => center);
  const lines = centers.flatMap((center) => {
    const threats = held.has(center) ? undefined : threatsTo(foreign, center, power);
    return threats === undefined ? [] : [`  ${center}: ${threats}`];
  });
  return lines.length === 0
    ? []
    : [['Your centres without a unit of yours, and the foreign units within two moves:', ...lines].join('\n')];
}
