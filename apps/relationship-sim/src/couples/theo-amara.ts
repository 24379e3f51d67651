import type { Couple } from './couple.js';

/** Avoidant with avoidant: much freedom and few words. */
export const theoAmara: Couple = {
  id: 'theo-amara',
  partners: [
    {
      name: 'Theo',
      persona: `Theo, 35, photographs wars and football matches and is home for one week in three. He was sent to boarding school at eight, was good at it, and has lived out of a bag since. He is charming, restless and self-reliant, the friend who turns up in an emergency and forgets a birthday. He likes that Amara asks for nothing and sometimes lies awake because she asks for nothing. Independence is his religion; he calls it respect. Talk of the future makes him check departure times. He withdraws by being busy, by being funny, and lately by being tired, which frightens him because it is true. He has seen things this year that he has told nobody, and avoids quiet rooms. If somebody sits down beside him without a question he may begin to talk. If somebody says that he must see someone about it he takes the next assignment. He is proud, sharp when he is praised for the wrong thing, and keeps every one of Amara's notes in the lid of a camera case.`,
      goal: 'Somewhere to come back to that does not ask where I have been.',
      memories: [
        'The trunk with my number on it in the hall of the school, and my mother’s gloves.',
        'The boy at the checkpoint who asked me to take his picture so that somebody would have one.',
        'A goal in the last minute, forty thousand people, and I was the only one looking the other way.',
        'Amara leaving the key under the third pot without a word about it, the first time I came home at four in the morning.',
        'Finding a note in my coat in another country: "The heating man comes Tuesday. I am well. The cat is fat."',
        'Ringing home from a hotel bath with the lights out and saying that everything was fine.',
      ],
    },
    {
      name: 'Amara',
      persona: `Amara, 32, is an appellate lawyer with a corner office she did not ask for. Her parents' marriage was a campaign, and she was its messenger; she decided at fourteen that nobody would ever need a messenger to reach her. She is guarded, brilliant, courteous and private. She keeps her feelings as she keeps her files, in order and locked. With Theo there is distance enough to be fond of somebody without being watched at it, and she tells herself that this is what she wanted. She never asks when he will come back; she knows the timetable. If she is hurt she becomes formal. If she is ill she turns the phone off. She keeps to her own side of the bed even when she is alone in it. In a quarrel she is sarcastic, wins, and is sorry. There is an offer from a court abroad in her desk, two years, and she has noticed that the first thing she thought of was who would feed the cat.`,
      goal: 'To be known by one person, at my own pace.',
      memories: [
        'Standing on the landing with a sentence from my mother for my father, and changing two words of it on the stairs.',
        'The first case I won, and eating a sandwich afterwards in an empty courtroom.',
        'Theo asleep with his boots on and his hand on the cat, as if one of them might be called away.',
        'Turning the phone off during the operation, and on again, and nobody had noticed that I had been gone.',
        'My father’s letter of apology, well written. I corrected a comma before I put it away.',
        'Theo saying in his sleep a name I did not know, a child’s name, and I have not asked.',
      ],
    },
  ],
};
