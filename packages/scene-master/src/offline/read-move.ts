import { readTone } from '@entente/relationship/offline';
import type { Happening } from './read-happening.js';

/** Kinds of moves, as somebody in the room would call them; the first that fits. */
export const MOVE_KINDS = ['ending', 'contempt', 'repair', 'criticism', 'withdrawal', 'warmth', 'plain'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Weight of each kind for the one who is treated so: harm counts for more than good. */
export const WEIGHT: Readonly<Record<MoveKind, number>> = {
  ending: -1.6,
  contempt: -1.2,
  criticism: -0.7,
  withdrawal: -0.55,
  plain: 0,
  warmth: 0.5,
  repair: 0.65,
};

const ENDING =
  /\b(it is over between us|it'?s over between us|we are over|i am leaving you|i'?m leaving you|i am ending (?:this|it)|i'?m ending (?:this|it)|i want to separate|we are done|this is the end of us|i do not want to be with you any ?more|i don'?t want to be with you any ?more)\b/i;
const CONTEMPT =
  /\b(pathetic|ridiculous|contempt\w*|sneer\w*|scoff\w*|mock\w*|rolls? (?:\w+ )?eyes|laughs? at|disgust\w*|what a child)\b/i;
const CRITICISM =
  /\b(you always|you never|always the same with you|accus\w*|blam\w*|snap\w*|shout\w*|reproach\w*|demand\w*|your fault|quarrel\w*|insult\w*|slam\w*)\b/i;
const WITHDRAWAL =
  /\b(turns? away|walks? (?:out|off|away)|leaves? the room|says nothing|changes? the subject|shrugs?|goes quiet|looks? (?:away|past)|closes? (?:the|a) door|not now|leave me|lets the moment pass)\b/i;
const REPAIR =
  /\b(sorry|apologi[sz]\w*|forgive\w*|my fault|i was wrong|start (?:over|again)|make it up|makes? amends|should not have|shouldn'?t have|owns? up)\b/i;

/** Reads the kind of a move from what was seen and heard. */
export function kindOfMove({ deed, words, tone, line }: Happening): MoveKind {
  const text = deed === '' && words === '' ? line : `${deed} ${tone} ${words}`;
  if (ENDING.test(words)) return 'ending';
  if (CONTEMPT.test(text)) return 'contempt';
  if (REPAIR.test(text)) return 'repair';
  if (CRITICISM.test(text)) return 'criticism';
  if (WITHDRAWAL.test(text)) return 'withdrawal';
  const { repair, warmth, conflict, withdrawal } = readTone(text);
  const most = Math.max(repair, warmth, conflict, withdrawal);
  if (most === 0) return 'plain';
  if (conflict === most) return 'criticism';
  if (withdrawal === most) return 'withdrawal';
  return repair === most ? 'repair' : 'warmth';
}

/** Whether a kind of move hurts. */
export function isHarsh(kind: MoveKind): boolean {
  return kind === 'ending' || kind === 'contempt' || kind === 'criticism' || kind === 'withdrawal';
}

/** First phrase of what was said, without its quotation marks; empty if nothing was said. */
export function phraseOf({ words }: Happening): string {
  const [first = ''] = words.split(/(?<=[.!?;])\s|\s[–—]\s/);
  const said = first.replace(/[.,;]+$/, '').split(/\s+/);
  return said.length > 10
    ? said
        .slice(0, 10)
        .join(' ')
        .replace(/[,;:]+$/, '')
    : said.join(' ');
}

const NO_OBJECT =
  /^(other|same|first|last|moment|way|word|words|time|end|side|rest|subject|whole|little|bit|one|edge|middle|question)$/i;

/** Thing that a deed is about: `the cup`; empty if it names none. */
export function objectOf({ deed }: Happening): string {
  const found = [...deed.matchAll(/\b(?:the|a|an|his|her|their) ([a-z]{3,})\b/gi)].map(([, noun = '']) => noun);
  const thing = found.find((noun) => !NO_OBJECT.test(noun));
  return thing === undefined ? '' : `the ${thing.toLowerCase()}`;
}
