import {
  type ByPower,
  type Position,
  type Power,
  POWERS,
  type Province,
  provinceOfUnit,
  type Unit,
} from '@entente/diplomacy-rules';
import { forEveryPower } from '../state/index.js';
import { UNIT_PATTERN } from './read-order-text.js';

/** A board as the section of a prompt describes it. */
export interface Board {
  readonly phase: string;
  readonly units: ByPower<readonly Unit[]>;
  readonly centers: ByPower<readonly Province[]>;
  readonly neutral: readonly Province[];
  /** By province. */
  readonly occupants: ReadonlyMap<Province, { readonly power: Power; readonly unit: Unit }>;
  readonly owners: ReadonlyMap<Province, Power>;
}

const PHASE = /\b([SFW]\d{4}[MRA])\b/;
const POWER_LINE = new RegExp(
  `^(${POWERS.join('|')}): (?:supply centres|centres) \\d+(?: \\(([^)]*)\\))?; units \\d+(?: \\(([^)]*)\\))?`,
  'gm',
);
const NEUTRAL = /^Neutral supply centres: \d+ \(([^)]*)\)/m;
const UNIT = new RegExp(UNIT_PATTERN, 'g');

/** Boards that were read last, by their text. Seven powers are asked about the same board again and again. */
const kept = new Map<string, Board | null>();
const AT_MOST_KEPT = 32;

/** Reads a board from its description; `null` if the text is none. */
export function readBoard(text: string): Board | null {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const board = parseBoard(text);
  if (kept.size >= AT_MOST_KEPT) kept.clear();
  kept.set(text, board);
  return board;
}

function parseBoard(text: string): Board | null {
  const phase = PHASE.exec(text)?.[1];
  const lines = new Map([...text.matchAll(POWER_LINE)].map((line) => [line[1], line]));
  if (phase === undefined || lines.size === 0) return null;
  const centers = forEveryPower((power) => namesIn(lines.get(power)?.[2]));
  const units = forEveryPower((power) => (lines.get(power)?.[3]?.match(UNIT) ?? []) as readonly Unit[]);
  return {
    phase,
    units,
    centers,
    neutral: namesIn(NEUTRAL.exec(text)?.[1]),
    occupants: new Map(POWERS.flatMap((power) => units[power].map((unit) => [provinceOfUnit(unit), { power, unit }]))),
    owners: new Map(POWERS.flatMap((power) => centers[power].map((center) => [center, power]))),
  };
}

const namesIn = (list: string | undefined): readonly string[] => (list === undefined ? [] : list.split(', '));

/** The position of a board. Of dislodged units it knows only those for which the legal orders name a retreat or a disbandment. */
export function positionOfBoard(board: Board, power: Power, legalOrders: readonly string[]): Position {
  const dislodged: Record<string, string[]> = {};
  if (board.phase.endsWith('R')) {
    for (const order of legalOrders) {
      const [type, at, verb, to] = order.split(' ');
      const exits = (dislodged[`${type} ${at}`] ??= []);
      if (verb === 'R' && to !== undefined) exits.push(to);
    }
  }
  const retreats = forEveryPower((each) => (each === power ? dislodged : {}));
  return { phase: board.phase, units: board.units, centers: board.centers, retreats } as Position;
}

/**
 * Makes a function of board and power that computes each value once while the board is in use, because seven powers ask about the same
 * board.
 */
export function onceABoard<T>(of: (board: Board, power: Power) => T): (board: Board, power: Power) => T {
  const kept = new WeakMap<Board, Map<Power, T>>();
  return (board, power) => {
    let byPower = kept.get(board);
    if (byPower === undefined) kept.set(board, (byPower = new Map<Power, T>()));
    if (!byPower.has(power)) byPower.set(power, of(board, power));
    return byPower.get(power) as T;
  };
}
