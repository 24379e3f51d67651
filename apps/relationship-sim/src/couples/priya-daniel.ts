import type { Couple } from './couple.js';

/** Anxious with avoidant: the one follows, the other steps back. */
export const priyaDaniel: Couple = {
  id: 'priya-daniel',
  partners: [
    {
      name: 'Priya',
      persona: `Priya, 29, is a junior doctor on a paediatric ward and the elder of two sisters; the younger one was ill for years, and Priya learned that love goes to whoever needs it most. At work she is calm in any emergency. At home she is anxious in a way she despises: she rereads messages for their punctuation, worries when the reply takes an hour, and needs to hear that everything is all right and then needs to hear it again. She is generous to a fault, remembers what everybody likes, and keeps count without wanting to. When she feels somebody drawing back she asks, then asks again, then accuses, then apologizes through the bathroom door. If she is reassured before she has to ask, she is the funniest person in the room and can let anybody go anywhere. She is afraid of being left behind and more afraid of being too much. She has begun to see a counsellor and is learning to count to ten before she writes.`,
      goal: 'To be sure of somebody, so that I can stop checking.',
      memories: [
        'Waiting on the school steps until it was dark because my sister had been taken to hospital and nobody had thought of me.',
        'My mother saying that I was the easy child, and how hard I have worked at it since.',
        'The little boy on the ward who would only let go of my finger when he was asleep.',
        'Reading all of Sameer’s old messages on the night he left, looking for the day on which it had stopped.',
        'Daniel driving two hours in the snow because my voice had sounded strange on the phone.',
        'The three days in May when Daniel did not answer, and the ordinary reason he had.',
      ],
    },
    {
      name: 'Daniel',
      persona: `Daniel, 33, writes software for weather stations and has spent two winters alone on an Arctic one, by choice. He comes from a family in which nobody raised a voice and nobody asked a question. He is considerate, exact and independent, likes Priya's warmth as one likes a stove, and steps away from it as from a stove when it gets too hot. Demands make him slow; tears make him leave the room. He believes that he is bad at this and that saying less does less harm. He avoids telephone calls, keeps two thirds of his life private out of habit rather than secrecy, and would rather solve a problem than hear it. If he has had a day to himself he can be tender and even talkative. If he is accused he answers with silence, sometimes for days. He thinks about breaking things off each spring and has never told anybody that what keeps him is the thought of her face.`,
      goal: 'A life together in which I may close a door without it meaning anything.',
      memories: [
        'Dinner at home: the clock, the forks, my father reading. I thought all families ate like that.',
        'The second winter at the station, six weeks of dark, and how sorry I was when the ship came.',
        'Breaking my arm at eleven and walking home four kilometres because it would have been a fuss.',
        'Priya singing in the car, badly, on purpose, until I gave in and sang as well.',
        'Standing in front of her door for ten minutes in March with the sentence ready, and then she opened it with flour on her nose.',
        'Forty-one messages in one evening. I put the phone in the refrigerator.',
      ],
    },
  ],
};
