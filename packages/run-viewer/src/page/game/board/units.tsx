import {
  type Position,
  POWERS,
  type Power,
  type Spot,
  standardDrawing,
  STAR_SHAPE,
  type Unit,
  UNIT_SHAPES,
} from '@entente/diplomacy-rules';
import type { JudgedOrder } from '../story/judged-phase';
import type { UnitNames } from '../story/unit-tracks';

/** A unit as it is drawn. */
interface DrawnUnit {
  readonly key: string;
  readonly power: Power;
  readonly unit: Unit;
  readonly spot: Spot;
  /** Dislodged now or by these orders, and drawn with a star. */
  readonly isStruck: boolean;
  /** Not in a place of its own: dislodged before, or about to be built. */
  readonly isLoose: boolean;
  /** It leaves the board. */
  readonly isGone: boolean;
}

/** Units on the board, those that have to retreat, and those being built. A unit keeps its key, so that it slides to its next place. */
export function Units({
  position,
  orders,
  names,
  onPoint,
}: {
  readonly position: Position;
  readonly orders: readonly JudgedOrder[];
  readonly names: UnitNames;
  readonly onPoint: (orderId: string | null) => void;
}) {
  return (
    <g class="units" onMouseLeave={() => onPoint(null)}>
      {drawnUnits(position, orders, names).map(({ key, power, unit, spot: [x, y], isStruck, isLoose, isGone }) => (
        <g
          key={key}
          class={isLoose ? 'unit loose' : 'unit'}
          data-power={power}
          style={{ transform: `translate(${x}px, ${y}px)` }}
          onMouseEnter={() => onPoint(`${power} ${unit}`)}
        >
          <g class="figure">
            {isStruck && <path class="star" d={STAR_SHAPE} />}
            <path class="rim" d={UNIT_SHAPES[typeOf(unit)]} />
            <path class="body" d={UNIT_SHAPES[typeOf(unit)]} />
            <text y={unit.startsWith('A') ? 8 : 17}>{standardDrawing.powers[power].mark}</text>
            {isGone && <path class="cross" d="M-24-24 24 24M24-24-24 24" />}
          </g>
        </g>
      ))}
    </g>
  );
}

const typeOf = (unit: Unit): 'A' | 'F' => (unit.startsWith('A') ? 'A' : 'F');

/** Lays out the units, in an order that stays the same while they move. */
export function drawnUnits(position: Position, orders: readonly JudgedOrder[], names: UnitNames): readonly DrawnUnit[] {
  const fateOf = new Map(orders.map((order) => [order.id, order]));
  const drawn: DrawnUnit[] = [];
  const draw = (power: Power, unit: Unit, key: string, stand: 'standing' | 'dislodged' | 'built'): void => {
    const spot = spotOf(unit);
    if (spot === undefined) return;
    const fate = fateOf.get(`${power} ${unit}`);
    const isDisbanded = fate?.results.includes('disband') ?? false;
    drawn.push({
      key,
      power,
      unit,
      spot: stand === 'dislodged' ? [spot[0] - 46, spot[1] - 36] : spot,
      isStruck: stand === 'dislodged' || (fate?.results.includes('dislodged') ?? false),
      isLoose: stand !== 'standing',
      isGone: isDisbanded || (fate?.text.endsWith(' D') === true && !fate.results.includes('void')),
    });
  };
  for (const power of POWERS) {
    for (const unit of Object.keys(position.retreats[power]) as Unit[])
      draw(power, unit, names.get(`*${unit}`) ?? `*${power} ${unit}`, 'dislodged');
    for (const unit of position.units[power]) draw(power, unit, names.get(unit) ?? `${power} ${unit}`, 'standing');
  }
  for (const { power, unit, mark, id } of orders)
    if (mark?.kind === 'build' && unit !== null) draw(power, unit, `built ${id}`, 'built');
  return drawn.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** Spot of a unit; its province's where the coast has none. */
const spotOf = (unit: Unit): Spot | undefined =>
  standardDrawing.units[unit.slice(2)] ?? standardDrawing.units[unit.slice(2).split('/')[0] ?? ''];
