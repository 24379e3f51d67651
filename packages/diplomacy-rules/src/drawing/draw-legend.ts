import { listed, powerName } from '../map/full-names.js';
import type { GameMap } from '../map/game-map.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { DrawnOrder } from './drawn-order.js';
import { drawUnit } from './draw-unit.js';
import { INK } from './ink.js';
import type { MapDrawing } from './map-drawing.js';
import { element, escapeText } from './svg-element.js';

const SEASON_NAMES = { S: 'Spring', F: 'Fall', W: 'Winter' } as const;
const PHASE_TYPE_NAMES = { M: 'movement', R: 'retreats', A: 'adjustments' } as const;
const CELL = { width: 320, height: 84 } as const;
const MARGIN = 40;

/** Height of the band above the board. */
export const HEADING_HEIGHT = 96;

/** The phase in words, and how the game ended: `Spring 1901, movement`. */
export function phaseInWords<P extends string>(map: GameMap<P>, { phase, result }: Position<P>): string {
  if (result?.kind === 'solo') return `${powerName(map, result.winner)} has won`;
  if (result?.kind === 'draw') return `A draw between ${listed(result.powers.map((power) => powerName(map, power)))}`;
  const parts = parsePhase(phase);
  if (parts === null) return phase === 'COMPLETED' ? 'The game is over' : String(phase);
  return `${SEASON_NAMES[parts.season]} ${parts.year}, ${PHASE_TYPE_NAMES[parts.type]}`;
}

/** Draws the band above the board: the heading on the left, the phase on the right. Without a heading the phase is on the left. */
export function drawHeading(width: number, phase: string, title: string | undefined): string {
  const text = (x: number, anchor: string, size: number, fill: string, words: string) =>
    element('text', { x, y: 63, 'text-anchor': anchor, 'font-size': size, fill }, escapeText(words));
  if (title === undefined) return text(MARGIN, 'start', 46, INK.line, phase);
  return text(MARGIN, 'start', 46, INK.line, title) + text(width - MARGIN, 'end', 38, INK.muted, phase);
}

const columnsOf = (width: number, count: number): number =>
  Math.max(1, Math.min(count, Math.floor((width - MARGIN) / CELL.width)));

/** Height of the band of powers. */
export const legendHeight = (width: number, powers: number): number =>
  Math.ceil(powers / columnsOf(width, powers)) * CELL.height + 36;

/** Draws each power with its colour, mark, numbers of centres and units, and in Winter its builds or removals. */
export function drawLegend<P extends string>(
  { map, drawing, position }: { map: GameMap<P>; drawing: MapDrawing<P>; position: Position<P> },
  orders: readonly DrawnOrder<P>[],
): string {
  const columns = columnsOf(drawing.width, map.powers.length);
  const pitch = (drawing.width - MARGIN) / columns;
  const adjusts = parsePhase(position.phase)?.type === 'A';
  return map.powers
    .map(({ id, name }, index) => {
      // A dislodged unit still belongs to its power.
      const units = position.units[id].length + Object.keys(position.retreats[id]).length;
      const centers = position.centers[id].length;
      const waived = orders.filter(({ power, order }) => power === id && order.kind === 'waive').length;
      const balance = centers - units;
      const lines = [
        `${count(centers, 'centre')}, ${count(units, 'unit')}`,
        waived > 0
          ? `, ${waived} waived`
          : adjusts && balance > 0
            ? `, +${balance}`
            : adjusts && balance < 0
              ? `, −${-balance}`
              : '',
      ];
      const at = (size: number, y: number, fill: string, words: string) =>
        element('text', { x: 38, y, 'font-size': size, fill }, escapeText(words));
      return element(
        'g',
        {
          transform: `translate(${Math.round(MARGIN + 24 + (index % columns) * pitch)} ${62 + Math.floor(index / columns) * CELL.height})`,
          opacity: centers + units === 0 ? 0.4 : undefined,
        },
        drawUnit([0, -4], { type: 'A', style: drawing.powers[id], title: name }),
        at(32, -6, INK.line, name),
        at(22, 23, INK.muted, lines.join('')),
      );
    })
    .join('');
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
