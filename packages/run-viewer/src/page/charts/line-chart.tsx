import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { LinePlan } from './draw-lines';
import { saveFile, standaloneSvg } from './save-file';
import { seriesAsCsv } from './series';
import '../styles/charts.css';

export interface LineChartProps extends Omit<LinePlan, 'width' | 'height'> {
  readonly title: string;
  /** Meaning of the lines and bands, in a sentence. */
  readonly caption?: string | undefined;
  /** In pixels. @default 220 */
  readonly height?: number | undefined;
}

/** A line chart with its data as a table, and both to take away: the picture as SVG, the data as CSV. */
export function LineChart({ title, caption, height = 220, ...plan }: LineChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<SVGSVGElement | undefined>(undefined);
  const width = useWidth(place);
  const label = useId();
  useEffect(() => {
    if (width === 0 || plan.series.every(({ points }) => points.length === 0)) return undefined;
    let isWanted = true;
    void import('./draw-lines').then(({ drawLines }) => {
      if (!isWanted || place.current === null) return;
      drawn.current = drawLines({ ...plan, width, height });
      drawn.current.setAttribute('aria-hidden', 'true');
      place.current.replaceChildren(drawn.current);
    });
    return () => {
      isWanted = false;
    };
  }, [plan.series, plan.xMarked, width, height]);
  const file = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return (
    <figure class="chart" aria-labelledby={label}>
      <figcaption>
        <strong id={label}>{title}</strong>
        {caption === undefined ? '' : ` ${caption}`}
      </figcaption>
      <div ref={place} class="drawing" style={{ minHeight: `${height}px` }} />
      <div class="take-away">
        <details>
          <summary>Values</summary>
          <ValuesTable {...plan} />
        </details>
        <button
          type="button"
          onClick={() => drawn.current && saveFile(`${file}.svg`, 'image/svg+xml', standaloneSvg(drawn.current))}
        >
          SVG
        </button>
        <button
          type="button"
          onClick={() => saveFile(`${file}.csv`, 'text/csv', seriesAsCsv(plan.series, plan.xName, plan.yName))}
        >
          CSV
        </button>
      </div>
    </figure>
  );
}

function ValuesTable({ series, xName, xWords }: Pick<LinePlan, 'series' | 'xName' | 'xWords'>) {
  const places = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  return (
    <div class="values" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{xName}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((x) => (
            <tr key={x}>
              <th scope="row">{xWords?.(x) ?? x}</th>
              {series.map(({ name, points }) => (
                <td key={name}>{points.find((point) => point.x === x)?.y ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Width of an element in pixels, followed as it changes. */
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (place.current === null) return undefined;
    const watch = new ResizeObserver(([seen]) => setWidth(Math.floor(seen?.contentRect.width ?? 0)));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return width;
}
