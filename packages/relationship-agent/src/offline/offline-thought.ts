import { type Emotion, EMOTIONS, type Emotions } from '@entente/relationship';
import { asSentences, mainTone } from '@entente/relationship/offline';
import { phrasesTrueOf, pickFresh } from './fresh.js';
import type { CharacterReading } from './read-character.js';
import { FEELING_THOUGHTS, UNDERTONES, WITNESSED } from './repertoire/thoughts.js';
import { slotsOf } from './scene-slots.js';

/** Draws the unspoken thought that goes with emotions. It takes up the last happening, and repeats nothing that stands in the history. */
export function offlineThought(reading: CharacterReading, emotions: Emotions, random: () => number): string {
  const strongest = strongestOf(emotions);
  const [first = 'anticipation', second = first] = strongest;
  const slots = slotsOf(reading, random);
  const fresh = (phrases: readonly string[]) => slots.fill(pickFresh(slots.fitting(phrases), reading.history, random));
  const last = reading.scene.findLast(({ kind }) => kind === 'deed' || kind === 'told' || kind === 'own-deed');
  const tone = last?.kind === 'deed' ? mainTone(last.text) : undefined;
  const seen = tone !== undefined && random() < 0.6 ? fresh(phrasesTrueOf(WITNESSED[tone], last?.text ?? '')) : '';
  const core = fresh(FEELING_THOUGHTS[random() < 0.75 ? first : second]);
  const { anxiety, avoidance } = reading.attachment;
  const style = anxiety >= 0.5 && anxiety >= avoidance ? 'anxious' : avoidance >= 0.5 ? 'avoidant' : 'secure';
  const under = seen === '' || random() < 0.3 ? fresh(UNDERTONES[style]) : '';
  return asSentences([seen, core, under].filter((text) => text !== '').join(' '));
}

function strongestOf(emotions: Emotions): readonly Emotion[] {
  return [...EMOTIONS].sort((a, b) => emotions[b] - emotions[a]);
}
