import type { OfflineRequest } from '@entente/llm-clients';
import { type Beat, expandGrammar, type Grammar, otherPartner, type Partner, pickFrom, readTone, toneBalance } from '@entente/simulation-core/scenes';
import { type Direction, readDirection } from './read-direction.js';

const FIRST: readonly string[] = [
  '{turn} For a moment both look at {object}. Then {sound}, and it is {actor} who looks up first.',
  'It begins with {object}. {turn} {actor} has heard every word of it, and {other} waits.',
  '{sound}. When it is quiet again, {other} has come a step nearer than before and {actor} has nowhere to put both hands.',
  '{other} has said what there was to say about {topic}. {turn} The rest is up to {actor}.',
];

const AFTER = {
  warm: [
    'Something in the room loosens. {other} breathes out, and for the first time this evening {object} is only {object}. Then the matter of {topic} comes back by itself, and it is {actor} who is looked at.',
    '{other} did not expect that. {sound}; neither of them turns round. There is a good minute in which anything could be said, and {actor} can feel it passing.',
  ],
  strained: [
    'The words stay in the air. {other} straightens {object}, which was straight already. {sound}. Sooner or later somebody has to be the next to speak, and {actor} is nearer to the door.',
    '{other} has gone pale, or it is the light. {sound}. What was about {topic} has become about everything, and now it is on {actor}.',
    'A pause follows that neither of them will forget. {object} falls, and nobody picks it up. {actor} still has time to turn this round, though not much of it.',
  ],
  even: [
    'Nothing is decided by it. {sound}. {other} asks, lightly, what {actor} thinks about {topic}, and the lightness fools nobody.',
    '{turn} {other} nods as if that settled it. It has not, and {actor} is left holding {object}.',
  ],
};

const WORDS: Grammar = {
  turn: ['The talk turns to what both came for.', 'Somebody had to say it.', 'It is out before it could be softened.', 'The question has been in the room all along.'],
  object: ['a cup with a chipped rim', 'the window', 'the clock', 'a set of keys', 'a folded letter', 'the empty chair', 'the phone, face down'],
  sound: ['A door closes somewhere above them', 'A tram goes by', 'Somebody laughs in the next room', 'The light flickers and comes back', 'A phone rings and stops', 'It starts to rain in earnest'],
};

const QUESTIONS: readonly string[] = ['What does {actor} do now?', 'Does {actor} go towards {other}, or away?', 'How does {actor} answer?', 'Does {actor} say it, or leave it be?'];

const OPTIONS: readonly (readonly string[])[] = [
  ['apologize and ask {other} to start over', 'take {other} by the hand without a word', 'listen to {other} to the end'],
  ['say plainly what this is about', 'ask {other} what the next year should look like'],
  ['change the subject and clear the table', 'shrug and leave the room'],
  ['snap at {other} and bring up the old quarrel', 'demand an answer from {other} tonight'],
];

/** What follows from the last deed, and whose move it is. */
export function offlineBeat(request: OfflineRequest, random: () => number): Beat {
  const direction = readDirection(request);
  const actor = nextActor(direction, random);
  const last = direction.transcript.at(-1);
  const balance = toneBalance(readTone(last ?? ''));
  const templates = last === undefined ? FIRST : AFTER[balance > 0 ? 'warm' : balance < 0 ? 'strained' : 'even'];
  const topic = direction.field('Kind').split('it turns on: ')[1] ?? 'it';
  const words = { ...WORDS, topic: [`the ${topic}`], actor: [direction.names[actor]], other: [direction.names[otherPartner(actor)]] };
  const tell = (templatesOf: readonly string[]) => expandGrammar({ ...words, text: [pickFrom(templatesOf, random)] }, 'text', random);
  const offered = direction.task.includes('Letters a, b, c, d') ? OPTIONS : [];
  return {
    narrative: tell(templates),
    actor,
    question: tell(QUESTIONS),
    options: offered.map((actions, index) => ({ id: 'abcd'[index]!, action: tell(actions) })),
  };
}

/** Mostly the one who did not move last. */
function nextActor({ transcript, names }: Direction, random: () => number): Partner {
  const lastDeed = transcript.findLast((line) => line.startsWith(`${names.A}: `) || line.startsWith(`${names.B}: `));
  if (lastDeed === undefined) return random() < 0.5 ? 'A' : 'B';
  const last: Partner = lastDeed.startsWith(`${names.A}: `) ? 'A' : 'B';
  return random() < 0.8 ? otherPartner(last) : last;
}
