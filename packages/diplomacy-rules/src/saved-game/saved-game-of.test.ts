import { describe, expect, it } from 'vitest';
import { InvalidFileError } from '../errors.js';
import { adjudicate } from '../judge/adjudicate.js';
import { drawGame } from '../judge/next-phase.js';
import { parseOrders } from '../notation/parse-orders.js';
import type { Position } from '../values/position.js';
import { startingPosition } from '../values/position.js';
import type { Power } from '../values/power.js';
import { positionOfSavedState } from './position-of-saved-state.js';
import { savedGameOf } from './saved-game-of.js';
import type { PlayedPhase } from './saved-game.js';

type Texts = { readonly [power in Power]?: readonly string[] };

/** Plays some phases; the last one is left as it begins. */
function play(texts: readonly Texts[], start: Position = startingPosition()): readonly PlayedPhase[] {
  let position = start;
  const played = texts.map((written, i): PlayedPhase => {
    const { orders } = parseOrders(position, written);
    const adjudication = adjudicate(position, orders);
    const phase = { position, orders, adjudication, timestampUs: 1000 + i };
    position = adjudication.next;
    return phase;
  });
  return [...played, { position, timestampUs: 2000 }];
}

const opening: Texts = {
  FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR', 'F BRE - MAO'],
  GERMANY: ['A MUN - BUR', 'F KIE - DEN'],
};
const autumn: Texts = { FRANCE: ['F MAO - SPA/NC', 'A BUR - BEL'], GERMANY: ['A MUN - BUR'] };

