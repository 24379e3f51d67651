import type { OfflineRequest } from '@entente/llm-clients';
import { expandGrammar, type Grammar, pickFrom, readTone, toneBalance } from '@entente/simulation-core/scenes';
import type { OpeningReply } from '../prompts/open-scene.js';
import { readDirection } from './read-direction.js';

const WORDS: Grammar = {
  later: ['Three weeks later.', 'A month has gone by.', 'It is the following Saturday.', 'Two months on, the days already shorter.', 'Half a year later.', 'Nine days later.'],
  light: ['Low light, rain against the glass.', 'A bright, cold day.', 'The first warm evening of the year.', 'Grey outside; somewhere a radio.', 'Late sun on the floor.', 'Fog, and every sound close.'],
  detail: ['Neither of them has eaten.', 'Somebody next door is practising the piano, badly.', 'There is a parcel in the corner that nobody has opened.', 'One of the two clocks in sight is wrong.', 'A window is open although it is too cold for it.'],
};

const CARRIED_OVER = {
  strained: ['What was said the last time has not been taken back.', 'They have been careful with each other since, in the way one is with a cracked cup.', 'The quiet between them has lasted longer than usual.'],
  warm: ['They have been good to each other lately, and both have noticed.', 'There has been more laughter in these weeks than in the whole winter.', 'Since then one of them always waits up for the other.'],
  even: ['On the surface, everything has gone on as before.', 'They have been busy, which is easier.'],
};

const THEMES: readonly string[] = ['What is not said', 'Half a step', 'Who goes first', 'The other side of it', 'Room for two', 'A question of time', 'Near enough', 'The long way round', 'What it costs', 'Small print'];

const GOALS: readonly string[] = [
  'to be asked, and not to have to ask',
  'to get through this without a scene',
  'to find out whether {other} means it',
  'to say one true thing before the evening is over',
  'to be taken seriously, for once, on the first try',
  'to keep what they have as it is',
  'to be forgiven without having to explain everything',
  'to know where things stand by tomorrow',
];

/** The scenario in the prompt, made a little more particular, with what came before showing. */
export function offlineOpening(request: OfflineRequest, random: () => number): OpeningReply {
  const direction = readDirection(request);
  const lastScene = direction.story.at(-1);
  const balance = toneBalance(readTone(lastScene ?? ''));
  const carried = pickFrom(CARRIED_OVER[balance > 0.2 ? 'warm' : balance < -0.2 ? 'strained' : 'even'], random);
  const passed = lastScene === undefined ? '{light}' : `{later} ${carried}`;
  const grammar = { ...WORDS, setting: [`${direction.field('Setting')} {light}`], situation: [`${passed} ${direction.field('Situation')} {detail}`] };
  const goal = (other: string) => expandGrammar({ other: [other], goal: [pickFrom(GOALS, random)] }, 'goal', random);
  return {
    theme: `${pickFrom(THEMES, random)}: ${direction.field('Turning point')}`,
    setting: expandGrammar(grammar, 'setting', random),
    others: [],
    situation: expandGrammar(grammar, 'situation', random),
    conflict: direction.field('Conflict'),
    goal_A: goal(direction.names.B),
    goal_B: goal(direction.names.A),
  };
}
