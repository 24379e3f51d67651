import { type CharacterReading, leaningOf } from './read-character.js';
import { haveJustMet } from './read-tie.js';
import { provocationOf } from './read-provocation.js';
import { isGrave } from './suits.js';
import { STANCES, type Stance } from './repertoire/stance.js';

/** Draws a reaction to the moment: habit, temper, present feeling, what comes back to mind, and how the other one has acted. */
export function drawStance(reading: CharacterReading, random: () => number): Stance {
  const weights = stanceWeights(reading);
  let rest = random() * STANCES.reduce((sum, stance) => sum + weights[stance], 0);
  return STANCES.find((stance) => (rest -= weights[stance]) < 0) ?? 'honest';
}

function stanceWeights(reading: CharacterReading): { readonly [S in Stance]: number } {
  const { attachment, temper, feeling, name } = reading;
  const { anxiety, avoidance } = attachment;
  const secure = (1 - anxiety) * (1 - avoidance);
  const lean = leaningOf(name);
  const { met, memory, strain, habits, hasEnded, wasLeft, crossed } = provocationOf(reading);
  if (hasEnded) return { ...NOTHING, leave: 3, withdraw: 2 };
  if (wasLeft)
    return { ...NOTHING, cling: 1 + 6 * anxiety, withdraw: 1 + 5 * avoidance, honest: 2, defend: 1, criticize: 1, repair: 1 };
  const felt = (emotion: keyof typeof feeling) => feeling[emotion] ?? 0;
  const good = Math.max(0, met);
  const bad = Math.max(0, -met);
  const warmMemory = Math.max(0, memory);
  const badMemory = Math.max(0, -memory);
  const guard = 1 - 0.45 * badMemory;
  const weights = {
    repair:
      (5 + 14 * secure + 5 * anxiety) *
      (temper.kind ? 1.4 : 1) *
      (1 + felt('sadness')) *
      (1 + 0.6 * good) *
      guard *
      (0.7 + 0.6 * lean),
    validate: (3 + 12 * secure) * (temper.kind ? 1.4 : 1) * (1 + 0.5 * good) * guard,
    warm:
      (4 + 18 * secure + 6 * anxiety) *
      (1 + 0.8 * met) *
      (1 + felt('joy') + felt('acceptance')) *
      (1 + 1.6 * warmMemory) *
      guard ** 2,
    humour: (4.5 + 9 * secure) * (temper.playful ? 1.9 : 1) * (1 + 0.6 * met) * (1 - 0.6 * felt('anger')) * guard,
    honest: (8 + 10 * secure) * (temper.striving ? 1.6 : 1) * (1 + felt('anticipation')) * guard,
    cling: (0.5 + 26 * anxiety * (1 - 0.7 * avoidance)) * (1 + felt('fear')) * (1 + 0.4 * bad),
    withdraw: (3 + 30 * avoidance) * (1 + felt('fear') * 0.5) * (1 + 0.6 * bad) * (1 + 1.2 * badMemory) * (1 - 0.5 * warmMemory),
    defend: (3 + 5 * anxiety + 5 * avoidance) * (1 + 1.6 * bad) * (1 + felt('anger')) * (1 + 0.4 * badMemory),
    criticize:
      (2 + 8 * anxiety + 3 * avoidance) *
      (temper.sharp ? 1.5 : 1) *
      (1 + 1.5 * felt('anger')) *
      (1 + bad) *
      (1 + badMemory) *
      (1.3 - 0.6 * lean),
    contempt:
      (0.6 + 2 * anxiety + 4 * avoidance) *
      (temper.sharp ? 1.8 : 1) *
      (1 + 1.5 * (felt('disgust') + felt('anger'))) *
      (1 + 1.2 * bad) *
      (1 + 0.5 * badMemory),
    leave: (crossed ? 4 * (1 - good) : 0) + 48 * Math.max(0, strain - 0.6) ** 1.5 * (1 + (crossed ? 2 : 0)),
  };
  const place = placeFactors(reading);
  const heard = heardFactors(reading);
  return Object.fromEntries(
    STANCES.map((stance) => [
      stance,
      Math.max(0, weights[stance]) * (habits[stance] ?? 1) * (place[stance] ?? 1) * (heard[stance] ?? 1),
    ]),
  ) as typeof weights;
}

/** Factors by what the two are to each other, and by the weight of the hour: nobody breaks up with somebody hardly known. */
function placeFactors(reading: CharacterReading): { readonly [S in Stance]?: number } {
  const { stage, bond } = reading.tie;
  return {
    ...(isGrave(reading) ? { humour: 0.05, contempt: 0.3, criticize: 0.7 } : {}),
    ...(stage === 'separated' ? { leave: 0, cling: 0.5, warm: 0.6 } : {}),
    ...(bond !== 'partners' ? { leave: 0.3 } : {}),
    ...(haveJustMet({ stage }) ? { leave: 0, contempt: 0.1, criticize: 0.15, defend: 0.4, cling: 0.15 } : {}),
  };
}

/** Factors by what has been said: nobody defends against nothing, or agrees with somebody who is silent. */
function heardFactors({ scene }: CharacterReading): { readonly [S in Stance]?: number } {
  const hasHeard = scene.some(({ kind, words }) => kind === 'deed' && words !== '');
  return hasHeard ? {} : { defend: 0.2, validate: 0.3 };
}

const NOTHING = Object.fromEntries(STANCES.map((stance) => [stance, 0])) as { readonly [S in Stance]: number };
