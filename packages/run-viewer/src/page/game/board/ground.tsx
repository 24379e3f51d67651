import { type Position, POWERS, type Power, type Province, standardDrawing, standardMap } from '@entente/diplomacy-rules';

/** Sea and land in the colours of their owners. */
export function Ground({
  position,
  onPoint,
}: {
  readonly position: Position;
  readonly onPoint: (province: string | null) => void;
}) {
  const { width, height, coastline, neutral, lakes, straits, provinces } = standardDrawing;
  const tints = tintsOf(position);
  const shape = (id: Province, className: string) => {
    const tint = tints.get(id);
    return (
      <path
        key={id}
        class={tint === undefined ? className : `${className} tint-${tint.share}`}
        data-power={tint?.power}
        d={provinces[id]?.outline}
        onMouseEnter={() => onPoint(id)}
      />
    );
  };
  return (
    <g onMouseLeave={() => onPoint(null)}>
      <rect class="sea" width={width} height={height} />
      {SEAS.map((id) => shape(id, 'sea-area'))}
      <path class="shallows" d={coastline} />
      <path class="neutral" d={neutral} />
      {LANDS.map((id) => shape(id, 'land'))}
      <path class="lake" d={lakes} />
      <path class="coast" d={coastline} />
      <path class="strait-banks" d={straits} />
      <path class="strait" d={straits} />
    </g>
  );
}

const SEAS = standardMap.provinces.filter(({ terrain }) => terrain === 'sea').map(({ id }) => id);
const LANDS = standardMap.provinces.filter(({ terrain }) => terrain !== 'sea').map(({ id }) => id);

interface Tint {
  readonly power: Power;
  /** How strong: an owned centre, or a province that is only held or lies beside one. */
  readonly share: 'strong' | 'weak';
}

/** Colours of the provinces: of the owner of a centre, of a unit that stands there, or of the centre beside. */
export function tintsOf({ centers, units }: Position): ReadonlyMap<Province, Tint> {
  const tints = new Map<Province, Tint>();
  const owners = new Map(POWERS.flatMap((power) => centers[power].map((center) => [center, power] as const)));
  for (const [id, { follows }] of Object.entries(standardDrawing.provinces)) {
    const power = follows === undefined ? undefined : owners.get(follows);
    if (power !== undefined) tints.set(id, { power, share: 'weak' });
  }
  for (const power of POWERS) {
    for (const unit of units[power]) {
      const province = unit.slice(2).split('/')[0] ?? '';
      if (LANDS.includes(province)) tints.set(province, { power, share: 'weak' });
    }
  }
  for (const [center, power] of owners) tints.set(center, { power, share: 'strong' });
  return tints;
}
