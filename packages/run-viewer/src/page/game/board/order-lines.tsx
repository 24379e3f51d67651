import { SIGN_SHAPES } from '@entente/diplomacy-rules';
import type { JudgedOrder } from '../story/judged-phase';

/** Lines of the orders, under the units: moves solid, supports dotted, holds and convoys as rings. Failed ones are broken. */
export function OrderLines({
  orders,
  pointed,
  onPoint,
}: {
  readonly orders: readonly JudgedOrder[];
  readonly pointed: string | null;
  readonly onPoint: (orderId: string | null) => void;
}) {
  const isUnder = ({ mark }: JudgedOrder): boolean => mark?.kind !== 'arrow' && mark?.kind !== 'retreat';
  const sorted = [...orders.filter(isUnder), ...orders.filter((order) => !isUnder(order))];
  return (
    <g class={pointed === null ? 'orders' : 'orders has-pointed'} onMouseLeave={() => onPoint(null)}>
      {sorted.map(
        (order) =>
          order.mark !== null &&
          !order.isFilledIn && (
            <g
              key={order.id}
              class={`order ${order.mark.kind}${order.mark.sign === undefined || order.mark.sign === 'build' ? '' : ' failed'}${order.id === pointed ? ' pointed' : ''}`}
              data-power={order.power}
              onMouseEnter={() => onPoint(order.id)}
            >
              <Line order={order} />
            </g>
          ),
      )}
    </g>
  );
}

/** Signs on failed orders and on builds, over the units. */
export function OrderSigns({ orders, pointed }: { readonly orders: readonly JudgedOrder[]; readonly pointed: string | null }) {
  return (
    <g class={pointed === null ? 'signs' : 'signs has-pointed'}>
      {orders.map(
        ({ id, mark }) =>
          mark?.sign !== undefined && (
            <g
              key={id}
              class={`sign ${mark.sign === 'build' ? 'build' : 'alarm'}${id === pointed ? ' pointed' : ''}`}
              transform={`translate(${mark.badge[0]} ${mark.badge[1]})`}
            >
              <g class="figure">
                <circle r="14" />
                <path d={SIGN_SHAPES[mark.sign]} />
              </g>
            </g>
          ),
      )}
    </g>
  );
}

function Line({ order: { mark } }: { readonly order: JudgedOrder }) {
  if (mark === null) return null;
  return (
    <>
      {mark.line !== undefined && <path class="halo" d={mark.line + (mark.head ?? '')} />}
      {mark.line !== undefined && <path class="line" d={mark.line} />}
      {mark.head !== undefined && <path class="head" d={mark.head} />}
      {mark.dot !== undefined && <circle class="dot" cx={mark.dot[0]} cy={mark.dot[1]} r="8.5" />}
      {mark.ring !== undefined && <circle class="halo" cx={mark.ring[0]} cy={mark.ring[1]} r="39" />}
      {mark.ring !== undefined && <circle class="ring" cx={mark.ring[0]} cy={mark.ring[1]} r="39" />}
    </>
  );
}
