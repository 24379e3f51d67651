import { type GameSpec, PERSON_PROVIDER } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import type { ConsoleIo } from '@entente/run-console';
import { createJsonDisplay, createQuietDisplay, type RunDisplay } from '@entente/run-console/session';
import { createGameStory } from '../story/game-story.js';

/**
 * How one game is told: as events, hardly at all, or as it happens.
 * @param spec the game's, which says whether somebody at this terminal plays
 */
export function displayFor(
  io: ConsoleIo,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
  { seats }: Pick<GameSpec, 'seats'>,
): RunDisplay {
  if (json) return createJsonDisplay(io.stdout, { facts: true });
  const people = POWERS.filter((power) => seats[power].model.provider === PERSON_PROVIDER);
  return quiet ? createQuietDisplay(io.stderr) : createGameStory(io, people);
}
