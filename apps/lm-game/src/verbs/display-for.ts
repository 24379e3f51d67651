import { type GameSpec, PERSON_PROVIDER } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import type { ConsoleIo } from '@entente/run-console';
import { createJsonDisplay, createQuietDisplay, type RunDisplay } from '@entente/run-console/session';
import { createGameStory } from '../story/game-story.js';

/**
 * Display of one game: events as JSON, results alone, or a story as the game goes on.
 * @param spec spec of the game, which seats people at this terminal or not
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
