import type { Power } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { type GameScript, playScript } from '../../testing/scripted-game.js';
import { readGameMaterial } from '../material/game-material.js';
import type { PhaseMaterial } from '../material/phase-material.js';
import { checkPromise } from './check-promise.js';
import type { PressPromise } from './press-promise.js';

const phasesOf = async (script: GameScript): Promise<readonly PhaseMaterial[]> =>
  (await readGameMaterial('game', await playScript(script))).phases;

const promiseOf = (parts: Partial<PressPromise>): PressPromise => ({
  phase: 'S1901M',
  promiser: 'FRANCE',
  promisee: 'ENGLAND',
  kind: 'move',
  text: '',
  quote: '',
  orders: [],
  provinces: [],
  spares: null,
  due: 'S1901M',
  condition: null,
  ...parts,
});

const noAttackOn = (spares: Power, parts: Partial<PressPromise> = {}): PressPromise =>
  promiseOf({ kind: 'no-attack', promisee: spares, spares, ...parts });

const orders = (power: Power, ...texts: readonly string[]): GameScript => ({ S1901M: { [power]: { orders: texts } } });

describe('a promise of orders', () => {
  const cases: readonly (readonly [string, GameScript, Partial<PressPromise>, string])[] = [
    ['is kept where it was ordered', orders('FRANCE', 'A PAR - BUR'), { orders: ['A PAR - BUR'] }, 'kept'],
    [
      'is kept where it was ordered and bounced',
      { S1901M: { FRANCE: { orders: ['A PAR - BUR'] }, GERMANY: { orders: ['A MUN - BUR'] } } },
      { orders: ['A PAR - BUR'] },
      'kept',
    ],
    ['is broken where the unit did something else', orders('FRANCE', 'A PAR - PIC'), { orders: ['A PAR - BUR'] }, 'broken'],
    ['is broken where the unit held', {}, { orders: ['A PAR - BUR'] }, 'broken'],
    ['is kept whichever coast was said', orders('FRANCE', 'A MAR - SPA'), { orders: ['A MAR - SPA'] }, 'kept'],
    ['is void where there is no such unit', {}, { orders: ['A BUR - MUN'] }, 'void'],
    ['is void where the rules never allowed it', {}, { orders: ['A PAR - MUN'] }, 'void'],
    [
      'is broken where support was given for another move',
      orders('FRANCE', 'A PAR S A MAR - BUR'),
      { kind: 'support', orders: ['A PAR S A MUN - BUR'], promisee: 'GERMANY' },
      'broken',
    ],
    [
      'is kept where support was given, whatever the other did',
      orders('FRANCE', 'A PAR S A MUN - BUR'),
      { kind: 'support', orders: ['A PAR S A MUN - BUR'], promisee: 'GERMANY' },
      'kept',
    ],
    [
      'is kept by any unit where only the place was said',
      orders('FRANCE', 'A PAR S A MUN - BUR'),
      { kind: 'support', provinces: ['BUR'], promisee: 'GERMANY' },
      'kept',
    ],
    ['is void where no unit could have done it', {}, { kind: 'support', provinces: ['WAR'], promisee: 'RUSSIA' }, 'void'],
    ['to hold is kept by a unit that supports', orders('FRANCE', 'A PAR S A MAR'), { kind: 'hold', orders: ['A PAR H'] }, 'kept'],
    ['to hold is broken by a unit that moves', orders('FRANCE', 'A PAR - PIC'), { kind: 'hold', provinces: ['PAR'] }, 'broken'],
    ['for a phase that was not played is void', {}, { orders: ['A PAR - BUR'], due: 'S1903M' }, 'void'],
    ['that names nothing stays undetermined', {}, {}, 'undetermined'],
    [
      'with an if is for somebody else to judge where it was not kept',
      {},
      { orders: ['A PAR - BUR'], condition: 'if you leave Belgium' },
      'undetermined',
    ],
  ];
  it.each(cases)('%s', async (_name, script, parts, verdict) => {
    expect(checkPromise(promiseOf(parts), await phasesOf(script)).verdict).toBe(verdict);
  });

  it('is checked against the phase that it is for', async () => {
    const phases = await phasesOf({
      S1901M: { FRANCE: { orders: ['A PAR - BUR'] } },
      F1901M: { FRANCE: { orders: ['A BUR - BEL'] } },
    });
    const check = checkPromise(promiseOf({ orders: ['A BUR - BEL'], due: 'F1901M' }), phases);
    expect(check).toEqual({
      verdict: 'kept',
      judgedIn: 'F1901M',
      explanation: 'FRANCE ordered A BUR - BEL.',
      actual: ['A BUR - BEL'],
    });
  });

  it('is void where the unit was stopped on its way', async () => {
    const phases = await phasesOf({
      S1901M: { FRANCE: { orders: ['A PAR - BUR'] }, GERMANY: { orders: ['A MUN - BUR'] } },
    });
    expect(checkPromise(promiseOf({ orders: ['A BUR - BEL'], due: 'F1901M' }), phases).verdict).toBe('void');
  });
});

