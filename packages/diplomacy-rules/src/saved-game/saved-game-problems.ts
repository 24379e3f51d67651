import type { SavedGame } from './saved-game.js';
import { phaseTime } from './saved-game.js';

/** A reason for the Python package to refuse a saved game. */
export interface SavedGameProblem {
  /** Subject: the id, a message's sender, recipient, phase or time, or messages in a game that forbids them. */
  readonly kind: 'id' | 'sender' | 'recipient' | 'phase' | 'time' | 'press';
  /** As in `phases[2].messages[0].time_sent`. */
  readonly place: string;
  readonly message: string;
}

/**
 * Lists the faults of a saved game for which the Python package's check refuses it before replaying. Empty for a sound game.
 * `verifySavedGame` checks whether its phases follow from each other.
 */
export function savedGameProblems(game: SavedGame): readonly SavedGameProblem[] {
  const problems: SavedGameProblem[] = [];
  const add = (kind: SavedGameProblem['kind'], place: string, message: string) => problems.push({ kind, place, message });
  if (game.id === '') add('id', 'id', 'A saved game needs an id.');
  let last: { readonly timeSent: number; readonly place: string } | undefined;
  let count = 0;
  game.phases.forEach((phase, i) => {
    const powers = Object.keys(phase.state.units);
    const from = i === 0 ? -Infinity : phaseTime(game.phases[i - 1]?.name ?? '');
    const to = i === game.phases.length - 1 ? Infinity : phaseTime(game.phases[i + 1]?.name ?? '');
    phase.messages?.forEach((message, j) => {
      const place = `phases[${i}].messages[${j}]`;
      count++;
      if (![...powers, 'SYSTEM'].includes(message.sender))
        add('sender', `${place}.sender`, `${message.sender} is no power of the game.`);
      if (![...powers, 'GLOBAL'].includes(message.recipient)) {
        add('recipient', `${place}.recipient`, `${message.recipient} is neither a power of the game nor GLOBAL.`);
      }
      const time = phaseTime(message.phase);
      if (time <= from || time > to)
        add('phase', `${place}.phase`, `${message.phase} is not the time of the phase ${phase.name}.`);
      if (last !== undefined && message.time_sent < last.timeSent) {
        add('time', `${place}.time_sent`, `${message.time_sent} is earlier than ${last.timeSent}, the time of ${last.place}.`);
      }
      last = { timeSent: message.time_sent, place };
    });
  });
  if (count > 0 && game.rules?.includes('NO_PRESS') === true) {
    add('press', 'rules', `NO_PRESS does not go with messages, and there ${count === 1 ? 'is one' : `are ${count}`}.`);
  }
  return problems;
}
