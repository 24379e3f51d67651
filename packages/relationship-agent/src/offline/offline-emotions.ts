import { byEmotion, type Emotions } from '@entente/relationship';
import { readTone, toneBalance } from '@entente/relationship/offline';
import type { AttachmentStyle, CharacterReading } from './read-character.js';

const AT_REST: { readonly [Style in AttachmentStyle]: Emotions } = {
  secure: { joy: 0.35, acceptance: 0.5, fear: 0.08, surprise: 0.12, sadness: 0.1, disgust: 0.02, anger: 0.06, anticipation: 0.3 },
  anxious: {
    joy: 0.25,
    acceptance: 0.25,
    fear: 0.38,
    surprise: 0.15,
    sadness: 0.2,
    disgust: 0.03,
    anger: 0.12,
    anticipation: 0.45,
  },
  avoidant: {
    joy: 0.2,
    acceptance: 0.2,
    fear: 0.15,
    surprise: 0.1,
    sadness: 0.12,
    disgust: 0.1,
    anger: 0.15,
    anticipation: 0.12,
  },
};

/** Change of each emotion after an entirely warm moment (+1); a strained moment changes it the other way. */
const MOVED_BY_WARMTH: Emotions = {
  joy: 0.4,
  acceptance: 0.3,
  fear: -0.22,
  surprise: 0.05,
  sadness: -0.25,
  disgust: -0.08,
  anger: -0.3,
  anticipation: 0.1,
};

/** Draws emotions from the latest events and the attachment style of this person. */
export function offlineEmotions(reading: CharacterReading, random: () => number): Emotions {
  const latest = reading.scene.slice(-2).join('\n');
  const moved = Math.max(-1, Math.min(1, 0.6 * toneBalance(readTone(latest)) + 0.6 * toneBalance(reading.treatment)));
  const sensitivity = reading.style === 'anxious' ? 1.25 : reading.style === 'avoidant' ? 0.75 : 1;
  return byEmotion((emotion) => {
    const strength = AT_REST[reading.style][emotion] + MOVED_BY_WARMTH[emotion] * moved * sensitivity + (random() - 0.5) * 0.24;
    return Math.round(Math.max(0, Math.min(1, strength)) * 100) / 100;
  });
}
