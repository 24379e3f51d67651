import { ORDER_RESULTS } from '../values/outcome.js';
import type { Sign } from './badge.js';
import { drawBadge } from './badge.js';
import { arrowPaths, drawArrow } from './draw-arrow.js';
import { drawCenter } from './draw-ground.js';
import { drawRing } from './draw-orders.js';
import { drawSupport } from './draw-support.js';
import { drawStar, drawUnit } from './draw-unit.js';
import { drawWayOut, drawWaysOut } from './draw-units.js';
import { INK } from './ink.js';
import type { OrderScene } from './order-scene.js';
import { pathAlong } from './route.js';
import { element, escapeText } from './svg-element.js';

/** Height of the key below the board. */
export const KEY_HEIGHT = 64;

interface KeyEntry {
  readonly words: string;
  /** Width of the picture, which is drawn around the middle of its left side. */
  readonly width: number;
  readonly picture: string;
}

const PLAIN = { color: '#8b8f92', mark: '' };
const ROUTE = [
  [0, 0],
  [70, 0],
] as const;
const ORDER_ENTRIES = {
  hold: small('hold', drawRing([0, 0], INK.line)),
  move: { words: 'move', width: 70, picture: drawArrow(arrowOf(70), { ink: INK.line }) },
  support: { words: 'support', width: 70, picture: drawSupport({ line: pathAlong(ROUTE), dot: ROUTE[1] }, INK.line, true) },
  convoy: small('convoy', drawRing([0, 0], INK.line, '13 9')),
  retreat: {
    words: 'retreat',
    width: 80,
    picture: drawArrow(arrowOf(80), { ink: INK.line, retreat: true }),
  },
} satisfies Record<string, KeyEntry>;
const RESULT_WORDS: Readonly<Record<Sign, string>> = {
  void: 'void',
  'no convoy': 'no convoy',
  disrupted: 'convoy disrupted',
  bounce: 'bounced',
  cut: 'support cut',
  build: 'built',
};

/** Draws a key of the signs on this board: units, centres, kinds of orders and their results. */
export function drawKey<P extends string>(scene: OrderScene<P>): string {
  let x = 40;
  return keyEntries(scene)
    .map(({ words, width, picture }) => {
      const text = element('text', { x: width + 12, y: 8, 'font-size': 24, fill: INK.muted }, escapeText(words));
      const entry = element('g', { transform: `translate(${Math.round(x)} 22)` }, picture, text);
      x += width + 12 + 12.5 * words.length + 34;
      return entry;
    })
    .join('');
}

function keyEntries<P extends string>(scene: OrderScene<P>): readonly KeyEntry[] {
  const { orders, position, map } = scene;
  const shown = orders.filter(({ isFilledIn }) => !isFilledIn);
  const kinds = new Set<string>(shown.map(({ order: { kind } }) => (kind.startsWith('support') ? 'support' : kind)));
  const results = new Set(orders.flatMap((order) => order.results));
  const retreating = map.powers.some(({ id }) => Object.keys(position.retreats[id]).length > 0);
  const entries: KeyEntry[] = [
    small('army', drawUnit([0, 0], { type: 'A', style: PLAIN, title: 'army' })),
    small('fleet', drawUnit([0, 0], { type: 'F', style: PLAIN, title: 'fleet' })),
    { words: 'supply centre', width: 22, picture: drawCenter([11, 0], undefined) },
  ];
  for (const [kind, entry] of Object.entries(ORDER_ENTRIES)) if (kinds.has(kind)) entries.push(entry);
  if (kinds.has('build')) entries.push(signEntry('build'));
  for (const result of ORDER_RESULTS) if (result in RESULT_WORDS && results.has(result)) entries.push(signEntry(result as Sign));
  if (results.has('dislodged') || retreating) entries.push(small('dislodged', drawStar([0, 0])));
  if (drawWaysOut(scene) !== '') entries.push({ words: 'way out', width: 70, picture: drawWayOut(ROUTE) });
  if (kinds.has('disband') || results.has('disband')) {
    entries.push(small('disbanded', drawUnit([0, 0], { type: 'A', style: PLAIN, title: 'disbanded', gone: true })));
  }
  return entries;
}

/** Returns an arrow to the right. */
function arrowOf(length: number) {
  const { shaft, head } = arrowPaths([
    [0, 0],
    [length, 0],
  ]);
  return { line: pathAlong(shaft), head };
}

/** Scales down a picture of the size of a unit. */
function small(words: string, picture: string): KeyEntry {
  return { words, width: 44, picture: element('g', { transform: 'translate(22 0) scale(.62)' }, picture) };
}

const signEntry = (sign: Sign): KeyEntry => ({ words: RESULT_WORDS[sign], width: 26, picture: drawBadge([13, 0], sign) });
