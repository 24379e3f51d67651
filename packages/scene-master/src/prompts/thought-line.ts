import { fillWord } from '@entente/llm-clients';
import { EMOTIONS, type Emotions, type Unspoken } from '@entente/relationship';
import type { DirectorWords } from './director-words.js';
import { onOneLine } from './on-one-line.js';

/** Formats a feeling and its thought, or the reason of a move, for the judge. */
export function thoughtLine(words: DirectorWords, thought: Unspoken): string {
  if (typeof thought === 'string') return onOneLine(thought);
  const moment = thought.beat;
  if (thought.kind === 'reason') return fillWord(words, 'thought.reason', { moment, reason: onOneLine(thought.text) });
  const emotions = emotionsText(words, thought.emotions);
  return fillWord(words, 'thought.felt', { moment, emotions, thought: onOneLine(thought.thought) });
}

const STRENGTHS = [
  { name: 'strength.strong', atLeast: 0.75 },
  { name: 'strength.clear', atLeast: 0.5 },
  { name: 'strength.some', atLeast: 0.25 },
] as const;

/** Every emotion of 0.25 and above, strongest first. */
function emotionsText(words: DirectorWords, emotions: Emotions): string {
  const felt = EMOTIONS.toSorted((a, b) => emotions[b] - emotions[a]).flatMap((emotion) => {
    const strength = STRENGTHS.find(({ atLeast }) => emotions[emotion] >= atLeast);
    return strength ? [fillWord(words, strength.name, { emotion: words[`emotion.${emotion}`] })] : [];
  });
  return felt.length > 0 ? felt.join(', ') : words['strength.none'];
}
