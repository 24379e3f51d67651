import { type Emotion, EMOTIONS, type Emotions } from '@entente/relationship';
import { expandGrammar, pickFrom } from '@entente/relationship/offline';
import type { AttachmentStyle, CharacterReading } from './read-character.js';

const THOUGHTS: { readonly [E in Emotion]: readonly string[] } = {
  joy: [
    'If it could stay like this I would ask for nothing else.',
    '{other} has no idea how good this is.',
    'I had forgotten that it can be this easy with {other}.',
    'Remember this. Whatever comes, remember this.',
    'I would not be anywhere else.',
  ],
  acceptance: [
    'I do not have to be anybody else here.',
    'Whatever comes of it, {other} is on my side.',
    'We have come through worse, {other} and I.',
    'That is how {other} is, and I would not want it otherwise.',
    'I could let go a little. Nothing would fall down.',
  ],
  fear: [
    'Any moment now {other} will say the sentence I have been waiting for.',
    'What if this is how it ends, over something so small?',
    'I cannot lose this, and I can feel it slipping.',
    'Do not look at me like that. I know that look.',
    'If I say the wrong thing now it will be said for good.',
  ],
  surprise: [
    'That is not what I thought {other} would do.',
    'Since when does {other} see me so clearly?',
    'I had an answer ready, and it does not fit.',
    'So that is what it was about.',
  ],
  sadness: [
    'We are right next to each other and I miss {other}.',
    'I would like to be asked how I am, just once, before the rest.',
    'It used to take us less than this to be happy.',
    'I am tired of being brave about it.',
    'There was a time when {other} would have noticed.',
  ],
  disgust: [
    'I do not like who I am when we talk like this.',
    'There is something cheap about this, and I am part of it.',
    'Listen to us. We sound like my parents.',
  ],
  anger: [
    'Always me. Always me who has to swallow it.',
    'One more word like that and I will say what I think.',
    '{other} knows exactly what that does to me.',
    'Do not dare to make this my fault.',
    'I have been reasonable for long enough.',
  ],
  anticipation: [
    'Something is about to be decided, and I want to be there for it.',
    'If {other} turns round now, I will say it.',
    'Not yet. But soon.',
    'Ask me. Go on, ask me.',
    'I wonder what {other} would do if I simply said yes.',
  ],
};

const UNDERTONE: { readonly [Style in AttachmentStyle]: readonly string[] } = {
  secure: [
    '',
    '',
    '',
    'We will talk, and it will be all right.',
    'I can wait for the answer.',
    'It does not have to be settled tonight.',
  ],
  anxious: [
    '',
    '',
    'Why does {other} not say something?',
    'I should not have read so much into it. But what if I did not?',
    'Was that a sigh?',
    'I will not ask. I will ask.',
  ],
  avoidant: ['', '', 'I need air.', 'Nobody has to know that.', 'It will pass.', 'Better not to start.'],
};

/** Draws the unspoken thought that goes with emotions. */
export function offlineThought(reading: CharacterReading, emotions: Emotions, random: () => number): string {
  const [strongest = 'anticipation', second = strongest] = [...EMOTIONS].sort((a, b) => emotions[b] - emotions[a]);
  const thought = pickFrom(THOUGHTS[random() < 0.7 ? strongest : second], random);
  const text = `${thought} ${pickFrom(UNDERTONE[reading.style], random)}`.trim();
  return expandGrammar({ other: [reading.other], start: [text] }, 'start', random);
}
