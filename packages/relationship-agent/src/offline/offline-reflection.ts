import { expandGrammar, pickFrom, toneBalance } from '@entente/relationship/offline';
import type { AttachmentStyle, CharacterReading } from './read-character.js';

const AFTER: { readonly [Feeling in 'good' | 'mixed' | 'bad']: readonly string[] } = {
  good: [
    '{other} met me half-way, and I noticed how much I had been braced for the opposite.',
    'It went better than I deserved. {other} was gentle with me when it counted.',
    'I saw {other} make an effort, and it was for me. I want to be somebody for whom that is not in vain.',
    'For a while I forgot to be careful, and nothing bad came of it.',
  ],
  mixed: [
    'Nothing was settled, and still something moved. {other} is trying, in a language I do not quite speak.',
    'We were both careful. Careful is not the same as close, but it is not nothing.',
    'I do not know what {other} made of it, and I notice that I did not ask.',
    'It could have gone either way, and I am not sure that it has gone yet.',
  ],
  bad: [
    'I keep hearing how {other} said it. There was a moment to turn it round, and neither of us took it.',
    'We have become good at hurting each other quickly. That frightens me more than the quarrel.',
    'I was alone in it again, with {other} an arm away.',
    'It was small, and it was the same thing as always, and that is what makes it large.',
  ],
};

const RESOLVE: { readonly [Style in AttachmentStyle]: readonly string[] } = {
  secure: [
    'Tomorrow I will ask, and I will listen to the answer.',
    'I want to say the good things aloud while they are true.',
    'I will not let it grow in the dark; we can talk about it.',
    'I was not blameless, and I can say so.',
  ],
  anxious: [
    'I must stop testing {other} and say what I need.',
    'Next time I will count to ten before I ask again.',
    'I want to believe it without having it in writing.',
    'I made it larger than it was, because then at least it had a size.',
  ],
  avoidant: [
    'I left without leaving, again. Next time I will say that I need an hour, and come back.',
    'It is easier alone, and it is not better. I will tell {other} one true thing this week.',
    'Perhaps I can let {other} see a little more, if I choose the moment.',
    'I will mend something in the house. {other} will know what it means, or not.',
  ],
};

/** Draws a conclusion that fits the treatment in this scene and the attachment style. */
export function offlineReflection(reading: CharacterReading, random: () => number): string {
  const balance = toneBalance(reading.treatment);
  const feeling = balance > 0.2 ? 'good' : balance < -0.2 ? 'bad' : 'mixed';
  const text = `${pickFrom(AFTER[feeling], random)} ${pickFrom(RESOLVE[reading.style], random)}`;
  return expandGrammar({ other: [reading.other], start: [text] }, 'start', random);
}
