import { toneBalance } from '@entente/relationship/offline';
import { type AttachmentStyle, type CharacterReading, leaningOf } from './read-character.js';

/** Ways of reacting to a moment. */
export const STANCES = ['repair', 'warm', 'honest', 'cling', 'withdraw', 'attack'] as const;
export type Stance = (typeof STANCES)[number];

const HABITS: { readonly [Style in AttachmentStyle]: { readonly [S in Stance]: number } } = {
  secure: { repair: 28, warm: 30, honest: 25, cling: 4, withdraw: 7, attack: 6 },
  anxious: { repair: 17, warm: 19, honest: 12, cling: 30, withdraw: 6, attack: 16 },
  avoidant: { repair: 10, warm: 14, honest: 13, cling: 2, withdraw: 43, attack: 18 },
};

/** Draws a reaction to the moment, weighted by habit, temper, present feeling and the other partner's behaviour in this scene. */
export function drawStance(reading: CharacterReading, random: () => number): Stance {
  const { style, temper, treatment, task, name } = reading;
  const feels = (emotion: string) =>
    task.includes(`strong ${emotion}`) ? 1 : task.includes(`clear ${emotion}`) ? 0.6 : task.includes(`some ${emotion}`) ? 0.3 : 0;
  const met = toneBalance(treatment);
  const lean = leaningOf(name);
  const factor: { readonly [S in Stance]: number } = {
    repair: (temper.kind ? 1.5 : 1) * (1 + 0.8 * Math.max(0, met)) * (1 + feels('sadness')) * (0.7 + 0.6 * lean),
    warm: (temper.playful ? 1.5 : 1) * (1 + met) * (1 + feels('joy') + feels('acceptance')),
    honest: (temper.striving ? 1.6 : 1) * (1 + feels('anticipation')),
    cling: 1 + feels('fear') + (treatment.withdrawal > 0 ? 1 : 0),
    withdraw: (1 + feels('fear')) * (1 + 0.6 * Math.max(0, -met)),
    attack: (temper.sharp ? 1.7 : 1) * (1 + 1.5 * feels('anger')) * (1 + 0.9 * Math.max(0, -met)) * (1.3 - 0.6 * lean),
  };
  const weights = STANCES.map((stance) => HABITS[style][stance] * factor[stance]);
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return STANCES.find((_, index) => (rest -= weights[index]!) < 0) ?? 'honest';
}
