import { mainTone, readTone, toneBalance, type ToneKind } from '@entente/relationship/offline';
import type { CharacterReading } from './read-character.js';
import type { Stance } from './repertoire/stance.js';

const STANCE_OF: { readonly [Kind in ToneKind]: Stance } = {
  repair: 'repair',
  validation: 'validate',
  warmth: 'warm',
  humour: 'humour',
  conflict: 'criticize',
  criticism: 'criticize',
  contempt: 'contempt',
  defensiveness: 'defend',
  withdrawal: 'withdraw',
  clinging: 'cling',
  ending: 'leave',
};

/** Tone that a stance looks for in an option, from -1 to 1. */
const WANTED: { readonly [S in Stance]: number } = {
  repair: 1,
  validate: 0.9,
  warm: 1,
  humour: 0.8,
  honest: 0.2,
  cling: 0.1,
  withdraw: -0.7,
  defend: -0.8,
  criticize: -1,
  contempt: -1,
  leave: -1,
};

/** The option that was taken: its letter, the stance it is carried out in, and its deed where the option names one. */
export interface TakenOption {
  readonly id: string;
  readonly stance: Stance;
  readonly deed: string | undefined;
  /** Whether it is to tell what has been kept back. */
  readonly tells: boolean;
}

/** Takes the option that fits a stance best; undefined if none are offered. */
export function takeOption(reading: CharacterReading, wanted: Stance, random: () => number): TakenOption | undefined {
  const scored = reading.options.map(({ id, action }) => {
    const stance = stanceOf(action);
    const isTooMuch = stance === 'leave' && wanted !== 'leave';
    const fit =
      (stance === wanted ? 2 : 0) -
      (isTooMuch ? 3 : 0) -
      Math.abs(WANTED[wanted] - toneBalance(readTone(action))) +
      random() * 0.3;
    return { id, action, stance, fit };
  });
  const [best] = scored.sort((a, b) => b.fit - a.fit);
  return best && { id: best.id, stance: best.stance, deed: deedOf(best.action), tells: TELLING.test(best.action) };
}

const TELLING =
  /\b(?:tell|say|admit|confess|own up)\b.*\b(?:kept back|secret|truth|whole of it|not told|never told|kept from)\b/i;

function stanceOf(action: string): Stance {
  const kind = mainTone(action);
  if (kind !== undefined) return STANCE_OF[kind];
  return /\b(leave|go|wait|drop|put off|nothing)\b/i.test(action) ? 'withdraw' : 'honest';
}

/** Actions that one sees, by their verbs; what is said is put into words instead. */
const SEEN =
  /^(take|put|leave|go|walk|stand|sit|open|close|shut|hold|give|show|hand|pick|lay|turn|stay|wait|pull|push|kiss|hug|follow|look|clear|shrug|slam|fetch|carry|switch|tear|throw|touch|reach|step|get|change)\b(.*)$/i;

/** Turns `take Ben by the hand and sit down` into a deed; undefined if the option is something to say, or hard to turn. */
function deedOf(action: string): string | undefined {
  const [, verb = '', rest = ''] = SEEN.exec(action.replace(/[.!]$/, '')) ?? [];
  if (verb === '' || /["“”]|\bor\b|\byou\b|\byour\b/.test(rest)) return undefined;
  const joined = rest.split(/,?\s+(?:and|then)\s+/);
  const [first = '', ...others] = joined;
  const parts = others.flatMap((part) => {
    const [, next = '', after = ''] = SEEN.exec(part) ?? [];
    return next === '' ? [] : [`${thirdPerson(next)}${after}`];
  });
  return [`${thirdPerson(verb)}${first}`, ...parts].join(' and ');
}

function thirdPerson(verb: string): string {
  const base = verb.toLowerCase();
  return /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}
