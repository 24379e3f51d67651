import type { MoveKind } from './read-move.js';

/**
 * What the world makes of a move, by its kind. `{quote}` is what was said, `{object}` the thing in hand, `{doer}` and `{receiver}` the two.
 * None of them decides what one of the two does, says or feels.
 */
export const REACTIONS: { readonly [Kind in MoveKind]: readonly string[] } = {
  ending: [
    '"{quote}" is out, and it was said without any doubt in it. Whatever was planned for after this is not going to happen.',
    'It has been said: "{quote}." The bag that {doer} came with is still standing where it was put down.',
    'After "{quote}" there is nothing left to settle but who goes first.',
  ],
  contempt: [
    '"{quote}" was loud enough to be heard farther off; somebody there stops talking.',
    'The tone of it, more than "{quote}", makes a stranger look over and quickly away again.',
    'With "{quote}" the {topic} is no longer about the {topic}.',
    'Somebody within hearing laughs, out of embarrassment, and then does not. "{quote}" cannot be passed off as a joke now.',
    'A call comes in on the phone of {receiver}, rings out, and "{quote}" is still the last thing said.',
    'Nobody has contradicted "{quote}" yet, and it is getting late to.',
  ],
  criticism: [
    '"{quote}": put like that, it asks for an answer about more than tonight.',
    'The phone of {doer} lights up with a message from somebody who wants to know how it is going.',
    'It is not the first time that "{quote}" has been said between them, and {receiver} has been handed the next line.',
    'Somebody comes up with a question about the {topic}, sees the two faces, and says it can wait.',
    'What began with the {topic} has arrived at "{quote}".',
    '"{quote}" stands there, and the time they have for this is running out.',
  ],
  withdrawal: [
    'With that, {object} is between them and the {topic} has not moved an inch.',
    'The clock says that ten minutes have gone, and nothing has been decided about the {topic}.',
    'A message arrives for both at once: somebody needs an answer about the {topic} by tonight.',
    'The phone of {receiver} rings, and stops. There is still room to say something, and it is {receiver} who has it.',
    'Somebody puts their head in, asks whether everything is all right, and gets no answer from {doer}.',
    'The next thing that was planned for this hour is about to begin, and the {topic} is where it was.',
  ],
  repair: [
    '"{quote}" has been said, and it was not made to sound like less than it was.',
    'There is time, for once: the call that was to come now has been put off by an hour.',
    'For the first time since this began, the {topic} can be seen from the other side.',
    'Somebody who had been listening without meaning to gets up and leaves them alone with it.',
    'What {doer} has offered lies there and can be taken up or left.',
    'The way back is open after "{quote}", if only as far as the next sentence.',
  ],
  warmth: [
    'Whoever is near by takes them for two people who have had a good day.',
    '"{quote}" changes what can be said next; the {topic} is suddenly the smaller part of it.',
    'The phone of {doer} shows a message from the one who had asked about the {topic}: no hurry after all.',
    'With {object} out of the way there is room for what they came for.',
    'A stranger asks whether the two could do with a photograph, and holds out a hand for the phone.',
    'It would be easy now to let the {topic} go, and as easy to settle it.',
  ],
  plain: [
    '"{quote}" can be taken in more than one way, and the {topic} hangs on which.',
    'The other people this concerns will want to know tonight; one of them has just written to ask.',
    'That leaves {object}, and the {topic}.',
    'So far it has been about the practical side of the {topic}. The other side is next.',
    'Somebody calls to say that they will be there sooner than planned: in a quarter of an hour.',
    'There is one question left about the {topic}, and it is the one that has been gone round.',
    'It turns out that the {topic} cannot wait until next week; the answer is wanted today.',
  ],
};

/** How scenes close, by the kind of the last move. Each ends the scene in place and time and settles nothing. */
export const CLOSINGS: { readonly [Kind in MoveKind]: readonly string[] } = {
  ending: [
    'A door, and then the sound of it. What "{quote}" leaves behind can be carried in two hands.',
    'It is said, and the hour is over. Nobody has set a date for anything.',
  ],
  contempt: [
    '"{quote}" is the last thing said here. Then the time is up, and what was to come next begins without anything having been settled.',
    'Somebody calls for one of them from farther off. "{quote}" stays unanswered.',
    'The lights go up, or the day ends; either way it is over for now, at "{quote}".',
  ],
  criticism: [
    'With that the hour is up. The {topic} goes with them, unsettled.',
    'It is interrupted there: somebody is waiting for them and has waited long enough.',
    '"{quote}" is as far as it gets today. Others come in, and the talk is of other things.',
  ],
  withdrawal: [
    'That is where it stops. A little later the place is empty and {object} is still there.',
    'The rest of the hour goes by with other things, and then it is over.',
    'Somebody comes to fetch them, and the {topic} is left lying.',
  ],
  repair: [
    'It has grown late meanwhile. The last of the others say good night, and the place closes round the two of them.',
    'There is no more time for it today; it ends here, on "{quote}".',
    'The hour is over, and nobody has had to raise a voice in the last of it.',
  ],
  warmth: [
    'Outside, the street lamps are on by then. The evening ends without another word about the {topic}.',
    'So it ends for today, later than either had planned.',
    'The last thing to be seen is {object}, and then the light goes out.',
  ],
  plain: [
    'There is no more to it than that today. The hour ends, and the next thing begins.',
    'Somebody needs the place they are in, and it breaks off there.',
    'It is left at that; a day comes to its end like other days.',
  ],
};
