import { callsBehindFact, type GameFact } from '@entente/diplomacy-game/state';
import { at } from '../read-header.js';
import { textsOfGame } from './game-texts.js';
import type { RunReader } from './run-reader.js';

const FIRST_YEAR = 1901;

/** Games of Diplomacy. */
export const gameReader: RunReader = {
  command: 'npx lm-game',
  progress: ({ spec }, lastStep) => {
    const maxYear = at(at(spec, 'settings'), 'maxYear');
    if (typeof maxYear !== 'number') return undefined;
    const of = Math.max(1, maxYear - FIRST_YEAR + 1);
    const [, season, year] = /^([SFW])(\d{4})[MRA]$/.exec(lastStep ?? '') ?? [];
    const whole = year === undefined ? 0 : Number(year) - FIRST_YEAR + (season === 'W' ? 1 : 0);
    return { unit: 'year', done: Math.min(of, Math.max(0, whole)), of };
  },
  callsBehind: () => (fact) => callsBehindFact(fact as unknown as GameFact),
  textsOf: (fact) => textsOfGame(fact as unknown as GameFact),
};
