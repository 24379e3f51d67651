import { expandGrammar, pickFrom, toneBalance } from '@entente/simulation-core/scenes';
import type { AttachmentStyle, CharacterReading } from './read-character.js';

const AFTER: { readonly [Feeling in 'good' | 'mixed' | 'bad']: readonly string[] } = {
  good: ['{other} met me half-way, and I noticed how much I had been braced for the opposite.', 'It went better than I deserved. {other} was gentle with me when it counted.'],
  mixed: ['Nothing was settled, and still something moved. {other} is trying, in a language I do not quite speak.', 'We were both careful. Careful is not the same as close, but it is not nothing.'],
  bad: ['I keep hearing how {other} said it. There was a moment to turn it round, and neither of us took it.', 'We have become good at hurting each other quickly. That frightens me more than the quarrel.'],
};

const RESOLVE: { readonly [Style in AttachmentStyle]: readonly string[] } = {
  secure: ['Tomorrow I will ask, and I will listen to the answer.', 'I want to say the good things aloud while they are true.', 'I will not let it grow in the dark; we can talk about it.'],
  anxious: ['I must stop testing {other} and say what I need.', 'Next time I will count to ten before I ask again.', 'I want to believe it without having it in writing.'],
  avoidant: ['I left without leaving the room, again. Next time I will say that I need an hour, and come back.', 'It is easier alone, and it is not better. I will tell {other} one true thing this week.', 'Perhaps I can let {other} see a little more, if I choose the moment.'],
};

/** What somebody concludes, from how it was treated and how it is made. */
export function offlineReflection(reading: CharacterReading, random: () => number): string {
  const balance = toneBalance(reading.treatment);
  const feeling = balance > 0.2 ? 'good' : balance < -0.2 ? 'bad' : 'mixed';
  const text = `${pickFrom(AFTER[feeling], random)} ${pickFrom(RESOLVE[reading.style], random)}`;
  return expandGrammar({ other: [reading.other], start: [text] }, 'start', random);
}
