import { AGENT_WORDS } from '../prompts/agent-words.js';

/** Attachment as a prompt shows it, both from 0 (low) to 1 (high). */
export interface Attachment {
  readonly anxiety: number;
  readonly avoidance: number;
}

const SECURE = /\b(secure\w*|steady|trust\w*|calm\w*|patien\w*|at ease|even-tempered|open about|grounded|forgiv\w*)\b/gi;
const ANXIOUS =
  /\b(anxious\w*|worr\w*|reassur\w*|abandon\w*|cling\w*|overthink\w*|left behind|rereads?|needs to hear|jealous\w*|afraid of losing)\b/gi;
const AVOIDANT =
  /\b(avoid\w*|guarded|independen\w*|distance|alone|private|space|self-reliant|withdraw\w*|keeps to|escape\w*)\b/gi;

/** Reads attachment off its sentence in the persona card; without one, off the words of the description. */
export function readAttachment(card: string): Attachment {
  const count = (words: RegExp) => card.match(words)?.length ?? 0;
  const [secure, anxious, avoidant] = [count(SECURE), count(ANXIOUS), count(AVOIDANT)];
  const share = (own: number) => (own === 0 ? 0.12 : Math.min(1, 0.25 + own / (own + secure + 0.5)));
  return {
    anxiety: gradeIn(card, 'anxiety') ?? (anxious >= avoidant ? share(anxious) : share(anxious) / 2),
    avoidance: gradeIn(card, 'avoidance') ?? (avoidant >= anxious ? share(avoidant) : share(avoidant) / 2),
  };
}

function gradeIn(card: string, dimension: 'anxiety' | 'avoidance'): number | undefined {
  const grade = ([1, 2, 3, 4] as const).find((each) => card.includes(AGENT_WORDS[`${dimension}.${each}`]));
  return grade === undefined ? undefined : (grade - 1) / 3;
}
