import type { ToneKind } from '@entente/relationship/offline';

type PartKind = ToneKind | 'told' | 'none';

/** Beginnings of a sentence about the other one's part; a quotation or a full stop follows. */
export const THEIR_PART: { readonly [Kind in PartKind]: readonly string[] } = {
  repair: ['{other} came towards me', '{other} tried to mend it', '{other} owned up to it', '{other} said sorry, in plain words'],
  validation: ['{other} heard me', '{other} saw my side of it', '{other} took it in and said so'],
  warmth: ['{other} was good to me', '{other} was close to me and warm', '{other} reached for me'],
  humour: ['{other} made a joke of it, a kind one', '{other} made me laugh', '{other} took the weight off it with a joke'],
  conflict: ['{other} was loud', '{other} went for me', '{other} was furious'],
  criticism: ['{other} held it against me', '{other} found fault with all I am', '{other} had a list of my failings'],
  contempt: ['{other} looked down on me', '{other} was scornful', '{other} made me feel small'],
  defensiveness: ['{other} would not have any part in it', '{other} fended it all off', '{other} took it as an attack'],
  withdrawal: ['{other} shut me out', '{other} turned away from it', '{other} would not talk'],
  clinging: ['{other} wanted to hear that we are all right', '{other} held on to me', '{other} was afraid to lose me'],
  ending: ['{other} ended it', '{other} said that it was over'],
  told: ['{other} told me something that I had not known'],
  none: ['{other} spoke about {topic}', '{other} said it straight', '{other} did not go round it'],
};

/** Beginnings of a sentence about one's own part. */
export const OWN_PART: { readonly [Kind in PartKind]: readonly string[] } = {
  repair: ['I tried to make it right', 'I apologised', 'I owned up to my part', 'I reached out, and said so'],
  validation: ['I told {other} that I see it', 'I listened and said so', 'I gave {other} that point'],
  warmth: ['I let {other} feel what I feel', 'I was warm with {other}', 'I reached for {other}'],
  humour: ['I made a joke of it', 'I tried to be funny about it', 'I joked, as I do'],
  conflict: ['I lost my temper', 'I was loud', 'I went for {other}'],
  criticism: ['I told {other} what I hold against them', 'I brought out my whole list', 'I blamed {other}'],
  contempt: ['I was scornful', 'I looked down on {other} and let it show', 'I was cruel about it'],
  defensiveness: ['I defended myself', 'I fended it off', 'I would not take the blame'],
  withdrawal: ['I kept out of it', 'I turned away', 'I went quiet', 'I would not talk about it'],
  clinging: ['I begged to hear that we are all right', 'I held on to {other}', 'I could not let it rest and asked'],
  ending: ['I ended it', 'I said that it was over'],
  told: ['I told {other} what I had kept to myself'],
  none: ['I said what I thought', 'I said it plainly', 'I answered as well as I could'],
};

