import { makeStandardDrawing } from './make-standard-drawing.js';

/** Returns the text of src/drawing/standard-drawing.ts, formatted as by Prettier. */
export function formatStandardDrawing(): string {
  const drawing = makeStandardDrawing();
  const rows = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record)
      .map(([key, value]) => `    ${/^\w+$/.test(key) ? key : quote(key)}: ${inline(value)},\n`)
      .join('');
  const {
    map,
    width,
    height,
    powers,
    provinces,
    units,
    bends = {},
    neutral = '',
    coastline = '',
    lakes = '',
    straits = '',
  } = drawing;
  return `import type { MapDrawing } from './map-drawing.js';

// Made by drawing-generator/ from longitudes and latitudes: change it there.
// prettier-ignore
/** Drawing of the standard map. */
export const standardDrawing: MapDrawing = {
  map: ${quote(map)},
  width: ${width},
  height: ${height},
  powers: {
${rows(powers)}  },
  provinces: {
${rows(provinces)}  },
  units: {
${rows(units)}  },
  bends: {
${rows(bends)}  },
  neutral: ${quote(neutral)},
  coastline: ${quote(coastline)},
  lakes: ${quote(lakes)},
  straits: ${quote(straits)},
};
`;
}

const quote = (text: string) => `'${text}'`;

function inline(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${inline(inner)}`)
      .join(', ')} }`;
  }
  return String(value);
}
