import { type Position, POWERS, standardDrawing, standardMap } from '@entente/diplomacy-rules';

/** Short names of the provinces, and the marks of supply centres in the colours of their owners. */
export function Names({ position }: { readonly position: Position }) {
  const owners = new Map(POWERS.flatMap((power) => position.centers[power].map((center) => [center, power] as const)));
  return (
    <g class="names" aria-hidden="true">
      {standardMap.provinces.map(({ id, center = false, terrain }) => {
        const [x, y] = standardDrawing.provinces[id]?.name ?? [0, 0];
        const left = -(16 * id.length + 28) / 2;
        const owner = owners.get(id);
        return (
          <g key={id} transform={`translate(${x} ${y})`}>
            <g class="figure">
              {center && (
                <g class="centre" data-power={owner} transform={`translate(${left + 11} 0)`}>
                  <circle r="11" />
                  {owner === undefined ? <circle class="pip" r="4" /> : <text y="5.5">{standardDrawing.powers[owner].mark}</text>}
                </g>
              )}
              <text
                class={terrain === 'sea' ? 'sea-name' : 'land-name'}
                x={center ? left + 28 : 0}
                y={8.5}
                text-anchor={center ? 'start' : 'middle'}
              >
                {id}
              </text>
            </g>
          </g>
        );
      })}
    </g>
  );
}