/** Thoughts after a scene. */
export const AFTERWARDS = {
  good: [
    '{other} met me half-way, and I noticed how much I had been braced for the opposite.',
    'It went better than I had any right to expect.',
    'For a while I forgot to be careful, and nothing bad came of it.',
    '{topic} is still there, but it is on the outside now and not between us.',
    'I saw {other} make an effort, and it was for me.',
    'Something in me that had been standing for weeks has sat down.',
    'We were kind to each other, which sounds like little.',
    'I was not alone with {topic}, and I felt it in my shoulders.',
    'That was us as I like us.',
  ],
  mixed: [
    'Nothing was settled, and still something moved.',
    'We were both careful. Careful is not the same as close.',
    'I do not know what {other} made of it, and I notice that I did not ask.',
    'It could have gone either way, and I am not sure that it has gone yet.',
    'It was about {topic}, and then again it was not.',
    'Half of it was good, and the other half is what I keep hearing.',
    '{other} and I say the same words and mean different days.',
    'It did not quite meet, what I meant and what {other} heard.',
    'It was an ordinary scene of ours, and I cannot say that it pleased me.',
  ],
  bad: [
    'I keep hearing how {other} said it.',
    'We have become good at hurting each other quickly.',
    'It was small, and it was the same thing as always, and that is what makes it large.',
    'It was never about {topic}. It was about who is allowed to be tired.',
    'I looked for the person I know and found somebody who keeps accounts. Perhaps I am one, too.',
    'There is always a moment at which one could turn it round, and it is always over.',
    'I am not even angry any more, which is worse.',
    'I do not like what {topic} brings out in us.',
  ],
  cold: [
    'I was alone in it again, with {other} an arm away.',
    'I asked something, and the answer was the back of a head.',
    'I do not know what goes on in {other}, and {other} likes it that way.',
    'One can shut a door without touching it, and {other} knows how.',
    '{topic} is where it was, only colder.',
    'It would have taken one word, and {other} kept it.',
    'I have talked to myself today, with a witness.',
  ],
  closed: [
    '{other} was there, and I was not.',
    'I could have said something, and I looked for the way out.',
    'I kept it all to myself, and {topic} as well.',
    'I was asked, and I was somewhere else.',
    'I have got away again, from what I could not say.',
    '{other} deserved an answer. I did not have one I could bear to give.',
    'It went quiet, and I was the one who made it so.',
  ],
  over: [
    'It is over. I say it aloud in the empty room to hear how it sounds.',
    'So that was that, and it took less time than choosing a chair.',
    'I had thought that the end would be louder.',
    'We are done, and I have not yet found out what I feel.',
    'Somebody had to say it, and it has been said.',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Direction in which a scene moved this person: closer, nowhere, harder or away. */
export const LEANINGS: {
  readonly [Feeling in keyof typeof AFTERWARDS]: Readonly<Record<'secure' | 'anxious' | 'avoidant', readonly string[]>>;
} = {
  good: {
    secure: [
      'I have come a step closer, and I do not mind who knows.',
      'I trust this more than I did yesterday.',
      'I would do it again like that.',
      'I want to say the good things aloud while they are true.',
      'I feel at home in it.',
    ],
    anxious: [
      'I want to believe it, and for an hour I do.',
      'I have stopped listening for the door, at least for now.',
      'It scares me how much I need more of it.',
      'I came closer and was not sent away. I count that.',
      'If it is gone tomorrow I will have had it.',
    ],
    avoidant: [
      'I did not look for the exit once. I notice it only now.',
      'I let {other} see a little more than I had planned.',
      'It was close, and I was not crushed.',
      'I stayed. That is more than I usually do.',
      'I like {other} near, as long as I do not think about it.',
    ],
  },
  mixed: {
    secure: [
      'I stand where I stood, with a little more patience than before or a little less.',
      'I will ask when it is quieter.',
      'I can live with that for a while, not for ever.',
      'Nothing in me has shifted, and that is all right.',
      'I would like more than this, and I know it.',
    ],
    anxious: [
      'I go over every word of it, and it comes out different each time.',
      'I am no further, only more awake.',
      'I would give a lot to know what {other} tells other people about me.',
      'I have decided nothing; I only wait.',
      'I made it larger than it was, because then at least it had a size.',
    ],
    avoidant: [
      'I have gone back to where it is quiet.',
      'I kept my distance, and nobody fell over.',
      'It is easier alone. I do not say better.',
      'I could have said more. I did not want to.',
      'I stay where I am: near enough, and no nearer.',
    ],
  },
  bad: {
    secure: [
      'I have grown harder about it, and I do not like that.',
      'I will not pretend that this did not happen.',
      'There is a limit, and I have seen it from close by.',
      'I still want this, but not at any price.',
      'For the first time I have thought of going, calmly.',
    ],
    anxious: [
      'I am afraid, and I am angry that I am afraid.',
      'I will hold on tighter, I know myself, and it will make it worse.',
      'I begin to hate how much I need this.',
      'If {other} goes, I want to have gone first.',
      'I will not show that again, not to {other}.',
    ],
    avoidant: [
      'I have drawn the bridge up. It takes no effort any more.',
      'I think of a room with one chair.',
      'I do not want to be reached.',
      'I am on my way out, and my coat is the last to know.',
      'I have stopped expecting anything, and that is restful.',
    ],
  },
  cold: {
    secure: [
      'I will ask once more, and then I will leave it.',
      'I do not take it as the last word, but I have heard it.',
      'My patience is real, and it is not endless.',
      'I have moved a little away myself, to keep warm.',
      'I still think that we can talk. I thought so more firmly before.',
    ],
    anxious: [
      'I will not sleep until {other} has said something.',
      'I would have taken anything, even a quarrel.',
      'Something in me has begun to pack, out of fear.',
      'I want to knock and knock.',
      'I hate how I wait.',
    ],
    avoidant: [
      'Good. Then neither of us has to.',
      'We are two closed doors in one corridor.',
      'It suits me, and it frightens me how well.',
      'I will not be the one who knocks.',
      'I have stopped minding. I think.',
    ],
  },
  closed: {
    secure: [
      'That is not like me, and I will say so when I can.',
      'I needed the quiet. I could have said that I need it.',
      'I am not proud of it, and not sorry yet either.',
      'I know where I stand; {other} cannot know it.',
      'There was less patience in me than I had thought.',
    ],
    anxious: [
      'I wanted to be followed, and I made it impossible.',
      'If I say nothing nothing can be used against me.',
      'I was so afraid of the wrong word that I hid behind the small ones.',
      'I am ashamed, and I will pretend that I am tired.',
      'Now {other} will think that I do not care, of all things.',
    ],
    avoidant: [
      'It was the only way I know.',
      'I am where it is quiet, and I have nothing to complain about.',
      'I feel better. That is the trouble with it.',
      'One day {other} will stop waiting, and I will have seen it coming.',
      'I owe nobody my insides.',
    ],
  },
  over: {
    secure: [
      'It hurts, and it is right that it hurts.',
      'I will be all right, though not tonight.',
      'I do not regret that I tried.',
    ],
    anxious: [
      'I do not know who I am when nobody waits for me.',
      'Everything in me wants to call.',
      'I have been left, and I knew it all along.',
    ],
    avoidant: ['I feel light, and I do not trust it.', 'It is quiet. I wanted it quiet.', 'I will not talk about it to anybody.'],
  },
};

/** Traits of the other one that a scene showed. */
export const OF_OTHER: { readonly [Kind in ToneKind]: readonly string[] } = {
  repair: [
    '{other} can say sorry without being forced to.',
    '{other} comes back after a quarrel.',
    '{other} takes a word back when it was wrong.',
  ],
  validation: ['{other} can listen without defending anything.', '{other} sees my side when I say it plainly.'],
  warmth: ['{other} shows affection when it counts.', '{other} is tender when nobody asks for it.', '{other} stands by people.'],
  humour: ['{other} jokes when things get heavy.', '{other} can laugh at a bad moment.'],
  conflict: ['{other} gets loud when cornered.', '{other} goes on the attack when hurt.'],
  criticism: ['{other} keeps a list and brings it out.', '{other} turns one mistake into a whole character.'],
  contempt: ['{other} can be scornful.', '{other} looks down on people when angry.', '{other} knows how to make one feel small.'],
  defensiveness: ['{other} finds it hard to be in the wrong.', '{other} hears an attack in a question.'],
  withdrawal: [
    '{other} goes quiet when it gets close.',
    '{other} leaves the room, with or without walking.',
    '{other} does not talk when pressed.',
  ],
  clinging: ['{other} needs to hear it again and again.', '{other} is afraid of being left.'],
  ending: ['{other} means it when {other} says that it is over.', '{other} can leave.'],
};
