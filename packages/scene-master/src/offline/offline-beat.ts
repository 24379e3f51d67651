import { otherPartner, type Partner, PARTNERS, type SceneOption } from '@entente/relationship';
import { pickFrom } from '@entente/relationship/offline';
import type { BeatReply } from '../prompts/progress.js';
import { endingIn } from './endings.js';
import { sceneOf, textForPlace } from './place-in-run.js';
import { REACTIONS } from './reactions.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { kindOfMove, phraseOf } from './read-move.js';
import { topicText } from './topic-text.js';
import { tellReaction } from './tell-reaction.js';

const FIRST_QUESTIONS: readonly string[] = [
  'What does {actor} do about {topic}?',
  'Does {actor} go towards {other}, or stay put?',
  'What does {actor} say first?',
  'How does {actor} begin?',
];
const QUESTIONS: readonly string[] = [
  'How does {actor} answer that?',
  'What does {actor} make of "{quote}", out loud or not?',
  'Does {actor} go towards {other} now, or away?',
  'What does {actor} do with what {other} has left open?',
  'Does {actor} let it stand?',
  'What does {actor} do next?',
];

const OPTIONS: readonly (readonly string[])[] = [
  [
    'apologize to {other} and ask to start over',
    'take {other} by the hand and keep hold of it',
    'ask {other} what it is like from over there, and listen to the end',
    'thank {other} for having stayed with it this long',
  ],
  [
    'say plainly what is to be done about {topic}',
    'ask {other} what the next year should look like',
    'propose to decide about {topic} tomorrow, at breakfast',
  ],
  ['change the subject and clear up', 'shrug and leave the room', 'say that it is not the time, and look at the phone'],
  [
    'snap at {other} and bring up the old quarrel',
    'demand an answer from {other} at once',
    'tell {other} that it is always the same',
  ],
];
const ENDING = 'tell {other} that it is over between you';
const TELLING = 'tell {other} what has been kept back until now';
/** Share of moments before which something happens. */
const EVENTFUL = 0.6;

/** Tells what the last move sets off, draws whose move it is, and asks. */
export function offlineBeat(direction: Direction, random: () => number): BeatReply {
  const { names, happened, field } = direction;
  const actor = nextActor(direction, random);
  const move = happened.findLast(({ partner }) => partner !== undefined);
  const beat = Number(field('task.progress', 'beat') || 1);
  const beats = Number(field('task.progress', 'beats') || 1);
  // Counts the moments of the run that come after a move, so that neighbours get different texts.
  const place = (sceneOf(direction) - 1) * Math.max(1, beats - 1) + Math.max(0, beat - 2);
  const isEventful = move !== undefined && random() < EVENTFUL;
  const values: Readonly<Record<string, string>> = {
    actor: names[actor],
    other: names[otherPartner(actor)],
    topic: topicText(field('scene.kind', 'turningPoint') || 'matter'),
    quote: move?.partner === otherPartner(actor) ? phraseOf(move) : '',
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  const questions = (move ? QUESTIONS : FIRST_QUESTIONS).filter((text) => values['quote'] !== '' || !text.includes('{quote}'));
  return {
    narrative: isEventful ? tellReaction(REACTIONS[kindOfMove(move)], direction, move, place) : '',
    only_A: '',
    only_B: '',
    actor,
    question: fill(textForPlace(questions, direction, place)),
    options: offersOptions(direction) ? optionsFor(direction, actor, random, fill) : undefined,
  };
}

function offersOptions({ task }: Direction): boolean {
  return task.some((line) => line.includes('"options": [{'));
}

function optionsFor(
  direction: Direction,
  actor: Partner,
  random: () => number,
  fill: (text: string) => string,
): readonly SceneOption[] {
  const canTell = direction.kept.some(({ owner }) => owner === actor) && random() < 0.35;
  const mayEnd = isStrained(direction) && random() < 0.6;
  const actions = OPTIONS.map((group) => pickFrom(group, random));
  const inPlaceOfPlain = mayEnd ? ENDING : canTell ? TELLING : undefined;
  const offered = actions.map((action, at) => (at === 1 ? (inPlaceOfPlain ?? action) : action));
  return offered.map((action, index) => ({ id: 'abcd'[index]!, action: fill(action) }));
}

/** Draws the next actor among those who may move: mostly the one who did not move last. */
function nextActor({ happened, task }: Direction, random: () => number): Partner {
  const shape = task.findLast((line) => line.includes('"actor": ')) ?? '';
  const mayAct = PARTNERS.filter((partner) => shape.includes(`"actor": "${partner}"`) || shape.includes(`| "${partner}"`));
  const last: Happening | undefined = happened.findLast(({ partner }) => partner !== undefined);
  const wanted: Partner =
    last?.partner === undefined ? (random() < 0.5 ? 'A' : 'B') : random() < 0.85 ? otherPartner(last.partner) : last.partner;
  return mayAct.includes(wanted) ? wanted : (mayAct[0] ?? wanted);
}

/** Whether one of the last three scenes ended in a quarrel. */
function isStrained({ story }: Direction): boolean {
  const last = story.slice(-3).map(({ summary }) => endingIn(summary));
  return last.includes('unsettled');
}
