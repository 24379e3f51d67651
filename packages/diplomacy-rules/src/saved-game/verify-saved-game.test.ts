import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidFileError } from '../errors.js';
import { adjudicate } from '../judge/adjudicate.js';
import { drawGame } from '../judge/next-phase.js';
import { RULEBOOKS } from '../values/rulebooks.js';
import { legalOrdersOfPower } from '../legal/legal-orders.js';
import type { Order } from '../values/order.js';
import type { Position } from '../values/position.js';
import { POWERS } from '../values/power.js';
import { startingPosition } from '../values/position.js';
import { parseOrders } from '../notation/parse-orders.js';
import { board, told } from '../../test/board.js';
import { smallMap } from '../../test/maps/small-map.js';
import { readSavedGame } from './read-saved-game.js';
import type { PlayedPhase } from './saved-game.js';
import { savedGameOf } from './saved-game-of.js';
import type { SavedGame, SavedPhase } from './saved-game.js';
import { verifySavedGame } from './verify-saved-game.js';
import { writeSavedGame } from './saved-game.js';

/** Plays some phases of a game with random legal orders. */
function playAtRandom(dice: readonly number[], phases: number): readonly PlayedPhase[] {
  let at = 0;
  const roll = () => dice[at++ % dice.length]!;
  const history: PlayedPhase[] = [];
  let position: Position = startingPosition();
  while (history.length < phases && position.phase !== 'COMPLETED') {
    const ordersOf = (power: (typeof POWERS)[number]): readonly Order[] =>
      legalOrdersOfPower(position, power).flatMap(({ orders }) => orders[(roll() + at * 7) % orders.length] ?? []);
    const orders = Object.fromEntries(POWERS.map((power) => [power, ordersOf(power)]));
    const adjudication = adjudicate(position, orders);
    history.push({ position, orders, adjudication, timestampUs: history.length });
    position = adjudication.next;
  }
  return [...history, { position, timestampUs: history.length }];
}

const dice = [3, 14, 15, 92, 65, 35, 89, 79, 32, 38, 46, 26, 43];
const sound = savedGameOf(playAtRandom(dice, 12), { id: 'one' });

/** Returns the game with one phase changed. */
const changed = (number: number, change: (phase: SavedPhase) => Partial<SavedPhase>): SavedGame => ({
  ...sound,
  phases: sound.phases.map((phase, i) => (i === number ? { ...phase, ...change(phase) } : phase)),
});

const inState = (number: number, change: (state: SavedPhase['state']) => Partial<SavedPhase['state']>): SavedGame =>
  changed(number, (phase) => ({ state: { ...phase.state, ...change(phase.state) } }));

const mismatchesOf = (game: unknown) =>
  verifySavedGame(game).mismatches.map(({ phase, what, expected, found }) => `${phase} ${what}: ${expected} / ${found}`);

