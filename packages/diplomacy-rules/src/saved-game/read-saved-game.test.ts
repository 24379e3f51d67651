import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidFileError } from '../errors.js';
import { readSavedGame } from './read-saved-game.js';
import { writeSavedGame } from './saved-game.js';

const state = { units: { FRANCE: ['A PAR', '*A MAR'] }, centers: { FRANCE: ['PAR'] }, phase: 'SPRING 1901 MOVEMENT' };
const message = { sender: 'FRANCE', recipient: 'GLOBAL', time_sent: 1, phase: 'S1901M', message: 'Hello', tone: 'warm' };
const phase = { summary: 'A quiet spring', name: 'S1901M', state, orders: { FRANCE: null }, results: {}, messages: [message] };
const game = { phases: [phase], final_agent_states: { FRANCE: {} }, id: 'one', map: 'standard', rules: ['POWER_CHOICE'] };

describe('readSavedGame', () => {
  it('gives back what is in the text, so that it is written as it was, unknown keys and their order included', () => {
    const text = JSON.stringify(game);
    expect(writeSavedGame(readSavedGame(text))).toBe(text);
    expect(readSavedGame(game)).toBe(game);
  });

  it('keeps whatever further keys a program adds at any level', () => {
    const extra = fc.dictionary(
      fc.string().filter((key) => !(key in { ...game, ...phase, ...state, ...message, retreats: 0, homes: 0, influence: 0 })),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(extra, extra, extra, extra, (top, ofPhase, ofState, ofMessage) => {
        const messages = [{ ...message, ...ofMessage }];
        const grown = { ...top, ...game, phases: [{ ...phase, ...ofPhase, messages, state: { ...state, ...ofState } }] };
        const text = JSON.stringify(grown);
        expect(writeSavedGame(readSavedGame(text))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['the game', []],
    ['id', { ...game, id: 7 }],
    ['map', { ...game, map: undefined }],
    ['rules[0]', { ...game, rules: [null] }],
    ['phases', { ...game, phases: {} }],
    ['phases[0].name', { ...game, phases: [{ ...phase, name: 1901 }] }],
    ['phases[0].state', { ...game, phases: [{ ...phase, state: null }] }],
    [
      'phases[0].state.units.FRANCE[1]',
      { ...game, phases: [{ ...phase, state: { ...state, units: { FRANCE: ['A PAR', 1] } } }] },
    ],
    ['phases[0].state.builds.FRANCE.count', { ...game, phases: [{ ...phase, state: { ...state, builds: { FRANCE: {} } } }] }],
    ['phases[0].orders.FRANCE', { ...game, phases: [{ ...phase, orders: { FRANCE: 'A PAR H' } }] }],
    ['phases[0].messages[0].time_sent', { ...game, phases: [{ ...phase, messages: [{ ...message, time_sent: 'now' }] }] }],
  ])('names %s where that is wrong', (place, value) => {
    const read = () => readSavedGame(value);
    expect(read).toThrow(InvalidFileError);
    expect(read).toThrow(expect.objectContaining({ place }));
  });

  it('says of a text that is not JSON that it is none', () => {
    expect(() => readSavedGame('{"id": ')).toThrow(/not JSON/);
  });
});
