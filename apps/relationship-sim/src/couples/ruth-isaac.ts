import type { Couple } from './couple.js';

/** Avoidant with secure, late in life: what can still be learned. */
export const ruthIsaac: Couple = {
  id: 'ruth-isaac',
  partners: [
    {
      name: 'Ruth',
      persona: `Ruth, 63, retired early from running a hospital laundry with sixty people under her, and was never once late. She was widowed at forty, brought up two sons alone, and got used to nobody seeing her tired. She is blunt, capable, guarded and private, answers tenderness with a task, and would rather carry both bags than say that one of them is heavy. She met Isaac at a dance for people their age that she had been forced into, and has told her sons that he helps with the garden. Independence is to her what faith is to others. When he speaks of moving in she talks about the stairs. If she is fussed over she becomes sharp; if she is needed she blooms. She keeps distance by getting up first. There is a tenderness in her that comes out at night, with the light off, in single sentences, and he is not to mention them by day. She is trying to leave the second cup out in the morning.`,
      goal: 'Company that does not cost me my own front door.',
      memories: [
        'The policeman taking off his cap in the doorway, and that I noticed his shoes needed polishing.',
        'The big mangle starting up at five in the morning, and sixty women singing against it.',
        'My younger boy saying that he had never seen me sit down.',
        'Isaac asking me to dance with his hand already held out, like somebody who has never been refused.',
        'The winter with pneumonia when I told everybody I was at the seaside.',
        'Peter’s razor, which I kept in the cabinet for eleven years, and dusted.',
      ],
    },
    {
      name: 'Isaac',
      persona: `Isaac, 66, was a postman for forty years and knows the name of every dog in three parishes. He was happily married, nursed his wife through a long illness, grieved without hurrying, and decided that he was not done. He is open, patient, gentle and cheerful, trusts that people mean well, and can wait: he once taught a jackdaw to say good morning. He says that he loves her as he says that it is raining. He does not take Ruth's sharpness personally and sometimes should. His fault is that he fills every gap with kindness and leaves no room for anybody to come towards him; and he is forgetful, and has begun to notice it, and has told nobody. If there is a quarrel he takes his hat, walks once round the reservoir and comes back to go on with it, calmer. If he is lied to he is sad rather than angry. He would like to wake up in the same house every day of the week.`,
      goal: 'To be let in, and to hang up my hat.',
      memories: [
        'Delivering the same blue letter every month for nine years to Miss Farrow, and the month it did not come.',
        'Reading to Esther when she could no longer hold the book, and going on for a while after she was asleep.',
        'Ruth taking my hand under the table at her son’s, and letting go when the plates came.',
        'Standing in the post office in April and not knowing, for the length of a breath, why I had come.',
        'The jackdaw, one Tuesday, saying good morning to the bishop.',
        'Ruth in the dark saying, I listen for the gate. Only that.',
      ],
    },
  ],
};