describe('savedGameOf', () => {
  it('tells of every phase what the Python package tells, in its order', () => {
    const { phases, ...game } = savedGameOf(play([opening]), { id: 'one' });
    expect(game).toEqual({ id: 'one', map: 'standard', rules: ['NO_PRESS', 'POWER_CHOICE'] });
    expect(phases.map(({ name }) => name)).toEqual(['S1901M', 'F1901M']);
    const [spring] = phases;
    expect(Object.keys(spring ?? {})).toEqual(['name', 'state', 'orders', 'results', 'messages']);
    expect(Object.keys(spring?.state ?? {}).join(' ')).toBe(
      'timestamp zobrist_hash note name units retreats centers homes influence civil_disorder builds game_id map rules',
    );
    expect(spring?.state).toMatchObject({ timestamp: 1000, zobrist_hash: '1919110489198082658', note: '', game_id: 'one' });
    expect(spring?.orders['FRANCE']).toEqual(['A PAR - BUR', 'A MAR S A PAR - BUR', 'F BRE - MAO']);
    expect(spring?.orders['ITALY']).toEqual([]);
    expect(spring?.results).toMatchObject({ 'A PAR': [], 'A MUN': ['bounce'], 'F NAP': [] });
  });

  it('lists first the units that stayed, then those that came, and lets the last visitor have the influence', () => {
    const { phases } = savedGameOf(play([opening, autumn]), { id: 'one' });
    const winter = phases[2]?.state;
    expect(winter?.name).toBe('W1901A');
    expect(winter?.units['FRANCE']).toEqual(['A MAR', 'F SPA/NC', 'A BEL']);
    expect(winter?.influence?.['FRANCE']).toEqual(['BRE', 'MAR', 'PAR', 'MAO', 'SPA', 'BEL']);
    expect(winter?.influence?.['GERMANY']).toEqual(['KIE', 'BER', 'MUN', 'DEN', 'BUR']);
    expect(winter?.centers['FRANCE']).toEqual(['BRE', 'MAR', 'PAR', 'BEL', 'SPA']);
    expect(winter?.builds?.['FRANCE']).toEqual({ count: 2, homes: ['BRE', 'PAR'] });
    expect(winter?.builds?.['TURKEY']).toEqual({ count: 0, homes: [] });
  });

  it('has null for who has not decided in the phase that the game is in, and nothing for who is out of it', () => {
    const start = positionOfSavedState({ name: 'S1901M', units: { FRANCE: ['A PAR'] }, centers: {} });
    const { phases } = savedGameOf([{ position: start, timestampUs: 1 }], { id: 'one' });
    expect(phases[0]?.orders).toMatchObject({ FRANCE: null, ITALY: [] });
    expect(phases[0]?.results).toEqual({});
  });

  it('leaves out what the package would not take and writes the rest in its words', () => {
    const units = { ENGLAND: ['A LON', 'F NTH', 'F MAO', 'F GAS'], FRANCE: ['A PAR'] };
    const texts = {
      ENGLAND: ['A LON - BEL', 'F NTH C A LON - BEL', 'F MAO - SPA/NC', 'F GAS S F MAO - SPA/NC', 'F NTH H'],
      FRANCE: ['A PAR - MOS'],
    };
    const { phases } = savedGameOf(play([texts], positionOfSavedState({ name: 'S1901M', units, centers: {} })), { id: 'one' });
    expect(phases[0]?.orders['ENGLAND']).toEqual([
      'A LON - BEL VIA',
      'F NTH C A LON - BEL',
      'F MAO - SPA/NC',
      'F GAS S F MAO - SPA',
    ]);
    expect(phases[0]?.orders['FRANCE']).toEqual([]);
  });

  it('leaves out support for another coast than the one ordered, which would count for the package', () => {
    const units = { ENGLAND: ['F MAO', 'F GAS'] };
    const texts = { ENGLAND: ['F MAO - SPA/NC', 'F GAS S F MAO - SPA/SC'] };
    const { phases } = savedGameOf(play([texts], positionOfSavedState({ name: 'S1901M', units, centers: {} })), { id: 'one' });
    expect(phases[0]?.orders['ENGLAND']).toEqual(['F MAO - SPA/NC']);
  });

  it('keeps one build too many, as the package does, but no waived one', () => {
    const state = { name: 'W1901A', units: {}, centers: { FRANCE: ['PAR'], GERMANY: ['BER', 'KIE'] } };
    const texts = { FRANCE: ['A PAR B'], GERMANY: ['A BER B', 'WAIVE'] };
    const { phases } = savedGameOf(play([texts], positionOfSavedState(state)), { id: 'one' });
    expect(phases[0]?.orders).toMatchObject({ FRANCE: ['A PAR B'], GERMANY: ['A BER B'] });
    const over = { GERMANY: ['A BER B', 'A KIE B', 'A MUN B'] };
    const units = { GERMANY: ['A RUH'] };
    const kept = savedGameOf(play([over], positionOfSavedState({ ...state, units })), { id: 'one' });
    expect(kept.phases[0]?.orders['GERMANY']).toEqual(['A BER B', 'A KIE B']);
    expect(kept.phases[0]?.results).toEqual({ 'A BER': [''], 'A KIE': ['void'], 'A MUN': ['void'] });
  });

  it('tells of builds after a solo, which comes in Winter, and of none after a draw in Spring', () => {
    const centers = {
      FRANCE: [
        'PAR',
        'BRE',
        'MAR',
        'SPA',
        'POR',
        'BEL',
        'HOL',
        'KIE',
        'BER',
        'MUN',
        'DEN',
        'SWE',
        'NWY',
        'LON',
        'LVP',
        'EDI',
        'TUN',
      ],
      ITALY: ['NAP'],
    };
    const fall = positionOfSavedState({ name: 'F1911M', units: { FRANCE: ['F TYS'], ITALY: ['A TUS', 'A APU'] }, centers });
    const won = savedGameOf(play([{ FRANCE: ['F TYS - NAP'] }], fall), { id: 'one' }).phases.at(-1);
    expect(won?.name).toBe('COMPLETED');
    expect(won?.state.builds).toMatchObject({
      FRANCE: { count: 3, homes: ['BRE', 'MAR', 'PAR'] },
      ITALY: { count: -2, homes: [] },
    });

    const history = play([opening]);
    const drawn = [...history.slice(0, -1), { position: drawGame(history[1]!.position, ['FRANCE']), timestampUs: 9 }];
    expect(savedGameOf(drawn, { id: 'one' }).phases.at(-1)?.state.builds?.['FRANCE']).toEqual({ count: 0, homes: [] });
  });

  it('has a unit that could not retreat disband in the phase after, as the package tells it', () => {
    const units = { ITALY: ['F NAP', 'F ROM'], TURKEY: ['F TYS'], FRANCE: ['F TUN', 'F WES', 'F LYO', 'F ION', 'A TUS'] };
    const fall = positionOfSavedState({ name: 'F1903M', units, centers: { ITALY: ['NAP', 'ROM', 'VEN'] } });
    const { phases } = savedGameOf(play([{ ITALY: ['F NAP - TYS', 'F ROM S F NAP - TYS'] }, { ITALY: ['A VEN B'] }], fall), {
      id: 'one',
    });
    expect(phases.map(({ name }) => name)).toEqual(['F1903M', 'W1903A', 'S1904M']);
    expect(phases[1]?.results).toMatchObject({ 'A VEN': [''], 'F TYS': ['disband'] });
    expect(phases[0]?.results?.['F TYS']).toEqual(['dislodged']);
  });

  it('counts no more builds than there are free homes', () => {
    const state = { name: 'W1901A', units: { FRANCE: ['A PAR'] }, centers: { FRANCE: ['BRE', 'PAR', 'SPA', 'POR'] } };
    const { phases } = savedGameOf([{ position: positionOfSavedState(state), timestampUs: 1 }], { id: 'one' });
    expect(phases[0]?.state.builds?.['FRANCE']).toEqual({ count: 1, homes: ['BRE'] });
  });

  it('lists dislodged units with an asterisk and where they may go', () => {
    const units = { FRANCE: ['A PAR', 'A GAS'], GERMANY: ['A BUR'] };
    const texts = { FRANCE: ['A PAR - BUR', 'A GAS S A PAR - BUR'] };
    const { phases } = savedGameOf(play([texts], positionOfSavedState({ name: 'S1901M', units, centers: {} })), { id: 'one' });
    expect(phases[1]?.state.units['GERMANY']).toEqual(['*A BUR']);
    expect(Object.keys(phases[1]?.state.retreats?.['GERMANY'] ?? {})).toEqual(['A BUR']);
  });

  it('notes who won', () => {
    const history = play([opening]);
    const end = { position: drawGame(history[1]!.position, ['FRANCE', 'GERMANY']), timestampUs: 9 };
    const { phases } = savedGameOf([...history, end], { id: 'one' });
    expect(phases[2]).toMatchObject({ name: 'COMPLETED', state: { note: 'Victory by: FRA, GER' } });
  });

  it('keeps messages and further keys, and refuses messages in a game of NO_PRESS', () => {
    const message = { sender: 'FRANCE', recipient: 'GERMANY', time_sent: 5, phase: 'S1901M', message: 'DMZ in Burgundy?' };
    const [spring, fall] = play([opening]) as [PlayedPhase, PlayedPhase];
    const history = [{ ...spring, messages: [message], extra: { summary: 'A bounce' } }, fall];
    const game = savedGameOf(history, { id: 'one', extra: { phase_summaries: {} } });
    expect(game).toMatchObject({ rules: ['POWER_CHOICE'], phase_summaries: {} });
    expect(game.phases[0]).toMatchObject({ messages: [message], summary: 'A bounce' });
    const save = () => savedGameOf(history, { id: 'one', rules: ['NO_PRESS'] });
    expect(save).toThrow(InvalidFileError);
    expect(save).toThrow(/NO_PRESS does not go with messages/);
  });
});
