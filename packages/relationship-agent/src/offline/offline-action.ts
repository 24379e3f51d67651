import { expandGrammar, type Grammar, pickFrom } from '@entente/relationship/offline';
import { drawStance, type Stance } from './draw-stance.js';
import type { CharacterReading } from './read-character.js';

const ACTIONS: { readonly [S in Stance]: readonly string[] } = {
  repair: [
    'apologize to {other} for {fault}, without a "but" this time',
    'put down {thing}, sit beside {other} and ask to start over',
    'admit that {admission}, and ask what would help now',
    'listen to {other} to the end and repeat what was heard before answering',
    'fetch something warm to drink for both, and own up to {fault}',
    'go after {other}, forgive the sharp word and say so',
  ],
  warm: [
    'take {other} by the hand and suggest {treat}',
    'laugh at the absurdity of it all and pull {other} into a hug',
    'thank {other} for {kindness}, and mean it',
    'kiss {other} on the forehead and stay standing there',
    'tell {other} how proud it makes one to be here together',
    'hold {other} without saying anything at all',
  ],
  honest: [
    'tell {other} plainly what this is really about: {root}',
    'say aloud that {admission}, and wait for the answer',
    'ask {other} straight out what the next year should look like',
    'explain, slowly and fairly, where it hurts',
    'name the thing both have been walking around since {since}',
  ],
  cling: [
    'ask {other} three times whether everything is all right between them',
    'follow {other} about and wait for a word',
    'beg {other} not to leave, here and now',
    'check what {other} meant by it, once, and then once more',
    'lie awake until {other} is back, and ask again',
  ],
  withdraw: [
    'change the subject to {dull} and begin to tidy up',
    'shrug, pick up {thing} and go and stand somewhere else',
    'answer with silence and look at {thing} instead',
    'say that it has been a long day, turn away and leave it there',
    'retreat behind {dull} until the moment has gone by',
    'keep it short, avoid {other} for the rest of the evening',
  ],
  attack: [
    'snap at {other} and bring up {grudge}',
    'accuse {other} of never having meant it',
    'mock the way {other} said it, in the same tone of voice',
    'demand an answer from {other}, tonight, yes or no',
    'slam {thing} down and blame {other} for {grudge}',
  ],
};

const WORDS: Grammar = {
  fault: [
    'the tone of last night',
    'not having asked',
    'looking away when it mattered',
    'keeping count',
    'the joke that was none',
    'having decided alone',
  ],
  thing: ['the phone', 'the car keys', 'a half-read book', 'the coat', 'the dishcloth', 'a glass of water'],
  admission: [
    'it is fear, not anger',
    'the plan was never a plan for two',
    'the last weeks have been lonely',
    'asking for help still feels like losing',
    'it was easier to be busy',
  ],
  treat: [
    'a walk around the block',
    'dancing in the kitchen',
    'pancakes, at this hour',
    'staying in bed until noon tomorrow',
    'the long way home',
  ],
  kindness: [
    'remembering the small things',
    'staying through the difficult part',
    'having carried most of it lately',
    'asking the second question too',
  ],
  root: [
    'being left to guess',
    'wanting to be chosen first for once',
    'the wish to be trusted with bad news',
    'the pace, which is too fast',
    'the pace, which is too slow',
  ],
  since: ['the spring', 'that Sunday', 'the visit', 'the move', 'the first month'],
  dull: ['the electricity bill', 'the train times', 'the neighbours', 'work on Monday', 'the dishes'],
  grudge: [
    'the forgotten birthday',
    'the weekend at the lake',
    'every promise of the last year',
    'what was said in front of friends',
    'the money',
  ],
};

/** Draws an action, in the imperative. */
export function offlineAction(reading: CharacterReading, random: () => number): string {
  const template = pickFrom(ACTIONS[drawStance(reading, random)], random);
  return expandGrammar({ ...WORDS, other: [reading.other], start: [template] }, 'start', random);
}