describe('a promise not to attack', () => {
  it('is kept by a move elsewhere', async () => {
    const phases = await phasesOf(orders('FRANCE', 'A PAR - BUR', 'F BRE - MAO'));
    expect(checkPromise(noAttackOn('ENGLAND'), phases).verdict).toBe('kept');
  });

  it('is broken by a move at a unit, in whichever phase it covers', async () => {
    const phases = await phasesOf({
      S1901M: { FRANCE: { orders: ['F BRE - ENG'] } },
      F1901M: { FRANCE: { orders: ['F ENG - LON'] } },
    });
    expect(checkPromise(noAttackOn('ENGLAND'), phases).verdict).toBe('kept');
    expect(checkPromise(noAttackOn('ENGLAND', { due: 'F1901M' }), phases)).toMatchObject({
      verdict: 'broken',
      judgedIn: 'F1901M',
      actual: ['F ENG - LON (bounce)'],
    });
  });

  it('is broken by support for another power that moves in', async () => {
    const phases = await phasesOf({
      S1901M: { GERMANY: { orders: ['A MUN - TYR'] }, AUSTRIA: { orders: ['A VIE - BOH'] } },
      F1901M: { GERMANY: { orders: ['A TYR S A BOH - VIE'] }, AUSTRIA: { orders: [] }, RUSSIA: { orders: [] } },
    });
    const inFall = { phase: 'F1901M', due: 'F1901M', promiser: 'GERMANY' } as const;
    expect(checkPromise(noAttackOn('ITALY', { ...inFall, provinces: ['VIE'] }), phases).verdict).toBe('broken');
    // The army in Bohemia is Austria's own, so Austria is not attacked.
    expect(checkPromise(noAttackOn('AUSTRIA', inFall), phases).verdict).toBe('kept');
  });

  it('is not broken by a move that the other side supports', async () => {
    const script = {
      S1901M: { GERMANY: { orders: ['A MUN - BUR'] }, FRANCE: { orders: ['A PAR S A MUN - BUR', 'A MAR H'] } },
    };
    const promise = noAttackOn('FRANCE', { promiser: 'GERMANY', provinces: ['BUR'] });
    expect(checkPromise(promise, await phasesOf(script)).verdict).toBe('kept');
  });

  it('is not broken by a third power', async () => {
    const phases = await phasesOf({ S1901M: { GERMANY: { orders: ['A MUN - BUR'] } } });
    expect(checkPromise(noAttackOn('ENGLAND', { provinces: ['BUR'], due: 'F1901M' }), phases).verdict).toBe('kept');
  });
});

describe('a promise to leave a place empty', () => {
  const empty = promiseOf({ kind: 'demilitarize', provinces: ['ENG'], due: 'F1901M' });

  it('is broken by a move into it that bounces', async () => {
    const phases = await phasesOf({
      S1901M: { FRANCE: { orders: ['F BRE - ENG'] }, ENGLAND: { orders: ['F LON - ENG'] } },
    });
    expect(checkPromise(empty, phases)).toMatchObject({
      verdict: 'broken',
      judgedIn: 'S1901M',
      actual: ['F BRE - ENG (bounce)'],
    });
  });

  it('is broken by a unit that stays in it', async () => {
    const phases = await phasesOf({});
    expect(checkPromise(promiseOf({ kind: 'demilitarize', provinces: ['PAR'] }), phases).verdict).toBe('broken');
  });

  it('is kept where no unit of the promiser enters it', async () => {
    const phases = await phasesOf({ S1901M: { ENGLAND: { orders: ['F LON - ENG'] } } });
    expect(checkPromise(empty, phases).verdict).toBe('kept');
  });
});
