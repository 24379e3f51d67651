import { placeAllows } from './place-allows.js';
import type { CharacterReading } from './read-character.js';
import { haveJustMet } from './read-tie.js';

/** Phrases that need years, or at least weeks, in common. */
const OF_SHARED_PAST =
  /\b(in spring|last year|lately|last weeks|you always|you never|every single time|every time|has been said before|got through worse|other days|as always|again|used to|since you|it was good|on days like|same thing|stayed for|are sure about us|tired of me|still want this|when I am not there|saved up|many times|ten times over|not exactly there|your idea as mine|brings out in us|my friends|all day|than yesterday|grown-up in this|how you are|for a while|wait for it to get|waited for it)\b/i;

/** Gestures and words of lovers. */
const OF_LOVERS =
  /\b(kiss\w*|forehead|shoulder blades|strand of hair|I love you|pulls \{other\} into a hug|holds on|shoulder to shoulder|close to the ear|both arms and|keeps hold|come here|sure about us|us, also|what I see in you)\b/i;

/** Lightness that a grave hour does not bear. */
const OF_LIGHTNESS =
  /\b(blame \{topic\}|pay rent|subtitles|find(?:s)? \{topic\} easy|dignified speech|hand \{topic\}|until midnight|deadpan|waiter|grins?|winks?|salutes|giggles|proud of you|not smile like an idiot|for once nothing hurts|easy with|anywhere else|looks different today|I am happy|would ask for nothing|get used to that look|stayed for|want to remember this|for a second|made this into a test|got through worse|thought of you all day|simply glad|can be this easy|like it is supposed)\b/i;

const GRAVE =
  /\b(died?|dead|dying|death|funeral|grave|coffin|miscarr\w+|tumou?r|cancer|operation|hospital|diagnos\w+|stroke|accident|ambulance|hit (?:her|him|them)|struck|bruise\w*|violence|affair|unfaithful|betray\w*|police|wreath|mourn\w*|ill(?:ness)?|intensive care|ward|urn|ashes|widow\w*|stitches|bleeding|shoved|pushed|slapped|raised (?:a|her|his|their) hand)\b/i;

/** Whether a scene is about death, illness, violence or betrayal. */
export function isGrave({ situation }: Pick<CharacterReading, 'situation'>): boolean {
  return GRAVE.test(situation);
}

/** Whether a phrase goes with the place, with what the two are to each other, and with the hour. */
export function suits(phrase: string, reading: CharacterReading): boolean {
  const { bond, stage } = reading.tie;
  if (!placeAllows(phrase, reading.situation)) return false;
  if (haveJustMet({ stage }) && reading.stories.length < 3 && OF_SHARED_PAST.test(phrase)) return false;
  if ((bond !== 'partners' || haveJustMet({ stage }) || stage === 'separated') && OF_LOVERS.test(phrase)) return false;
  return !(isGrave(reading) && OF_LIGHTNESS.test(phrase));
}