describe('verifySavedGame', () => {
  it('finds nothing in games of our own, whatever was ordered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 997 }), { minLength: 5, maxLength: 60 }), (numbers) => {
        const game = savedGameOf(playAtRandom(numbers, 6), { id: 'any', rulebook: '2023' });
        const read = readSavedGame(writeSavedGame(game));
        expect(read).toEqual(game);
        expect(verifySavedGame(read)).toEqual({ phases: game.phases.length, hashes: 'agree', mismatches: [], setAside: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('sees a unit, a centre, a hash and a result that are not what the orders lead to', () => {
    expect(mismatchesOf(sound)).toEqual([]);
    const missing = inState(1, ({ units }) => ({ units: { ...units, TURKEY: units['TURKEY']?.slice(1) ?? [] } }));
    const [unit] = sound.phases[1]?.state.units['TURKEY'] ?? [];
    expect(mismatchesOf(missing)).toContain(`S1901M units of TURKEY: nothing / ${unit ?? ''}`);
    const taken = inState(1, ({ centers }) => ({ centers: { ...centers, TURKEY: ['ANK', 'CON', 'SMY', 'BUL'] } }));
    expect(mismatchesOf(taken)).toContain('S1901M centers of TURKEY: BUL / nothing');
    const hashed = inState(0, () => ({ zobrist_hash: '1' }));
    expect(mismatchesOf(hashed)).toEqual(['S1901M zobrist_hash: 1 / 1919110489198082658']);
    const told = changed(0, ({ results }) => ({ results: { ...results, 'A VIE': ['cut', 'dislodged'] } }));
    expect(mismatchesOf(told)).toHaveLength(1);
    expect(mismatchesOf(told)[0]).toMatch(/^S1901M results of A VIE: cut, dislodged \/ /);
  });

  it('judges by the rulebook that the game names, else as the Python package would, unless it is told another', () => {
    const position = board('S1901M', { FRANCE: ['A PIC'], ENGLAND: ['F ENG'] });
    const adjudication = adjudicate(position, told(position, { FRANCE: ['A PIC - BRE VIA'] }), { rulebook: RULEBOOKS['2023'] });
    const history = [
      { position, orders: told(position, { FRANCE: ['A PIC - BRE VIA'] }), adjudication, timestampUs: 1 },
      { position: adjudication.next, timestampUs: 2 },
    ];
    const named = savedGameOf(history, { id: 'named', rulebook: '2023' });

    expect(named['rulebook']).toBe('2023');
    expect(verifySavedGame(named).mismatches).toEqual([]);
    expect(verifySavedGame({ ...named, rulebook: undefined }).mismatches).not.toEqual([]);
    expect(verifySavedGame({ ...named, rulebook: undefined }, { rulebook: RULEBOOKS['2023'] }).mismatches).toEqual([]);
    expect(() => verifySavedGame({ ...named, rulebook: 'house rules' })).toThrow('rulebook');
  });

  it('sees a phase that is left out, and an order that nobody understands', () => {
    const skipped = { ...sound, phases: sound.phases.filter((_, i) => i !== 1) };
    expect(mismatchesOf(skipped)).toContain(`S1901M next phase: ${sound.phases[2]?.name ?? ''} / ${sound.phases[1]?.name ?? ''}`);
    const garbled = changed(0, ({ orders }) => ({ orders: { ...orders, ITALY: [...(orders['ITALY'] ?? []), 'blub'] } }));
    expect(mismatchesOf(garbled)).toEqual([expect.stringMatching(/^S1901M orders of ITALY: blub \//)]);
  });

  it('lets a game end by agreement, but not by a victory that nobody won', () => {
    const history = playAtRandom(dice, 2);
    const last = history.at(-1)!.position;
    const drawn = savedGameOf([...history, { position: drawGame(last, ['FRANCE', 'TURKEY']), timestampUs: 99 }], { id: 'drawn' });
    expect(mismatchesOf(drawn)).toEqual([]);
    // Agreed on before the orders were judged.
    const [spring] = playAtRandom(dice, 1) as [PlayedPhase];
    const waiting = { ...spring, adjudication: undefined };
    const given = { ...spring.position, phase: 'COMPLETED', result: { kind: 'solo', winner: 'ITALY' } } as const;
    expect(mismatchesOf(savedGameOf([waiting, { position: given, timestampUs: 9 }], { id: 'given' }))).toEqual([]);
    const won = { ...last, phase: 'COMPLETED', result: { kind: 'solo', winner: 'FRANCE' } } as const;
    const units = { ...won.units, FRANCE: [] };
    const false_ = savedGameOf([...history, { position: { ...won, units }, timestampUs: 99 }], { id: 'won' });
    expect(mismatchesOf(false_)).not.toEqual([]);
  });

  it('judges a phase by the rulebook that it names, whatever that of the game', () => {
    const position = startingPosition();
    const placed = { ...position, units: { ...position.units, TURKEY: ['F BUL/EC', 'A CON', 'F AEG'] } } as Position;
    const { orders } = parseOrders(placed, { TURKEY: ['F BUL/EC - CON', 'A CON - BUL', 'F AEG C A CON - BUL'] });
    const adjudication = adjudicate(placed, orders, { rulebook: RULEBOOKS.webdiplomacy });
    const game = (extra: object) =>
      savedGameOf(
        [
          { position: placed, orders, adjudication, timestampUs: 1, extra: { ...extra } },
          { position: adjudication.next, timestampUs: 2 },
        ],
        { id: 'changed' },
      );
    expect(verifySavedGame(game({})).mismatches).not.toEqual([]);
    expect(verifySavedGame(game({ rulebook: 'webdiplomacy' })).mismatches).toEqual([]);
    expect(() => verifySavedGame(game({ rulebook: 'none' }))).toThrow(/phases\[0\]\.rulebook/);
  });

  it('takes a game on another map, and only with that map', () => {
    const map = smallMap;
    const position = startingPosition(map);
    const { orders } = parseOrders(position, { ALDER: ['A HIL - MOR'], CEDAR: ['F PRT - SSD'] }, { map });
    const adjudication = adjudicate(position, orders, { map });
    const history = [
      { position, orders, adjudication, timestampUs: 1 },
      { position: adjudication.next, timestampUs: 2 },
    ];
    const game = savedGameOf(history, { id: 'small', map });
    expect(game.phases[1]?.state.units['ALDER']).toEqual(['F HAV', 'A MOR']);
    expect(verifySavedGame(game, { map })).toEqual({ phases: 2, hashes: 'agree', mismatches: [], setAside: 0 });
    expect(() => verifySavedGame(game)).toThrow(expect.objectContaining({ place: 'map' }));
  });

  it('says where a file is wrong', () => {
    const impossible = inState(2, ({ units }) => ({ units: { ...units, FRANCE: ['A NTH'] } }));
    expect(() => verifySavedGame(impossible)).toThrow(InvalidFileError);
    expect(() => verifySavedGame(impossible)).toThrow(expect.objectContaining({ place: 'phases[2].state.units.FRANCE[0]' }));
    const foreign = changed(0, ({ orders }) => ({ orders: { ...orders, SPAIN: ['A MAD H'] } }));
    expect(() => verifySavedGame(foreign)).toThrow(expect.objectContaining({ place: 'phases[0].orders.SPAIN' }));
    expect(() => verifySavedGame({ ...sound, map: 'ancmed' })).toThrow(expect.objectContaining({ place: 'map' }));
  });
});

describe('verifySavedGame, given a record with flags', () => {
  const units = { ENGLAND: ['A WAL', 'F NTH'], FRANCE: ['A PAR'] };
  const spring = { name: 'S1901M', units, centers: {}, orders: { ENGLAND: ['A WAL - YOR VIA', 'F ENG C A WAL - YOR'] } };
  const walked = { name: 'F1901M', units: { ...units, ENGLAND: ['A YOR', 'F NTH'] }, centers: {}, orders: {} };
  const record = (phase: object, following: object = walked) => ({ id: 'record', map: 'standard', phases: [phase, following] });
  const crossing = { ...spring, units: { ENGLAND: ['A WAL', 'F ENG', 'F NTH'] } };
  const crossed = { ...walked, units: { ENGLAND: ['A YOR', 'F ENG', 'F NTH'] } };

  it('judges a phase by the rulebook its flags name, unless it is told which', () => {
    const flagged = record({ ...crossing, flags: ['via-land'] }, crossed);
    expect(verifySavedGame(flagged)).toEqual({ phases: 2, hashes: 'none', mismatches: [], setAside: 0 });
    expect(verifySavedGame(flagged, { rulebook: RULEBOOKS['2023'] }).mismatches).toHaveLength(1);
    expect(verifySavedGame(record(crossing, crossed)).mismatches).toHaveLength(1);
    expect(verifySavedGame(record(crossing, crossed), { rulebook: RULEBOOKS.droidippy }).mismatches).toEqual([]);
  });

  it('counts phases apart of which nobody knows how they were judged', () => {
    const unexplained = record({ ...spring, flags: ['unexplained'] });
    expect(verifySavedGame(unexplained)).toEqual({ phases: 1, hashes: 'none', mismatches: [], setAside: 1 });
  });

  it('takes phases in which there is nothing to order as they are listed, or not', () => {
    const idle = { centers: { FRANCE: ['PAR'] }, orders: {}, units: { FRANCE: ['A PAR'] } };
    const phases = ['S1901M', 'S1901R', 'F1901M', 'F1901R', 'W1901A', 'S1902M'].map((name) => ({ ...idle, name }));
    expect(mismatchesOf({ id: 'idle', phases })).toEqual([]);
    expect(mismatchesOf({ id: 'idle', phases: phases.filter(({ name }) => name.endsWith('M')) })).toEqual([]);
    expect(mismatchesOf({ id: 'idle', phases: phases.filter(({ name }) => name !== 'F1901M') })).not.toEqual([]);
  });

  it('counts centres after the retreats of Fall, also where there are none', () => {
    const before = { name: 'F1901M', units: { FRANCE: ['A BEL'] }, centers: { FRANCE: ['PAR'] }, orders: {} };
    const counted = { ...before, name: 'S1902M', centers: { FRANCE: ['PAR', 'BEL'] } };
    const through = (centers: object) => ({ id: 'fall', phases: [before, { ...before, name: 'F1901R', centers }] });
    expect(mismatchesOf(through(before.centers))).toEqual([]);
    expect(mismatchesOf(through(counted.centers))).toEqual(['F1901M centers of FRANCE: BEL / nothing']);
  });

  it('plays retreats by itself where the record lacks the phase and says so', () => {
    const attack = {
      ...spring,
      units: { FRANCE: ['A PAR', 'A GAS'], GERMANY: ['A BUR'] },
      orders: { FRANCE: ['A PAR - BUR', 'A GAS S A PAR - BUR'] },
    };
    const fallWith = (units: readonly string[]) => ({
      ...attack,
      name: 'F1901M',
      units: { FRANCE: ['A BUR', 'A GAS'], GERMANY: units },
      orders: {},
    });
    const flags = ['retreat-phase-missing-in-source'];
    for (const units of [[], ['A RUH']]) {
      expect(mismatchesOf({ id: 'lacking', phases: [{ ...attack, flags }, fallWith(units)] })).toEqual([]);
      expect(mismatchesOf({ id: 'lacking', phases: [attack, fallWith(units)] })).not.toEqual([]);
    }
    expect(mismatchesOf({ id: 'lacking', phases: [{ ...attack, flags }, fallWith(['A KIE'])] })).not.toEqual([]);
  });

  it('passes over what is said in vain of retreats: orders that are not kept, and places that are occupied', () => {
    const retreat = {
      name: 'S1901R',
      units: { FRANCE: ['A BUR', 'A GAS'] },
      centers: {},
      retreats: { GERMANY: { 'A BUR': ['RUH', 'GAS'] } },
      orders: {},
    };
    const gone = { name: 'F1901M', units: { FRANCE: ['A BUR', 'A GAS'] }, centers: {}, orders: {} };
    const told = (results: object) => ({ id: 'told', phases: [{ ...retreat, results }, gone] });
    expect(mismatchesOf(told({ 'A BUR': ['void', 'disband'], 'A KIE': ['disband'] }))).toEqual([]);
    expect(mismatchesOf(told({ 'A BUR': [] }))).toEqual(['S1901R results of A BUR: success / disband']);
  });

  it('works out where units may go if the record does not say', () => {
    const attack = {
      ...spring,
      units: { FRANCE: ['A PAR', 'A GAS'], GERMANY: ['A BUR'] },
      orders: { FRANCE: ['A PAR - BUR', 'A GAS S A PAR - BUR'] },
    };
    const after = { ...attack, name: 'S1901R', units: { FRANCE: ['A BUR', 'A GAS'] }, orders: { GERMANY: ['A BUR R RUH'] } };
    const fall = { ...after, name: 'F1901M', units: { FRANCE: ['A BUR', 'A GAS'], GERMANY: ['A RUH'] }, orders: {} };
    const recordWith = (places: unknown) => ({
      id: 'r',
      phases: [attack, { ...after, retreats: { GERMANY: { 'A BUR': places } } }, fall],
    });
    expect(mismatchesOf(recordWith(null))).toEqual([]);
    expect(mismatchesOf(recordWith(['RUH']))).toEqual(['S1901M retreats of GERMANY A BUR: nothing / BEL, MAR, MUN, PIC']);
  });
});
