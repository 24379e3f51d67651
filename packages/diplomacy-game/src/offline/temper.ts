import type { Power } from '@entente/diplomacy-rules';
import { pickByWeight } from './pick.js';

/** Style of play; each value is from 0 to 1. */
export interface Temper {
  /** Weight of a promise. */
  readonly loyalty: number;
  /** Willingness to take risks. */
  readonly boldness: number;
  /** Talkativeness. */
  readonly chattiness: number;
}

/** Creeds of powers. A power's creed is one of its goals, so the power remembers it through the whole game. */
const CREEDS: readonly (Temper & { readonly text: string })[] = [
  { text: 'Keep my word as long as others keep theirs.', loyalty: 0.95, boldness: 0.4, chattiness: 0.6 },
  { text: 'Be a friend to everybody until the day it pays not to be.', loyalty: 0.45, boldness: 0.6, chattiness: 0.9 },
  { text: 'Strike first and explain afterwards.', loyalty: 0.35, boldness: 0.95, chattiness: 0.35 },
  { text: 'Wait behind safe borders and take what others leave lying.', loyalty: 0.7, boldness: 0.2, chattiness: 0.45 },
  { text: 'Have one true partner and treat the rest as it comes.', loyalty: 0.75, boldness: 0.65, chattiness: 0.5 },
  { text: 'Keep the board in balance and let nobody run away.', loyalty: 0.65, boldness: 0.5, chattiness: 0.75 },
  { text: 'Promise much, owe little.', loyalty: 0.25, boldness: 0.55, chattiness: 0.8 },
];

/** Natural leaning of each power, whatever its creed: loyalty, boldness. */
const LEANINGS: { readonly [P in Power]: readonly [loyalty: number, boldness: number] } = {
  AUSTRIA: [0.1, -0.05],
  ENGLAND: [0, -0.1],
  FRANCE: [0.05, 0.05],
  GERMANY: [0, 0.1],
  ITALY: [-0.1, 0.05],
  RUSSIA: [-0.05, 0.1],
  TURKEY: [0, -0.05],
};

const WORDS: readonly (readonly [RegExp, Partial<Temper>])[] = [
  [/\b(?:loyal|honest|faithful|steadfast|reliable|trustworthy|to the letter)/i, { loyalty: 0.12 }],
  [/\b(?:cunning|sly|treacher|opportunis|scheming|devious|slippery|forget promises)/i, { loyalty: -0.15 }],
  [/\b(?:bold|aggressive|daring|fierce|restless|ambitious|impatient|strike early)/i, { boldness: 0.12 }],
  [/\b(?:cautious|patient|careful|defensive|prudent|measured|stubborn)/i, { boldness: -0.12 }],
  [/\b(?:talker|charm|eloquent|courteous|persua)/i, { chattiness: 0.12 }],
  [/\b(?:silent|terse|reserved|blunt|briefly|dry)/i, { chattiness: -0.15 }],
];

/** Draws the creed of a power, by agreement with its briefing. */
export function drawCreed(briefing: string, random: () => number): string {
  const wish = moods(briefing);
  const agreement = (creed: Temper) =>
    Math.max(0.2, 1 + 3 * (wish.loyalty * (creed.loyalty - 0.5) + wish.boldness * (creed.boldness - 0.5)));
  return (pickByWeight(CREEDS, agreement, random) ?? CREEDS[0])?.text ?? '';
}

/** Style of play of a power: by its creed (average if its goals have none), adjusted by its briefing and its natural leaning. */
export function readTemper(goals: readonly string[], briefing: string, power: Power): Temper {
  const creed = creedIn(goals) ?? { loyalty: 0.6, boldness: 0.5, chattiness: 0.6 };
  const mood = moods(briefing);
  const [loyalty, boldness] = LEANINGS[power];
  return {
    loyalty: within(creed.loyalty + mood.loyalty + loyalty),
    boldness: within(creed.boldness + mood.boldness + boldness),
    chattiness: within(creed.chattiness + mood.chattiness),
  };
}

/** The creed among some goals. */
export const creedIn = (goals: readonly string[]): (typeof CREEDS)[number] | undefined =>
  CREEDS.find(({ text }) => goals.some((goal) => goal.includes(text)));

function moods(briefing: string): Temper {
  const found = WORDS.flatMap(([pattern, mood]) => (pattern.test(briefing) ? [mood] : []));
  const sum = (key: keyof Temper) => found.reduce((total, mood) => total + (mood[key] ?? 0), 0);
  return { loyalty: sum('loyalty'), boldness: sum('boldness'), chattiness: sum('chattiness') };
}

const within = (value: number): number => Math.min(1, Math.max(0.05, value));
