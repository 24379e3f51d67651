import type { OfflineRequest } from '@entente/llm-clients';
import { expandGrammar, type Grammar, pickFrom, readTone, toneBalance } from '@entente/relationship/offline';
import type { OpeningReply } from '../prompts/open-scene.js';
import { readDirection } from './read-direction.js';

const WORDS: Grammar = {
  later: [
    'Three weeks later.',
    'A month has gone by.',
    'It is the following Saturday.',
    'Two months on.',
    'Half a year later.',
    'Nine days later.',
    'It is almost the end of the season.',
  ],
  detail: [
    'Neither of them has eaten since noon.',
    '{A} has slept badly and {B} has noticed.',
    'Both are a little too polite.',
    '{B} is wearing the scarf that {A} gave for no reason in spring.',
    'They have had this half hour to themselves, and no more than this.',
    'Somebody they both know has just walked past and pretended not to see them.',
    '{A} has rehearsed one sentence all day and can no longer remember how it began.',
    '{B} arrived early and has had time to think.',
  ],
};

const CARRIED_OVER = {
  strained: [
    'What was said the last time has not been taken back.',
    'They have been careful with each other since, in the way one is with a cracked cup.',
    'The quiet between them has lasted longer than usual.',
    'They have talked about timetables, mostly, and about the weather.',
    'It has not been mentioned again, which is a way of mentioning it.',
  ],
  warm: [
    'They have been good to each other lately, and both have noticed.',
    'There has been more laughter in these weeks than in all the time before.',
    'Since then one of them always waits up for the other.',
    'Something has been easier between them, and neither wants to be the first to say so.',
    'There is a word that only they understand now, and they have used it twice today.',
  ],
  even: [
    'On the surface, everything has gone on as before.',
    'They have been busy, which is easier.',
    'Nothing has happened, and they have both been waiting for it.',
    'They have found a way of getting through the week, and call it peace.',
  ],
};

const THEMES: readonly string[] = [
  'What is not said',
  'Half a step',
  'Who goes first',
  'The other side of it',
  'Room for two',
  'A question of time',
  'Near enough',
  'The long way round',
  'What it costs',
  'Small print',
  'Left over right',
  'The third answer',
  'Two kinds of quiet',
  'By daylight',
  'As if nothing were',
  'A borrowed coat',
  'What counts',
  'The unfinished sentence',
  'Within earshot',
  'On second thoughts',
  'The better chair',
  'Loose change',
  'All things being equal',
  'Until further notice',
];

const GOALS: readonly string[] = [
  'to be asked, and not to have to ask',
  'to get through this without a scene',
  'to find out whether {other} means it',
  'to say one true thing before it is over',
  'to be taken seriously on the first try, for once',
  'to keep things as they are',
  'to be forgiven without having to explain everything',
  'to know by tomorrow where things stand',
  'to make {other} laugh, and then to tell the truth',
  'to hear {other} say it first',
];

/** Opens the scenario of the prompt, with a drawn detail and an echo of the scene before. */
export function offlineOpening(request: OfflineRequest, random: () => number): OpeningReply {
  const direction = readDirection(request);
  const lastScene = direction.story.at(-1);
  const balance = toneBalance(readTone(lastScene ?? ''));
  const carried = pickFrom(CARRIED_OVER[balance > 0.2 ? 'warm' : balance < -0.2 ? 'strained' : 'even'], random);
  const passed = lastScene === undefined ? '' : `{later} ${carried} `;
  const { A, B } = direction.names;
  const grammar = { ...WORDS, A: [A], B: [B], situation: [`${passed}${direction.field('Situation')} {detail}`] };
  const goal = (other: string) => expandGrammar({ other: [other], goal: [pickFrom(GOALS, random)] }, 'goal', random);
  return {
    theme: pickFrom(THEMES, random),
    setting: direction.field('Setting'),
    others: [],
    situation: expandGrammar(grammar, 'situation', random),
    conflict: direction.field('Conflict'),
    goal_A: goal(B),
    goal_B: goal(A),
  };
}
