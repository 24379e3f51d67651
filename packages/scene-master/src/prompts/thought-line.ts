import { fillWord } from '@entente/llm-clients';
import { type Emotions, feltEmotions, onOneLine, type Unspoken } from '@entente/relationship';
import type { DirectorWords } from './director-words.js';

/** Formats a feeling and its thought, or the reason of a move, for the judge. */
export function thoughtLine(words: DirectorWords, thought: Unspoken): string {
  if (typeof thought === 'string') return onOneLine(thought);
  const moment = thought.beat;
  if (thought.kind === 'reason') return fillWord(words, 'thought.reason', { moment, reason: onOneLine(thought.text) });
  const emotions = emotionsText(words, thought.emotions);
  return fillWord(words, 'thought.felt', { moment, emotions, thought: onOneLine(thought.thought) });
}

/** Every emotion that is felt, strongest first. */
function emotionsText(words: DirectorWords, emotions: Emotions): string {
  const felt = feltEmotions(emotions).map(({ emotion, strength }) =>
    fillWord(words, `strength.${strength}`, { emotion: words[`emotion.${emotion}`] }),
  );
  return felt.length > 0 ? felt.join(', ') : words['strength.none'];
}
