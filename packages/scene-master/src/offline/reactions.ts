import type { MoveKind } from './read-move.js';

const HARSH: readonly string[] = [
  '"{quote}" is out, and {receiver} is the one it was meant for.',
  'That was about more than {topic}. "{quote}" can be answered or not; it cannot be unheard.',
  'With "{quote}" {topic} has become the smaller matter of the two.',
  'It takes no more than that. What was a talk about {topic} is a quarrel by now.',
  '"{quote}": it was said fast, and the silence after it is long.',
  'Nobody who heard it would take "{quote}" for a joke.',
  'A minute goes by after "{quote}".',
  '{topic} has not moved, and there is less time for it than before.',
  'It could still be called a bad moment. One sentence more of that kind and it could not.',
];
const QUIET: readonly string[] = [
  'With that, {object} is what there is to look at, and {topic} is where it was.',
  'Ten minutes go by, and nothing has been decided about {topic}.',
  '"{quote}" was hardly an answer. There is still time for one.',
  'The talk has stopped; {topic} has not gone away with it.',
  'It is quiet for as long as it takes to count to thirty.',
  'The pause that comes now could be filled by either of them.',
  'Whatever was to be decided today about {topic} is no nearer.',
];

/**
 * Effects of a move, by its kind. `{quote}` is what was said, `{object}` the thing in hand, `{receiver}` the other one, `{topic}` what the
 * scene turns on. None of them decides what one of the two does, speaks or feels, and none needs a place or people that may not be there.
 */
export const REACTIONS: { readonly [Kind in MoveKind]: readonly string[] } = {
  ending: [
    '"{quote}" is said, and said without any doubt in it. Nothing that was planned for after this is certain any more.',
    'After "{quote}" there is little left to settle but who goes first.',
    'It has been said: "{quote}." Nobody takes it back in the minute after it.',
  ],
  contempt: HARSH,
  criticism: HARSH,
  defence: [
    '"{quote}": now there are two accounts of {topic}, and they do not meet.',
    'For every point there is a point against it by now, and {topic} has no room between them.',
    'They have gone once round it. "{quote}" is where they came in.',
    ...QUIET.slice(1, 4),
  ],
  withdrawal: QUIET,
  clinging: [
    '"{quote}" asks for an answer, and it asks for it now.',
    'There is hardly an arm’s length between them, and {topic} is in it.',
    'The question about {topic} has become another one.',
    '"{quote}" stands between them now, in that voice and no other.',
  ],
  repair: [
    '"{quote}" has been said, and it was not made to sound like less than it was.',
    'There is a way back to {topic} from there, if only as far as the next sentence.',
    'It is the first time today that {topic} can be seen from the other side.',
    'What was offered with "{quote}" lies there and can be taken up or left.',
    'The pace has gone out of it. There is time to think before the next word.',
    'After "{quote}" {topic} looks like something that two people can talk about.',
  ],
  warmth: [
    '"{quote}" changes what can be said next.',
    'With that {topic} is easier to speak of, and easier to put off.',
    'For a moment {topic} is no more than a word.',
    'It would be simple now to settle {topic}, and as simple to let it go.',
    'A minute like this one has been rare lately. It is half over.',
    '{topic} is still there. It weighs less after "{quote}".',
  ],
  plain: [
    '"{quote}" can be taken in more than one way, and {topic} hangs on which.',
    'That leaves one question about {topic}, the one that they have gone round so far.',
    'So far it has been the practical side of {topic}. The other side is next.',
    'Now it has been said aloud: "{quote}."',
    '{topic} cannot be put off for another week after that.',
    'It has got later than planned, and {topic} is open in front of them.',
  ],
};

const BROKEN_OFF: readonly string[] = [
  '"{last}" is the last thing said. Then the hour is over, and nothing has been settled.',
  'It stops there. {topic} goes unsettled into the next day.',
  'There it breaks off, with "{last}" as the end of it.',
  'That is as far as it gets today.',
  'What comes after is practical: coats, lights, the time of day. {topic} is not spoken of again.',
  'It ends on "{last}", and the rest of the day goes its own way.',
  'There is no next sentence. The day goes on around it and then it is over.',
  'After "{quote}" it is only a matter of getting through the evening.',
  'Somewhere between "{quote}" and midnight it stops being a talk.',
  'It ends because it has to: both have to be up in the morning.',
];

/** How scenes close, by the kind of the last move. Each ends the scene in place and time and settles nothing. */
export const CLOSINGS: { readonly [Kind in MoveKind]: readonly string[] } = {
  ending: [
    'It is said. An hour later they are in different places.',
    'After that there are only practical matters left, and not for today.',
    '"{quote}": with that the day is over, and more than the day.',
  ],
  contempt: BROKEN_OFF,
  criticism: BROKEN_OFF,
  defence: BROKEN_OFF,
  withdrawal: [
    'That is where it stops. The rest of the day is made of other things.',
    'A little later the place is empty; {object} has been left there.',
    'The time that they had for it is over, and {topic} is left lying.',
    'Nothing more is said. It gets dark in the usual way.',
    'It is put away like that, with everything still in it.',
    'No more comes of it. An hour later it might be any other evening.',
    'What could still have been said today is not said today.',
    'The lights go out at different times.',
    'That is the end of it, as far as this day goes.',
    'Somebody puts {object} away, and the rest of it too.',
  ],
  clinging: [
    'The answer to that has to wait; the time is up.',
    '"{quote}" is still in the air when the day takes them elsewhere.',
    'It has grown late over it, and it ends there for today.',
  ],
  repair: [
    'It has grown late meanwhile, and it ends there, on "{last}".',
    'There is no more time for it today. Nobody has raised a voice in the last of it.',
    'They have what was said, and the day comes to its end.',
    'The hour is over. What was said in it stands.',
    'By then it is dark, and there is no hurry left in anything.',
    'So much for today. It has taken longer than it would have taken to quarrel.',
    'It is enough for one day.',
    'A little later somebody yawns, and it is over for today.',
    'The rest of it can be slept on.',
  ],
  warmth: [
    'The day ends without another word about {topic}.',
    'It has got later than either had planned, and nobody has looked at the time.',
    'After that there is nothing more that has to be said today.',
    'So the hour goes by, and then it is over.',
    'It is the sort of evening that ends by itself.',
    'Nothing has to be cleared up after that but cups.',
    'When it is over it has been a good hour, whatever {topic} comes to.',
    'It is late enough by then to be tomorrow.',
    'It ends with {object} forgotten somewhere and no harm done.',
  ],
  plain: [
    'There is no more to it than that today; the next thing on the day begins.',
    'It is left at that. The day comes to its end like other days.',
    'The time for it is up. {topic} will keep until the next one.',
    'There it breaks off, neither well nor badly.',
    'That is all there is time for.',
    'It comes to no end, it only stops.',
    'The day has other things in it, and they take over.',
    'For now it rests there.',
  ],
};
