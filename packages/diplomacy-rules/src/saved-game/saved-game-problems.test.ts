import { expect, it } from 'vitest';
import type { SavedGame, SavedMessage } from './saved-game.js';
import { savedGameProblems } from './saved-game-problems.js';

const units = { ENGLAND: ['F LON'], FRANCE: ['A PAR'] };
const message = (time_sent: number, fields: Partial<SavedMessage> = {}): SavedMessage => ({
  sender: 'FRANCE',
  recipient: 'ENGLAND',
  phase: 'S1901M',
  message: 'Hello',
  time_sent,
  ...fields,
});
const gameWith = (
  messages: readonly SavedMessage[],
  more: readonly SavedMessage[] = [],
  rules = ['POWER_CHOICE'],
): SavedGame => ({
  id: 'one',
  map: 'standard',
  rules,
  phases: [
    { name: 'S1901M', state: { units, centers: {} }, orders: {}, messages },
    { name: 'F1901M', state: { units, centers: {} }, orders: {}, messages: more },
  ],
});
const placesOf = (game: SavedGame) => savedGameProblems(game).map(({ place }) => place);

it('finds nothing wrong with messages one after the other', () => {
  expect(placesOf(gameWith([message(1), message(1)], [message(2, { phase: 'F1901M', recipient: 'GLOBAL' })]))).toEqual([]);
});

it('does not let messages into a game of NO_PRESS', () => {
  expect(placesOf(gameWith([message(1)], [], ['NO_PRESS']))).toEqual(['rules']);
  expect(placesOf(gameWith([], [], ['NO_PRESS']))).toEqual([]);
});

it('sees a message that was sent before the one before it, also across phases', () => {
  expect(placesOf(gameWith([message(5)], [message(4, { phase: 'F1901M' })]))).toEqual(['phases[1].messages[0].time_sent']);
});

it('sees messages of another time, from nobody and to nobody', () => {
  expect(placesOf(gameWith([message(1, { phase: 'S1902M' })]))).toEqual(['phases[0].messages[0].phase']);
  expect(placesOf(gameWith([], [message(1, { phase: 'S1901M' })]))).toEqual(['phases[1].messages[0].phase']);
  expect(placesOf(gameWith([message(1, { sender: 'SPAIN' })]))).toEqual(['phases[0].messages[0].sender']);
  expect(placesOf(gameWith([message(1, { recipient: 'ALL' })]))).toEqual(['phases[0].messages[0].recipient']);
});
