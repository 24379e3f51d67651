import { standardDrawing } from '@entente/diplomacy-rules';
import { useMemo } from 'preact/hooks';
import type { StoryPhase } from '../story/game-story';
import type { JudgedPhase } from '../story/judged-phase';
import { phaseInWords } from '../story/phase-words';
import type { UnitNames } from '../story/unit-tracks';
import { Ground } from './ground';
import { Names } from './names';
import { OrderLines, OrderSigns } from './order-lines';
import { Units } from './units';

/** The board at the beginning of a phase, with the orders of the phase drawn on it. */
export function Board({
  phase,
  judged,
  names,
  pointed,
  onPoint,
  onProvince,
}: {
  readonly phase: StoryPhase;
  readonly judged: JudgedPhase;
  readonly names: UnitNames;
  /** Order that is pointed at, here or in the list. */
  readonly pointed: string | null;
  readonly onPoint: (orderId: string | null) => void;
  readonly onProvince: (province: string | null) => void;
}) {
  const { position } = phase;
  const ground = useMemo(() => <Ground position={position} onPoint={onProvince} />, [position, onProvince]);
  const labels = useMemo(() => <Names position={position} />, [position]);
  const units = useMemo(
    () => <Units position={position} orders={judged.orders} names={names} onPoint={onPoint} />,
    [position, judged, names, onPoint],
  );
  const lines = useMemo(
    () => <OrderLines orders={judged.orders} pointed={pointed} onPoint={onPoint} />,
    [judged, pointed, onPoint],
  );
  const signs = useMemo(() => <OrderSigns orders={judged.orders} pointed={pointed} />, [judged, pointed]);
  return (
    <div class="board">
      <svg viewBox={VIEW_BOX} role="img" aria-label={`Board, ${phaseInWords(phase.name)}. The orders are listed beside it.`}>
        {ground}
        {lines}
        {labels}
      </svg>
      {/* A picture of its own, so that units that slide do not paint the ground again. */}
      <svg class="over" viewBox={VIEW_BOX} aria-hidden="true">
        {units}
        {signs}
      </svg>
    </div>
  );
}

const VIEW_BOX = `0 0 ${standardDrawing.width} ${standardDrawing.height}`;
