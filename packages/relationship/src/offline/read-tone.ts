/** Number of words or phrases in a text for each way of treating someone. */
export interface Tone {
  readonly repair: number;
  /** Seeing the other one's side, and saying so. */
  readonly validation: number;
  readonly warmth: number;
  /** Open strife: shouting, slamming, demanding. */
  readonly conflict: number;
  readonly withdrawal: number;
  readonly humour: number;
  readonly criticism: number;
  readonly contempt: number;
  readonly defensiveness: number;
  readonly clinging: number;
  /** Words that end the relationship. */
  readonly ending: number;
}

export type ToneKind = keyof Tone;

const TONE_WORDS: { readonly [Kind in ToneKind]: RegExp } = {
  repair:
    /\b(apologi[sz]\w*|sorry|forgiv\w*|make amends|makes amends|start(?:s|ed)? over|start again|own(?:s|ed)? up|admit\w*|mend(?:ed|s)?|make up|closer|i was wrong|my fault|should not have|take (?:that|it) back|make it right|what would help)\b/gi,
  validation:
    /\b(you are right|you['’]re right|i (?:can )?see why|i hear (?:that|you)|in your place|that makes sense|i understand why|nods slowly|listen(?:s|ing|ed)|i(?: will|['’]ll)? listen)\b/gi,
  warmth:
    /\b((?:takes?|took|by the|holds?|squeez\w*|reach\w* for)(?: \S+){0,2} hands?|hold(?:s|ing)?(?! out| on| up)|hug\w*|embrac\w*|kiss\w*|thank\w*|laugh(?!s at\b|ed at\b)\w*|tender\w*|smil\w*|gentl\w*|proud|promise(?! me)|together|warm\w*|glad|love you|fond\w*|leans? against|strokes?|on your side)\b/gi,
  conflict:
    /\b(snap|snaps|snapped|accus\w*|slam\w*|shout\w*|yell\w*|blam\w*|mock\w*|insult\w*|ultimatum|resent\w*|bitter\w*|sarcas\w*|demand\w*|quarrel\w*|raises? (?:a|the) voice)\b/gi,
  withdrawal:
    /\b(walks? out|turns? away|turned away|leaves? the room|changes? the subject|silence|silent\w*|shut\w*|avoid\w*|retreat\w*|distan\w*|shrug\w*|unmended|apart|says nothing|not now|not the time|another time|looks? past|moves? away|need air|rather not|leave it there|nothing to (?:say|talk about))\b/gi,
  humour: /\b(jok\w+|grin\w*|wink\w*|deadpan|teas(?:es|ed|ing)|in a mock|pulls? a face|giggl\w*|solemnly)\b/gi,
  criticism:
    /\b(you always|you never|every single time|you only ever|what is wrong with you|why can(?:'|’|no)t you|you did not even|it is always|you do this|once again you|as usual you)\b/gi,
  contempt:
    /\b(rolls? (?:\w+ )?eyes|eyes rolled|sneer\w*|snort\w*|scoff\w*|pathetic|ridiculous|scorn\w*|contempt\w*|mock\w*|laughs? at|laughed at|grow up|how original|poor you|listen to yourself|what did i expect|claps? slowly)\b/gi,
  defensiveness:
    /\b(not fair|not my fault|what about you|you did the same|i never said|do not put (?:that|this) on me|i had no choice|i only did|crosses? (?:both |the )?arms|that is not what happened|so now it is me|i did nothing)\b/gi,
  clinging:
    /\b(do not (?:go|leave)|don['’]t (?:go|leave)|please stay|stay with me|do you still|tell me (?:that )?(?:you|we|it)|promise me|say it again|are we all right|clings?|beg(?:s|ged)?|clutch\w*|follows?|are you sure about (?:me|us)|without you)\b/gi,
  ending:
    /\b((?<!\b(?:of|when|once|until|before|after|till) )it(?: is|['’]s) over(?=[.,!?;]|$| between|”)|over between us|i am leaving(?: you)?(?=[.,]| for good)|i['’]m leaving you|we are done|break(?:ing)? up|broke up|this is the end of us|i want (?:a divorce|to separate)|we should separate|not coming back|leav(?:es|ing) for good|splits? up)\b/gi,
};

const TONE_KINDS = Object.keys(TONE_WORDS) as readonly ToneKind[];

/** Reads the tone of deeds and words; offline responders judge events by it. */
export function readTone(text: string): Tone {
  const known = TONES.get(text);
  if (known) return known;
  const tone = Object.fromEntries(TONE_KINDS.map((kind) => [kind, countOf(TONE_WORDS[kind], text)])) as unknown as Tone;
  if (TONES.size >= MOST_TONES) TONES.clear();
  TONES.set(text, tone);
  return tone;
}

/** Tones read before: a prompt repeats the lines of the prompt before it. */
const TONES = new Map<string, Tone>();
const MOST_TONES = 5000;

function countOf(words: RegExp, text: string): number {
  return text.match(words)?.length ?? 0;
}

/** Balance of a tone, from -1 (only strain) through 0 (neither, or both equally) to 1 (only warmth and repair). */
export function toneBalance(tone: Tone): number {
  const good = tone.repair + tone.validation + tone.warmth + tone.humour;
  const bad =
    tone.conflict + tone.withdrawal + tone.criticism + tone.contempt + tone.defensiveness + 0.5 * tone.clinging + 2 * tone.ending;
  return good + bad === 0 ? 0 : (good - bad) / (good + bad);
}

/** Kinds by how much they decide, where several of them are in a move: an ending outweighs all, warmth the least. */
const BY_WEIGHT: readonly ToneKind[] = [
  'ending',
  'contempt',
  'criticism',
  'conflict',
  'defensiveness',
  'clinging',
  'repair',
  'validation',
  'withdrawal',
  'humour',
  'warmth',
];

/** The kind of treatment that a move mainly is; undefined where its words show none. */
export function mainTone(text: string): ToneKind | undefined {
  const tone = readTone(text);
  if (tone.ending > 0) return 'ending';
  return [...BY_WEIGHT].filter((kind) => tone[kind] > 0).sort((a, b) => tone[b] - tone[a])[0];
}
