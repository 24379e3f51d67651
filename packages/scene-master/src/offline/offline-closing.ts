import type { ClosingReply } from '../prompts/close-scene.js';
import { sceneOf } from './place-in-run.js';
import { CLOSINGS } from './reactions.js';
import type { Direction } from './read-direction.js';
import { kindOfMove } from './read-move.js';
import { tellReaction } from './tell-reaction.js';

/** Ends the scene in place and time, by what the last move was. */
export function offlineClosing(direction: Direction): ClosingReply {
  const last = direction.happened.findLast(({ partner }) => partner !== undefined);
  const ending = direction.happened.find((move) => kindOfMove(move) === 'ending');
  const told = ending ?? last;
  const narrative = told ? tellReaction(CLOSINGS[kindOfMove(told)], direction, told, sceneOf(direction)) : '';
  return { narrative, only_A: '', only_B: '' };
}
