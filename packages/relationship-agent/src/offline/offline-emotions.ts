import { byEmotion, type Emotion, type Emotions } from '@entente/relationship';
import { readTone, type ToneKind } from '@entente/relationship/offline';
import type { Attachment } from './read-attachment.js';
import type { CharacterReading } from './read-character.js';
import { secretIn } from './offline-secret.js';
import { memoryBalance } from './memory-balance.js';
import { isGrave } from './suits.js';

type Change = { readonly [E in Emotion]?: number };

/** Draws emotions from attachment, the last happening, the treatment in this scene and what comes back to mind. */
export function offlineEmotions(reading: CharacterReading, random: () => number): Emotions {
  const { attachment, scene } = reading;
  const happenings = scene.filter(({ kind }) => ['deed', 'own-deed', 'told', 'event'].includes(kind));
  const last = happenings.at(-1);
  const theirs = scene.filter(({ kind }) => kind === 'deed').map(({ text }) => text);
  const memory = scene.filter(({ kind }) => kind === 'memory').reduce((sum, { text }) => sum + memoryBalance(text), 0);
  const around = memoryBalance(reading.situation);
  const impacts = [
    last === undefined || last.kind === 'own-deed' ? {} : scaled(impactOf(last.text, attachment), last.kind === 'deed' ? 1 : 0.6),
    scaled(impactOf(theirs.slice(0, -1).slice(-2).join('\n'), attachment), 0.35),
    last !== undefined && theirs.at(-1) !== undefined && last.kind !== 'deed'
      ? scaled(impactOf(theirs.at(-1) ?? '', attachment), 0.6)
      : {},
    last?.kind === 'deed' ? impactOfSecret(last.words) : {},
    scaled(around >= 0 ? WARM_MEMORY : BAD_MEMORY, 0.8 * Math.abs(around) * (theirs.length === 0 ? 1 : 0.5)),
    scaled(memory >= 0 ? WARM_MEMORY : BAD_MEMORY, Math.min(1, Math.abs(memory))),
    isGrave(reading) ? GRAVE_HOUR : {},
  ];
  return feltFrom(attachment, impacts, random);
}

/** Draws the emotions that a memory brings. */
export function emotionsOfMemory(reading: CharacterReading, text: string, random: () => number): Emotions {
  const balance = memoryBalance(text);
  const impact = scaled(balance >= 0 ? WARM_MEMORY : BAD_MEMORY, 1.8 * Math.abs(balance));
  return feltFrom(reading.attachment, [impact, scaled(impactOf(text, reading.attachment), 0.5)], random);
}

function feltFrom(attachment: Attachment, impacts: readonly Change[], random: () => number): Emotions {
  const rest = atRest(attachment);
  return byEmotion((emotion) => {
    const moved = impacts.reduce((sum, impact) => sum + (impact[emotion] ?? 0), 0);
    const strength = rest[emotion] + moved + (random() - 0.5) * 0.22;
    return Math.round(Math.max(0, Math.min(1, strength)) * 100) / 100;
  });
}

function atRest({ anxiety, avoidance }: Attachment): Emotions {
  return {
    joy: 0.36 - 0.08 * anxiety - 0.14 * avoidance,
    acceptance: 0.5 - 0.22 * anxiety - 0.24 * avoidance,
    fear: 0.08 + 0.32 * anxiety + 0.05 * avoidance,
    surprise: 0.12,
    sadness: 0.1 + 0.14 * anxiety + 0.03 * avoidance,
    disgust: 0.03 + 0.06 * avoidance,
    anger: 0.08 + 0.08 * anxiety + 0.08 * avoidance,
    anticipation: 0.28 + 0.16 * anxiety - 0.16 * avoidance,
  };
}

const WARM_MEMORY: Change = { joy: 0.18, acceptance: 0.18, fear: -0.08, sadness: -0.02, anger: -0.08 };
const BAD_MEMORY: Change = { joy: -0.15, acceptance: -0.22, fear: 0.16, sadness: 0.18, anger: 0.14, disgust: 0.05 };

/** Effect of an hour of death, illness, violence or betrayal, whatever is said in it. */
const GRAVE_HOUR: Change = { joy: -0.28, acceptance: -0.12, sadness: 0.22, fear: 0.14 };

/** Effect of a text's tone, the kinds by their share of it. */
function impactOf(text: string, attachment: Attachment): Change {
  const tone = readTone(text);
  const kinds = Object.entries(tone).filter(([, count]) => count > 0) as [ToneKind, number][];
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const effects = effectsFor(attachment);
  return kinds.map(([kind, count]) => scaled(effects[kind], count / total)).reduce(added, {});
}

/** Effect of learning what the other one had kept back. */
function impactOfSecret(words: string): Change {
  const secret = secretIn(words);
  if (secret === undefined) return {};
  const hurt = Math.max(0, -memoryBalance(secret));
  return { surprise: 0.4, acceptance: 0.06 - 0.3 * hurt, anger: 0.3 * hurt, sadness: 0.2 * hurt, joy: -0.2 * hurt };
}

/** Effect of each kind of treatment. The secure take repair more readily; distance alarms the anxious; closeness crowds the avoidant. */
function effectsFor({ anxiety, avoidance }: Attachment): { readonly [Kind in ToneKind]: Change } {
  const trust = 1 - 0.45 * anxiety - 0.45 * avoidance;
  return {
    repair: {
      joy: 0.28 * trust,
      acceptance: 0.36 * trust,
      anger: -0.22 * trust,
      sadness: -0.12,
      fear: -0.15 * trust,
      surprise: 0.08,
    },
    validation: { joy: 0.2 * trust, acceptance: 0.32 * trust, anger: -0.18, fear: -0.12, surprise: 0.06, sadness: -0.08 },
    warmth: { joy: 0.36 * (1 - 0.4 * avoidance), acceptance: 0.28 * trust, fear: -0.15, sadness: -0.15, anger: -0.15 },
    humour: { joy: 0.26, acceptance: 0.14, fear: -0.1, anger: -0.06, surprise: 0.1 },
    conflict: { joy: -0.3, acceptance: -0.3, anger: 0.4, fear: 0.12 + 0.2 * anxiety, sadness: 0.12 },
    criticism: { joy: -0.24, acceptance: -0.26, anger: 0.4, sadness: 0.22, fear: 0.05 + 0.18 * anxiety },
    contempt: { joy: -0.32, acceptance: -0.38, anger: 0.46, sadness: 0.32, disgust: 0.22, fear: 0.1 * anxiety },
    defensiveness: { joy: -0.12, acceptance: -0.16, anger: 0.24, sadness: 0.12 },
    withdrawal: {
      joy: -0.12,
      acceptance: -0.1,
      sadness: 0.14 + 0.14 * anxiety,
      fear: 0.06 + 0.34 * anxiety,
      anger: 0.08 + 0.1 * anxiety,
      anticipation: 0.12 * anxiety,
    },
    clinging: { joy: -0.04, acceptance: 0.06 - 0.2 * avoidance, anger: 0.04 + 0.18 * avoidance, fear: 0.04 + 0.14 * avoidance },
    ending: { joy: -0.36, acceptance: -0.36, sadness: 0.5, fear: 0.2 + 0.35 * anxiety, surprise: 0.28, anger: 0.15 },
  };
}

function scaled(change: Change, factor: number): Change {
  return Object.fromEntries(Object.entries(change).map(([emotion, value]) => [emotion, value * factor]));
}

function added(a: Change, b: Change): Change {
  return byEmotion((emotion) => (a[emotion] ?? 0) + (b[emotion] ?? 0));
}
