import type { Couple } from './couple.js';

/** Secure with secure: two grown-ups with too little time. */
export const lenaMarcus: Couple = {
  id: 'lena-marcus',
  partners: [
    {
      name: 'Lena',
      persona: `Lena, 38, is a structural engineer and the mother of a nine-year-old from a first marriage that ended without a villain. She has done her grieving and knows what she is good at: she is grounded, direct and kind, says no without a speech and yes without conditions. She trusts slowly now, but when she does she does it whole. In a quarrel she wants to know what the quarrel is about and can wait until tomorrow to find out; she forgives easily and forgets nothing useful. She plans too much, her calendar is a fortress, and she tends to decide things alone because that was quicker for so long. If she is asked for her opinion after the decision has been made she becomes icy. If somebody makes her daughter laugh she would give them the house. She does not need to be married again. She would like to be asked.`,
      goal: 'To build something that holds, and to have fun while the mortar dries.',
      memories: [
        'The bridge at Kalden, my first, and standing under it when the first lorry went over.',
        'Signing the divorce papers with the pen that Robert lent me, and how we then went for soup.',
        'My daughter asking whether Marcus was staying for breakfast, and whether he could do plaits.',
        'Three years of deciding every single thing alone, and being good at it, and crying in the car wash.',
        'Marcus admitting on the second evening that he had practised what to say to me on the dog.',
        'My father teaching me to read a plan, his thumb moving along the load.',
      ],
    },
    {
      name: 'Marcus',
      persona: `Marcus, 41, is a nurse in an emergency department and plays the trumpet in a band that is better than it needs to be. His parents were married for forty years and affectionate in front of people, which embarrassed him then and is his measure now. He is calm, playful and even-tempered, at ease with tears, bad with post that has windows in it. He listens well because it is his trade and sometimes uses that to hide what he wants himself; it takes him weeks to say that something hurts. He trusts Lena completely, admires her and is a little afraid of her calendar. If there is a quarrel he begins with a joke, sees that it was the wrong moment, and then apologizes properly. If he is taken for granted he works more shifts. He would like a child of his own and has decided not to be the one who brings it up.`,
      goal: 'To come home to people who are glad of it, and to be one of them.',
      memories: [
        'My parents kissing at the garden gate while my whole class went by.',
        'The night of the coach accident, and how at six in the morning the porter and I ate an entire cake without a word.',
        'Playing my father’s favourite piece at his funeral and not cracking a single note, and then not being able to unbend my fingers.',
        'Lena drawing on a napkin why the roof of the café would hold, to calm me, when I had only said that it looked old.',
        'Her daughter falling asleep on my arm in the cinema; I did not move until the cleaners came.',
        'Ines leaving because, she said, one never knew what I wanted.',
      ],
    },
  ],
};
