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
  /\b(blame \{topic\}|pay rent|subtitles|find(?:s)? \{topic\} easy|dignified speech|hand \{topic\}|until midnight|deadpan|waiter|grins?|winks?|salutes|giggles|proud of you|not smile like an idiot|for once nothing hurts|easy with|anywhere else|looks different today|I am happy|would ask for nothing)\b/i;

const GRAVE =
  /\b(died?|dead|dying|death|funeral|grave|coffin|miscarr\w+|tumou?r|cancer|operation|hospital|diagnos\w+|stroke|accident|ambulance|hit (?:her|him|them)|struck|bruise\w*|violence|affair|unfaithful|betray\w*|police|wreath|mourn\w*|ill(?:ness)?|intensive care|ward|urn|ashes|widow\w*)\b/i;

/** Whether a scene is about death, illness, violence or betrayal. */
export function isGrave({ situation }: Pick<CharacterReading, 'situation'>): boolean {
  return GRAVE.test(situation);
}

/** Deeds that cannot be done where the two do not share a room; sit in a car; or have no chair, no kitchen. */
const IMPOSSIBLE: readonly (readonly [deed: RegExp, where: RegExp, isNeeded: boolean])[] = [
  [
    /\b(by the hand|kisses|tucks|wraps|sleeve|leans against|warm palm|hug|shoulder|hands it to|across to|snaps both|blocks|follows|steps|moves so close|close to)\b/i,
    /\b(on the (?:phone|telephone|line|screen|other end)|video call|voice message|telephones?|receiver|headset)\b/i,
    false,
  ],
  [
    /\b(paces|steps|two steps|moves away|goes as far|stands up|blocks|follows|comes back|bows|turns the chair|chair|sits down|pours|hug|gets up|stops in front)\b/i,
    /\b(motorway|small car|packed car|parked car|in the car|driving seat|hire car|taxi|seat belt|steering wheel)\b/i,
    false,
  ],
  [/\bchair\b/i, /\b(chairs?|table|kitchen|desk|restaurant|office|room|café|waiting|surgery)\b/i, true],
  [
    /\b(pours water|warm to drink|one glass)\b/i,
    /\b(kitchen|table|glass|cup|bar|café|restaurant|tea|coffee|sofa|flask|thermos)\b/i,
    true,
  ],
];

/** Whether a phrase goes with the place, with what the two are to each other, and with the hour. */
export function suits(phrase: string, reading: CharacterReading): boolean {
  const { bond, stage } = reading.tie;
  if (IMPOSSIBLE.some(([deed, where, isNeeded]) => deed.test(phrase) && where.test(reading.situation) !== isNeeded)) return false;
  if (haveJustMet({ stage }) && reading.stories.length < 3 && OF_SHARED_PAST.test(phrase)) return false;
  if ((bond !== 'partners' || haveJustMet({ stage }) || stage === 'separated') && OF_LOVERS.test(phrase)) return false;
  return !(isGrave(reading) && OF_LIGHTNESS.test(phrase));
}
