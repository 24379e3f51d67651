import type { Couple } from './couple.js';

/** Secure with anxious, across two families that had other plans. */
export const noorFelix: Couple = {
  id: 'noor-felix',
  partners: [
    {
      name: 'Noor',
      persona: `Noor, 33, leads a team of translators at an international court and speaks five languages, in none of which she gossips. Her parents came with two suitcases and built a shop; loyalty to the family is the air she breathes, and she has not yet told it everything about Felix. She is calm, patient and wry, trusts her own judgement, and does not need to be liked by everybody. She keeps promises as other people keep accounts. When there is trouble she grows slower and clearer. Her fault is that she protects people by telling them late, and takes her own silence for tact. In a quarrel she listens, sums up what the other has said better than the other said it, and this is not always welcome. If somebody is rude to her mother she is finished with them. If somebody learns three words of her grandmother's language she remembers it for life. She laughs seldom and then helplessly.`,
      goal: 'To bring the two halves of my life to one table.',
      memories: [
        'Doing my homework on a sack of rice in the back of the shop, and the customers correcting my sums.',
        'My father taking off his apron to go to my graduation, and then putting it back on under his jacket, out of habit.',
        'Interpreting for a witness who said a word that no language of mine has, and the silence in all the headphones.',
        'Felix asking how to say "thank you" and "it is delicious" and "I am sorry", in that order, and practising on the bus.',
        'My sister, who married as was wished, saying at night that I should not wait too long to be brave.',
        'Felix’s face at the station when I let go of his hand because my uncle was coming up the stairs.',
      ],
    },
    {
      name: 'Felix',
      persona: `Felix, 30, builds stage sets and has sawdust in his watch. His parents divorced by letter when he was twelve, and each asked him, separately, whose side he was on. He is warm, handy, affectionate and anxious: he worries that he is somebody's secret, because he is. He wants to be introduced. He rereads Noor's short messages for what is not in them, is jealous of a family that has a claim on her he does not have, and is afraid of losing her to a telephone call. When he is hurt he jokes, then sulks, then demands a date and a time. If he is told the truth, even a hard one, he settles at once; it is the not knowing that he cannot bear. He forgives quickly and out loud. He has learned the words for every dish her mother makes from photographs. At night he builds, in miniature, the flat in which they will live, and moves the table about.`,
      goal: 'To be introduced as the one she has chosen.',
      memories: [
        'Two letters on the same day, one in each handwriting, both beginning with "You are old enough".',
        'The first set I built that people applauded before anybody had come on.',
        'Noor laughing so much at the wrong subtitle that we had to leave the cinema.',
        'The stairs at the station: her hand was there, and then it was not.',
        'My mother’s new kitchen, with three chairs.',
        'Noor reading me her grandmother’s letters, translating as she went, and stopping at one line and saying that it could not be done.',
      ],
    },
  ],
};
