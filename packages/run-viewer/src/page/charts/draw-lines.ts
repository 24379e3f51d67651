import { areaY, axisX, axisY, dot, gridY, lineY, plot, ruleX, text } from '@observablehq/plot';
import { apart, colorOf, DASHES, type Series } from './series';

/** Lines to draw, and how. */
export interface LinePlan {
  readonly series: readonly Series[];
  readonly xName: string;
  readonly yName: string;
  /** Least and greatest value of the vertical axis. @default those of the values */
  readonly yRange?: readonly [number, number] | undefined;
  /** Words for the places of the horizontal axis. @default the numbers */
  readonly xWords?: ((x: number) => string) | undefined;
  /** Place to mark with a line. */
  readonly xMarked?: number | undefined;
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
}

const MARGIN = { left: 44, right: 110, top: 22, bottom: 34 } as const;
const LABEL_GAP = 13;
const TICKS_APART = 46;

/** Draws lines, bands where there are any, and the name of each line at its end. */
export function drawLines({ series, xName, yName, yRange, xWords, xMarked, width, height }: LinePlan): SVGSVGElement {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ y, low, high }) => [y, low, high]).filter((y) => typeof y === 'number'),
  );
  const range = yRange ?? [Math.min(...values), Math.max(...values)];
  const places = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const ticks = thinned(places, Math.max(2, Math.floor((width - MARGIN.left - MARGIN.right) / TICKS_APART)));
  const ends = series.map(({ points }) => points.findLast(({ y }) => y !== null));
  const pixels = (y: number): number => ((range[1] - y) / (range[1] - range[0] || 1)) * (height - MARGIN.top - MARGIN.bottom);
  const wanted = ends.map((end) => pixels(end?.y ?? range[0]));
  const moved = apart(wanted, LABEL_GAP);
  const drawn = plot({
    width,
    height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    style: { background: 'none', color: 'var(--ink)', fontFamily: 'var(--label)', fontSize: '11px' },
    y: { domain: range, label: null },
    x: { domain: [places[0] ?? 0, places.at(-1) ?? 1], label: null },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY({ label: yName, tickSize: 0, ticks: 5 }),
      axisX({ label: xName, tickSize: 3, ticks: [...ticks], tickFormat: (x: number) => xWords?.(x) ?? String(x) }),
      ...(xMarked === undefined ? [] : [ruleX([xMarked], { stroke: 'var(--quiet)', strokeDasharray: '2 2' })]),
      ...series.flatMap((one, place) => {
        const color = `var(${colorOf(one, place)})`;
        const end = ends[place];
        const banded = one.points.filter(({ low, high }) => low !== undefined && high !== undefined);
        return [
          ...(banded.length === 0 ? [] : [areaY(banded, { x: 'x', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.14 })]),
          lineY(one.points, {
            x: 'x',
            y: 'y',
            stroke: color,
            strokeWidth: 2,
            strokeDasharray: DASHES[place % DASHES.length] ?? '',
          }),
          dot(
            one.points.filter(({ y }) => y !== null),
            { x: 'x', y: 'y', r: places.length > 30 ? 0 : 2.5, fill: color },
          ),
          ...(end === undefined
            ? []
            : [
                text([end], {
                  x: 'x',
                  y: 'y',
                  text: () => one.name,
                  dx: 8,
                  dy: (moved[place] ?? 0) - (wanted[place] ?? 0),
                  textAnchor: 'start',
                  fill: color,
                }),
              ]),
        ];
      }),
    ],
  });
  return drawn as SVGSVGElement;
}

/** At most `most` of the places, evenly spread. */
function thinned(places: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(places.length / most);
  return places.filter((_, at) => at % step === 0);
}
