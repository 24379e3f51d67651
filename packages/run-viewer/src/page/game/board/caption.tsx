import { POWERS, standardMap } from '@entente/diplomacy-rules';
import type { StoryPhase } from '../story/game-story';
import type { JudgedPhase } from '../story/judged-phase';
import { powerInWords } from '../story/phase-words';

/** One line below the board: the order or the province that is pointed at, otherwise the phase in numbers. */
export function Caption({
  phase,
  judged,
  pointed,
  province,
}: {
  readonly phase: StoryPhase;
  readonly judged: JudgedPhase;
  readonly pointed: string | null;
  readonly province: string | null;
}) {
  const order = judged.orders.find(({ id }) => id === pointed);
  return (
    <p class="caption">
      {order !== undefined ? (
        <>
          <b>{powerInWords(order.power)}:</b> {order.why === '' ? order.text : order.why}
        </>
      ) : province !== null ? (
        provinceInWords(phase, province)
      ) : (
        phaseInNumbers(phase, judged)
      )}
    </p>
  );
}

/** Tells what a province is, who owns it and who stands there. */
export function provinceInWords({ position }: Pick<StoryPhase, 'position'>, id: string): string {
  const province = standardMap.provinces.find((one) => one.id === id);
  const owner = POWERS.find((power) => position.centers[power].includes(id));
  const unit = POWERS.flatMap((power) => position.units[power].map((each) => ({ power, each }))).find(
    ({ each }) => each.slice(2).split('/')[0] === id,
  );
  const parts = [`${province?.name ?? id} (${id})`];
  if (province?.center === true)
    parts.push(owner === undefined ? 'neutral supply centre' : `supply centre of ${powerInWords(owner)}`);
  if (unit !== undefined) parts.push(`${unit.each.startsWith('A') ? 'army' : 'fleet'} of ${powerInWords(unit.power)}`);
  return parts.join(', ');
}

function phaseInNumbers({ stage }: StoryPhase, { orders, captures }: JudgedPhase): string {
  if (stage === 'end') return 'Last position of the game.';
  const given = orders.filter(({ isFilledIn }) => !isFilledIn);
  const failed = given.filter(({ results }) => results.length > 0).length;
  const parts = [`${given.length} ${given.length === 1 ? 'order' : 'orders'}`];
  if (stage === 'open') return `${parts.join()} so far; the phase is under way.`;
  if (failed > 0) parts.push(`${failed} without success`);
  if (captures.length > 0) parts.push(`${captures.length} ${captures.length === 1 ? 'centre changes' : 'centres change'} hands`);
  return `${parts.join(', ')}.`;
}
