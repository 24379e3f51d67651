import type { OfflineRequest } from '@entente/llm-clients';
import { asSentences, expandGrammar, type Grammar, pickFrom, readTone, toneBalance } from '@entente/relationship/offline';
import { type Beat, otherPartner, type Partner, PARTNERS } from '@entente/relationship';
import { type Direction, readDirection } from './read-direction.js';

const FIRST: readonly string[] = [
  '{turn} For a moment both look at {object}. Then {sound}, and it is {actor} who looks up first.',
  'It begins with {object}. {turn} {actor} has heard every word of it, and {other} waits.',
  '{sound}. When it is quiet again, {other} has come a step nearer than before, and {actor} has nowhere to put both hands.',
  '{other} has said what there was to say about {topic}. {turn} The rest is up to {actor}.',
  'They talk about other things until there are no other things. {sound}. {other} stops in the middle of a word, and the end of the sentence is left to {actor}.',
  '{other} has brought {object} and puts it where both can see it. {turn} {actor} could still pretend not to have understood.',
  'For ten minutes it goes well. Then somebody they hardly know asks, cheerfully, about {topic}, and {other} looks at {actor} and does not answer.',
];

const AFTER = {
  warm: [
    'Something loosens. {receiver} breathes out, and {object} is only {object} again. Then {topic} comes back by itself, and it is {actor} who is looked at.',
    '{receiver} had not counted on that. {sound}; neither of them turns round. There is a good minute in which anything could be said, and it is {actor} who has it.',
    'It is the first time in a while that {receiver} does not have a reply ready. {sound}. What {doer} has begun can be gone on with or let drop, and that lies with {actor}.',
    'They stand there a little longer than they need to. {turn} This time nobody looks at {object}; the next word belongs to {actor}.',
  ],
  strained: [
    'The words stay in the air. {receiver} turns {object} over, twice. {sound}. Sooner or later somebody has to speak, and all signs point to {actor}.',
    '{receiver} has gone pale, or it is the light. {sound}. What was about {topic} has become about everything, and now it is on {actor}.',
    'A pause follows that neither of them will forget. {object} falls, and nobody picks it up. {actor} still has time to turn this round, though not much of it.',
    '{receiver} says something that can be heard two ways. {sound}. {doer} has heard it the worse way, to judge by the look, and {actor} is next.',
    'After that there is only {object} to look at. {receiver} counts to three, visibly. The fourth second is for {actor}.',
  ],
  even: [
    'Nothing is decided by it. {sound}. The talk goes lightly once round {topic} and comes to rest in front of {actor}.',
    '{turn} {receiver} nods as if that settled it. It has not, and {actor} is left holding {object}.',
    'It could have been meant in any of three ways, and they wait to see which. {sound}. {actor} is the one who could ask.',
    '{receiver} picks up {object} and puts it down again somewhere else. {turn} If it is to be said at all, {actor} has to say it now.',
  ],
};

const WORDS: Grammar = {
  turn: [
    'the talk turns to what both came for.',
    'somebody had to say it.',
    'it is out before it could be softened.',
    'the question has been there all along.',
    'there is no good moment, so this is the moment.',
  ],
  object: [
    'the phone, face down',
    'a set of keys',
    'a folded note',
    'a paper cup',
    'an old photograph',
    'a glove',
    'a coin',
    'a ticket stub',
  ],
  sound: [
    'somebody laughs, not far away',
    'a dog barks twice',
    'a phone rings and stops',
    'a car goes by',
    'a door closes somewhere',
    'a clock strikes, late',
    'somebody calls a name that is not theirs',
  ],
};

const QUESTIONS: readonly string[] = [
  'What does {actor} do now?',
  'Does {actor} go towards {other}, or away?',
  'How does {actor} answer?',
  'Does {actor} say it, or leave it be?',
];

const OPTIONS: readonly (readonly string[])[] = [
  ['apologize and ask {other} to start over', 'take {other} by the hand without a word', 'listen to {other} to the end'],
  ['say plainly what this is about', 'ask {other} what the next year should look like'],
  ['change the subject and clear the table', 'shrug and leave the room'],
  ['snap at {other} and bring up the old quarrel', 'demand an answer from {other} tonight'],
];

/** Narrates the consequence of the last action and draws whose move it is. */
export function offlineBeat(request: OfflineRequest, random: () => number): Beat {
  const direction = readDirection(request);
  const actor = nextActor(direction, random);
  const last = direction.transcript.at(-1);
  const balance = toneBalance(readTone(last ?? ''));
  const templates = last === undefined ? FIRST : AFTER[balance > 0 ? 'warm' : balance < 0 ? 'strained' : 'even'];
  const topic = direction.field('Kind').split('it turns on: ')[1] ?? 'it';
  const { names } = direction;
  const doer = lastDoer(direction) ?? otherPartner(actor);
  const words = {
    ...WORDS,
    topic: [`the ${topic}`],
    actor: [names[actor]],
    other: [names[otherPartner(actor)]],
    doer: [names[doer]],
    receiver: [names[otherPartner(doer)]],
  };
  const tell = (templatesOf: readonly string[]) =>
    expandGrammar({ ...words, text: [pickFrom(templatesOf, random)] }, 'text', random);
  const offered = direction.task.includes('Letters a, b, c, d') ? OPTIONS : [];
  return {
    narrative: asSentences(tell(templates)),
    actor,
    question: tell(QUESTIONS),
    options: offered.map((actions, index) => ({ id: 'abcd'[index]!, action: tell(actions) })),
  };
}

/** Draws the next actor: in four of five cases the partner who did not move last. */
function nextActor(direction: Direction, random: () => number): Partner {
  const last = lastDoer(direction);
  if (last === undefined) return random() < 0.5 ? 'A' : 'B';
  return random() < 0.8 ? otherPartner(last) : last;
}

function lastDoer({ transcript, names }: Direction): Partner | undefined {
  const deed = transcript.findLast((line) => PARTNERS.some((partner) => line.startsWith(`${names[partner]}: `)));
  return PARTNERS.find((partner) => deed?.startsWith(`${names[partner]}: `));
}
