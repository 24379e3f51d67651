import { type ByPartner, otherPartner, type Partner } from '@entente/relationship';
import { pickFrom } from '@entente/relationship/offline';
import type { LaterOpeningReply, OpeningReply } from '../prompts/open-scene.js';
import { echoOfLastScene } from './echo-of-last-scene.js';
import { sceneOf, textForPlace, themeOf } from './place-in-run.js';
import type { Direction } from './read-direction.js';

/** Times between scenes, each with its number of weeks. */
const LATER: readonly (readonly [later: string, weeks: number])[] = [
  ['Three weeks later.', 3],
  ['A month has gone by.', 4.5],
  ['The following Saturday.', 1],
  ['Two months on.', 9],
  ['Nine days later.', 1.5],
  ['Five weeks later.', 5],
  ['At the end of the same month.', 2.5],
  ['Ten weeks on.', 10],
  ['A fortnight later.', 2],
  ['The week after next.', 2],
  ['Forty days later.', 6],
];

const GOALS: readonly string[] = [
  'to be asked, and not to have to ask',
  'to get through this without a scene',
  'to find out whether {other} means it',
  'to say one true thing before it is over',
  'to be taken seriously on the first try, for once',
  'to keep things as they are',
  'to be understood without a long explanation',
  'to know by tomorrow where things stand',
  'to make {other} laugh, and then to tell the truth',
  'to hear {other} say it first',
  'to win this one, just this one',
  'to be let alone with it a little longer',
  'to have {other} on the same side, whatever comes of it',
  'to see whether {other} notices',
];

/** Opens the scenario of the prompt as it is. */
export function offlineOpening(direction: Direction, random: () => number): OpeningReply {
  return opening(direction, random, '');
}

/** Opens the scenario of the prompt as it is, with an echo of the scene before. */
export function offlineLaterOpening(direction: Direction, random: () => number): LaterOpeningReply {
  const [later, weeks] = textForPlace(LATER, direction, sceneOf(direction));
  return { later, weeks, ...opening(direction, random, echoOfLastScene(direction, random)) };
}

function opening(direction: Direction, random: () => number, echo: string): OpeningReply {
  const { field, names, news } = direction;
  const goals = goalsOf(direction, random);
  const situation = field('scenario.situation', 'situation') || `${names.A} and ${names.B} have an hour.`;
  return {
    theme: themeOf(direction),
    setting: field('scenario.setting', 'setting') || `A place that ${names.A} and ${names.B} know.`,
    others: [],
    situation: [echo, ...news, situation].filter((part) => part !== '').join(' '),
    only_A: onlyOf(direction, 'A'),
    only_B: onlyOf(direction, 'B'),
    conflict: field('scenario.conflict', 'conflict') || 'Each waits for the other one.',
    goal_A: goals.A,
    goal_B: goals.B,
  };
}

/** The part of the scenario that a partner alone knows, and the news that it alone has. */
function onlyOf({ names, lines, ownNews }: Direction, partner: Partner): string {
  const known = lines('scenario.only').flatMap(({ name, text = '' }) => (name === names[partner] ? [text] : []));
  const hasNews = ownNews.some(({ owner }) => owner === partner);
  return [...known, ...(hasNews ? [`${names[partner]} has had that news alone, and has told nobody.`] : [])].join(' ');
}

function goalsOf({ names }: Direction, random: () => number): ByPartner<string> {
  const forA = pickFrom(GOALS, random);
  const forB = pickFrom(
    GOALS.filter((goal) => goal !== forA),
    random,
  );
  const goal = (text: string, partner: Partner) => text.replaceAll('{other}', names[otherPartner(partner)]);
  return { A: goal(forA, 'A'), B: goal(forB, 'B') };
}
