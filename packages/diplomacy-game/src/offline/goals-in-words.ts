import type { Power, Province } from '@entente/diplomacy-rules';
import { powerTitle, provinceTitle } from './phrase-pattern.js';
import { pick } from './pick.js';
import type { Board } from './read-board.js';
import { leaderOf, nearestNeutral } from './surroundings.js';

/** Aims of a power. */
export interface Aims {
  readonly board: Board | null;
  readonly self: Power;
  readonly target: Power | null;
  readonly partner: Power | null;
  readonly creed: string;
}

/** Writes goals in words that every later prompt is read for: centres to take, partner, target, a leader to stop, and the creed. */
export function goalsInWords({ board, self, target, partner, creed }: Aims, random: () => number): readonly string[] {
  const centers = board === null ? [] : prizesOf(board, self, target);
  const leader = board === null ? null : leaderOf(board);
  const isRunningAway = leader !== null && leader.power !== self && leader.count >= 9;
  return [
    ...(centers.length > 0 ? [pick(PRIZES, random).replace('{centers}', centers.map(provinceTitle).join(' and '))] : []),
    ...(target === null
      ? []
      : [
          pick(partner === null ? ALONE : TOGETHER, random)
            .replace('{target}', powerTitle(target))
            .replace('{partner}', partner === null ? '' : powerTitle(partner)),
        ]),
    ...(target === null && partner !== null ? [`Stay on good terms with ${powerTitle(partner)}.`] : []),
    ...(isRunningAway ? [`Keep ${powerTitle(leader.power)} below eighteen centres.`] : []),
    creed,
  ];
}

const PRIZES = ['Bring {centers} under our flag.', 'Take {centers} before others do.', 'Add {centers} to our centres.'];
const TOGETHER = [
  'Work with {partner} against {target}.',
  'Move against {target}, together with {partner}.',
  'Break the line against {target} with {partner} at our side.',
];
const ALONE = ['Gain ground against {target}.', 'Hold out against {target} until help comes.'];

/** The two nearest centres: neutral ones while there are any, then those of the target. */
function prizesOf(board: Board, self: Power, target: Power | null): readonly Province[] {
  const neutral = nearestNeutral(board, self)
    .slice(0, 2)
    .map(({ center }) => center);
  return neutral.length > 0 ? neutral : target === null ? [] : board.centers[target].slice(0, 2);
}
