import type { MapOptions, Position, Power, Unit } from '@entente/diplomacy-rules';
import { adjustmentsDue, locationOfUnit, parsePhase } from '@entente/diplomacy-rules';
import { inMapOrder } from './geography.js';
import type { Situation } from './situation.js';
import { situationOf } from './situation.js';

const SEASON_NAMES = { S: 'Spring', F: 'Fall', W: 'Winter' } as const;
const TYPE_NAMES = { M: 'movement', R: 'retreats', A: 'adjustments' } as const;

/**
 * Describes the whole board, in the same words for every power: the phase, centres and units of each power with their numbers, neutral
 * centres, dislodged units, and the number of builds or removals. Powers and places are in map order, so equal positions give equal texts.
 */
export function describeBoard<P extends string = Power>(position: Position<P>, options: MapOptions<P> = {}): string {
  const situation = situationOf(position, options);
  const { map, owners } = situation;
  const centers = map.provinces.flatMap(({ id, center }) => (center === true ? [id] : []));
  const neutral = centers.filter((center) => !owners.has(center));
  return [
    phaseLine(position),
    ...map.powers.map(({ id }) => powerLine(situation, id)),
    `Neutral supply centres: ${counted(neutral)}.`,
    `${map.victoryCenters} of the ${centers.length} supply centres, and more than any other power, win the game.`,
  ].join('\n');
}

function phaseLine<P extends string>({ phase, result }: Position<P>): string {
  const parts = parsePhase(phase);
  if (parts !== null) return `Phase ${phase}: ${SEASON_NAMES[parts.season]} ${parts.year}, ${TYPE_NAMES[parts.type]}.`;
  if (result === undefined) return 'The game is over.';
  return result.kind === 'solo'
    ? `The game is over: ${result.winner} won.`
    : `The game is over: a draw of ${result.powers.join(', ')}.`;
}

function powerLine<P extends string>(situation: Situation<P>, power: P): string {
  const { position, geography } = situation;
  const centers = inMapOrder(geography, position.centers[power], (center) => center);
  const units = inMapOrder(geography, position.units[power], locationOfUnit);
  const dislodged = inMapOrder(geography, Object.keys(position.retreats[power]) as Unit[], locationOfUnit);
  if (centers.length + units.length + dislodged.length === 0) return `${power}: eliminated.`;
  return [
    `${power}: supply centres ${counted(centers)}; units ${counted(units)}`,
    ...(dislodged.length === 0 ? [] : [`dislodged ${counted(dislodged)}`]),
    ...adjustments(situation, power),
  ]
    .join('; ')
    .concat('.');
}

function adjustments<P extends string>({ position, map }: Situation<P>, power: P): readonly string[] {
  if (parsePhase(position.phase)?.type !== 'A') return [];
  const { count } = adjustmentsDue(position, power, { map });
  if (count === 0) return [];
  return [count > 0 ? `may build ${count}` : `has to remove ${-count}`];
}

/** `3 (BUD, TRI, VIE)`. */
const counted = (names: readonly string[]): string => (names.length === 0 ? '0' : `${names.length} (${names.join(', ')})`);
