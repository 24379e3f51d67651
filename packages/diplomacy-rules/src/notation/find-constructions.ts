import type { Attempt } from './assign-roles.js';
import type { Construction } from './constructions.js';
import {
  ATTACKED,
  BUILD,
  CONVOY,
  CONVOY_COMMAND,
  CONVOYED_BY,
  CONVOYED_MOVE,
  CONVOYED_MOVE_COMMAND,
  DISBAND,
  HOLD,
  MARCH,
  MOVE,
  MOVE_NAMED_LAST,
  RETREAT,
  RETREAT_NAMED_LAST,
  SUPPORT,
  SUPPORT_COMMAND,
  SUPPORT_HOLD,
  SUPPORT_HOLD_COMMAND,
  SUPPORTED_BY,
} from './constructions.js';
import type { Deed } from './order-words.js';
import type { Phrases } from './read-phrases.js';

/** Finds the constructions that the deeds of a text allow. None if the deeds do not go together, as in `A PAR H S A MAR`. */
export function findConstructions({ deeds, phrases, isStatement }: Phrases): readonly Attempt[] {
  const [first, ...more] = deeds.map(({ deed }) => deed);
  const hasBefore = (deed: number): boolean => phrases.some(({ deedsBefore }) => deedsBefore <= deed);
  const isLast = (deed: number): boolean => phrases.every(({ deedsBefore }) => deedsBefore <= deed);
  const all = (...allowed: readonly Deed[]): boolean => more.every((deed) => allowed.includes(deed));
  const needed = (main: number, ...constructions: readonly Construction[]): readonly Attempt[] =>
    constructions.map((construction) => ({ construction, main, destination: 'needed' }));
  const without = (construction: Construction): readonly Attempt[] => [{ construction, main: 0, destination: 'none' }];

  const passive = deeds.findIndex(({ deed }) => deed === 'supported');
  if (passive >= 0) {
    const before = deeds.slice(0, passive).map(({ deed }) => deed);
    if (passive < deeds.length - 1 || before.some((deed) => deed !== 'move' && deed !== 'hold')) return [];
    const destination = before.includes('move') ? 'needed' : before.includes('hold') ? 'none' : 'possible';
    return [{ construction: SUPPORTED_BY, main: passive, destination }];
  }
  switch (first) {
    case undefined:
      return needed(-1, MARCH);
    case 'move':
    case 'convoyed-move': {
      if (all('move', 'convoyed-move')) return needed(0, isLast(0) ? MOVE_NAMED_LAST : MOVE);
      const convoy = deeds.findIndex(({ deed }) => deed === 'convoy' || deed === 'convoyed');
      return all('move', 'convoy', 'convoyed') && convoy === deeds.length - 1 ? needed(convoy, CONVOYED_MOVE) : [];
    }
    case 'attacked':
      return more.length === 0 ? needed(0, ATTACKED) : [];
    case 'support': {
      const isCommand = !hasBefore(0);
      if (more.length === 0) return [{ construction: isCommand ? SUPPORT_COMMAND : SUPPORT, main: 0, destination: 'possible' }];
      if (all('hold')) return without(isCommand ? SUPPORT_HOLD_COMMAND : SUPPORT_HOLD);
      return all('move', 'convoy', 'convoyed', 'convoyed-move') ? needed(0, isCommand ? SUPPORT_COMMAND : SUPPORT) : [];
    }
    case 'convoy':
      if (!all('move', 'convoyed-move')) return [];
      if (hasBefore(0)) return needed(0, CONVOY, CONVOYED_MOVE);
      return needed(0, CONVOY_COMMAND, CONVOYED_MOVE_COMMAND);
    case 'convoyed':
      if (!all('move')) return [];
      return isStatement ? needed(0, CONVOYED_MOVE, CONVOYED_BY) : needed(0, CONVOYED_MOVE);
    case 'retreat':
      if (more.length > 0 && all('disband')) return without(DISBAND);
      return all('move', 'retreat') ? needed(0, isLast(0) ? RETREAT_NAMED_LAST : RETREAT) : [];
    case 'hold':
      return all('hold') ? without(HOLD) : [];
    case 'disband':
      return all('disband') ? without(DISBAND) : [];
    case 'build':
      return all('build') ? without(BUILD) : [];
    case 'supported':
    case 'waive':
      return [];
    default:
      return first satisfies never;
  }
}
