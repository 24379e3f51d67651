import { callBase } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import type { StoryPhase } from '../story/game-story';
import type { JudgedOrder, JudgedPhase } from '../story/judged-phase';
import { powerInWords } from '../story/phase-words';
import { CallLink } from './call-link';
import { PowerMark } from './power-mark';

/** Orders of a phase by power, each with its result, and the reason where it failed. */
export function OrdersSection({
  phase,
  judged,
  pointed,
  onPoint,
}: {
  readonly phase: StoryPhase;
  readonly judged: JudgedPhase;
  readonly pointed: string | null;
  readonly onPoint: (orderId: string | null) => void;
}) {
  const powers = POWERS.filter((power) => judged.orders.some((order) => order.power === power));
  return (
    <div class="order-list">
      {phase.summary !== null && phase.summary !== '' && (
        <p class="said summary" dir="auto">
          {phase.summary}
        </p>
      )}
      {powers.length === 0 && (
        <p class="quiet">{phase.stage === 'end' ? 'The game is over: nothing is ordered.' : 'No orders yet.'}</p>
      )}
      {powers.map((power) => (
        <section key={power} aria-label={powerInWords(power)}>
          <h3>
            <PowerMark power={power} /> {powerInWords(power)}
            <span class="quiet model">
              {phase.models[power]} {phase.stage !== 'end' && <CallLink path={callBase.orders({ phase: phase.name, power })} />}
            </span>
          </h3>
          <ul onMouseLeave={() => onPoint(null)}>
            {judged.orders
              .filter((order) => order.power === power)
              .map((order) => (
                <OrderRow key={order.id} order={order} isPointed={order.id === pointed} onPoint={onPoint} />
              ))}
          </ul>
          {phase.defaulted
            .filter((fact) => fact.power === power)
            .map(({ units, reason, detail }, at) => (
              <p key={at} class="gap">
                No order of its own for {units.join(', ')} ({DEFAULT_REASONS[reason]}){detail === '' ? '' : `: ${detail}`}
              </p>
            ))}
        </section>
      ))}
      {judged.captures.length > 0 && (
        <section aria-label="Centres that change hands">
          <h3>Centres that change hands</h3>
          <ul class="plain">
            {judged.captures.map(({ center, from, to }) => (
              <li key={center}>
                {center}: {from === null ? 'neutral' : powerInWords(from)} → <PowerMark power={to} /> {powerInWords(to)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {judged.notes.map((note) => (
        <p key={note} class="gap">
          {note}
        </p>
      ))}
    </div>
  );
}

const DEFAULT_REASONS: Readonly<Record<StoryPhase['defaulted'][number]['reason'], string>> = {
  'not-ordered': 'none was given',
  illegal: 'it was not legal',
  refusal: 'the model refused',
  'length-cut': 'the reply was cut off',
  unparsable: 'the reply could not be read',
};

function OrderRow({
  order,
  isPointed,
  onPoint,
}: {
  readonly order: JudgedOrder;
  readonly isPointed: boolean;
  readonly onPoint: (orderId: string | null) => void;
}) {
  const failed = order.results.length > 0;
  return (
    <li class={isPointed ? 'pointed' : undefined}>
      <button
        type="button"
        onMouseEnter={() => onPoint(order.id)}
        onFocus={() => onPoint(order.id)}
        onBlur={() => onPoint(null)}
        onClick={() => onPoint(order.id)}
      >
        <span class="notation">{order.text}</span>
        <span class={failed ? 'result failed' : 'result'}>
          {failed ? order.results.join(', ') : order.isFilledIn ? 'no order' : ''}
        </span>
        {(failed || isPointed) && order.why !== '' && <span class="why">{order.why}</span>}
      </button>
    </li>
  );
}
