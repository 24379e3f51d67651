import { mainTone, readTone, toneBalance } from '@entente/relationship/offline';
import type { CharacterReading } from './read-character.js';
import { memoryBalance } from './memory-balance.js';
import { isNamedIn } from './words-in-common.js';
import type { Stance } from './repertoire/stance.js';

/** Everything in a scene that pulls at a person's next move. */
export interface Provocation {
  /** Treatment by the other one in this scene, the last move most, from -1 to 1. */
  readonly met: number;
  /** Balance of the memories that came back in this scene, from -1 to 1. */
  readonly memory: number;
  /** How bad things are, 0 to 1: present feeling, this scene and the ones before it. */
  readonly strain: number;
  /** Factors of stances by habits of the persona whose condition has occurred. */
  readonly habits: { readonly [S in Stance]?: number };
  /** Whether this person has ended the relationship in this scene. */
  readonly hasEnded: boolean;
  /** Whether the other one has. */
  readonly wasLeft: boolean;
  /** Whether something has occurred that would end it for this person. */
  readonly crossed: boolean;
}

/** Reads off a prompt what pulls at the next move. */
export function provocationOf(reading: CharacterReading): Provocation {
  const { scene, stories, dealbreakers, feeling } = reading;
  const theirs = scene.filter(({ kind }) => kind === 'deed').map(({ text }) => text);
  const last = toneBalance(readTone(theirs.at(-1) ?? ''));
  const around = theirs.length === 0 ? 0.4 * memoryBalance(reading.situation) : 0; // before the other one has moved, the situation counts
  const met = Math.max(-1, Math.min(1, around + 0.65 * last + 0.35 * toneBalance(readTone(theirs.join('\n')))));
  const memories = scene.filter(({ kind }) => kind === 'memory').map(({ text }) => memoryBalance(text));
  const memory =
    memories.length === 0
      ? 0
      : Math.max(
          -1,
          Math.min(
            1,
            memories.reduce((sum, each) => sum + each, 0),
          ),
        );
  const felt = (emotion: keyof typeof feeling) => feeling[emotion] ?? 0;
  const bitter = Math.max(felt('anger'), felt('disgust'), felt('sadness')) - 0.5 * Math.max(felt('joy'), felt('acceptance'));
  const past = stories.slice(-4).map((story) => toneBalance(readTone(story)));
  const before = past.length === 0 ? 0 : past.reduce((sum, each) => sum + each, 0) / past.length;
  const happened = scene.filter(({ kind }) => ['told', 'deed', 'event'].includes(kind)).map(({ text }) => text);
  return {
    met,
    memory,
    strain: Math.max(0, Math.min(1, 0.3 + 0.35 * bitter - 0.25 * met - 0.3 * before)),
    habits: habitsIn(reading, theirs.at(-1) ?? happened.at(-1) ?? ''),
    hasEnded: scene.some(({ kind, text }) => kind === 'own-deed' && readTone(text).ending > 0),
    wasLeft: theirs.some((text) => readTone(text).ending > 0),
    crossed: dealbreakers.some((breaker) => isNamedIn(breaker, happened.join('\n'))),
  };
}

const STANCE_OF_HABIT: readonly (readonly [RegExp, Stance])[] = [
  [
    /\b(leaves?|walks? out|goes? (?:out|away|quiet|silent|to)|withdraws?|polite|silent|says? nothing|alone|needs? (?:space|air)|retreats?)\b/i,
    'withdraw',
  ],
  [/\b(apologi\w+|says? sorry|gives? in|makes? up|asks? what)\b/i, 'repair'],
  [/\b(jokes?|laughs? it off|makes? fun|teases?)\b/i, 'humour'],
  [/\b(shouts?|attacks?|snaps?|accuses?|blames?|picks? a fight|sharp)\b/i, 'criticize'],
  [/\b(sarcas\w+|mocks?|scorn\w*|belittles?)\b/i, 'contempt'],
  [/\b(clings?|asks? (?:again|whether)|texts?|calls?|checks?|follows?|begs?)\b/i, 'cling'],
  [/\b(explains? (?:herself|himself|themselves)|justif\w+|defends?)\b/i, 'defend'],
  [/\b(says? (?:so|plainly|it)|tells?|speaks?)\b/i, 'honest'],
  [/\b(hugs?|touch\w*|kiss\w*|brings?|cooks?|holds?)\b/i, 'warm'],
];

const TRIGGERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(withdraws?|silent|silence|quiet|distan\w+|turns? away|does not answer)\b/i, ['withdrawal']],
  [
    /\b(shouts?|angry|attack\w*|loud|quarrel|argument|fights?|pressed|pushed|cornered|criticiz\w+|blam\w+)\b/i,
    ['conflict', 'criticism', 'contempt'],
  ],
  [/\b(mock\w*|laughed at|ridicul\w*|humiliat\w*|contempt|looked down)\b/i, ['contempt']],
  [/\b(clings?|needy|asks? for (?:proof|more)|tears|cries|begs?)\b/i, ['clinging']],
  [/\b(apologi\w+|sorry|gives? in)\b/i, ['repair']],
  [/\b(kind|praise\w*|thank\w*|affection\w*|tender)\b/i, ['warmth']],
];

/** Habits of the form `If …, …` whose condition fits the last happening. */
function habitsIn({ habits }: CharacterReading, last: string): { readonly [S in Stance]?: number } {
  const tone = mainTone(last);
  const factors: { [S in Stance]?: number } = {};
  for (const habit of habits) {
    const [, condition = '', consequence = ''] = /^(?:If|When|Whenever)\s+(.+?),\s*(.+)$/is.exec(habit) ?? [];
    const isTriggered =
      isNamedIn(condition, last) || TRIGGERS.some(([words, tones]) => words.test(condition) && tones.includes(tone ?? ''));
    const stance = STANCE_OF_HABIT.find(([words]) => words.test(consequence))?.[1];
    if (condition !== '' && isTriggered && stance !== undefined) factors[stance] = 2.5;
  }
  return factors;
}
