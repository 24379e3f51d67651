import { fillWord } from '@entente/llm-clients';
import { type Emotion, EMOTIONS, type Emotions, feltEmotions } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';

/** Describes a feeling: every emotion of 0.125 and above, strongest first (`fear (strongly), anger (clearly), joy (a little)`). */
export function emotionsInWords(words: AgentWords, emotions: Emotions): string {
  const felt = feltEmotions(emotions).map(({ emotion, strength }) =>
    fillWord(words, `strength.${strength}`, { emotion: nameOf(words, emotion) }),
  );
  return felt.length === 0 ? words['strength.none'] : felt.join(', ');
}

/** The scale by which all emotions are asked for, those of memories included. A name that is not the key of the reply is followed by the key. */
export function emotionScale(words: AgentWords): string {
  const names = EMOTIONS.map((emotion) => {
    const name = nameOf(words, emotion);
    return name === emotion ? name : `${name} (${emotion})`;
  });
  return fillWord(words, 'scale', { emotions: names.join(', ') });
}

/** Shape of eight emotions in a reply. */
export const EMOTIONS_SHAPE = `{${EMOTIONS.map((emotion) => `"${emotion}": number`).join(', ')}}`;

function nameOf(words: AgentWords, emotion: Emotion): string {
  return words[`emotion.${emotion}`];
}
