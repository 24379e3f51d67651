import { type Power, standardDrawing } from '@entente/diplomacy-rules';

/** Letter of a power on its colour. */
export function PowerMark({ power }: { readonly power: Power }) {
  return (
    <span class="power-mark" data-power={power} aria-hidden="true">
      {standardDrawing.powers[power].mark}
    </span>
  );
}
