import type { Couple } from './couple.js';

/** Secure with avoidant: warmth that meets a closed door. */
export const mayaJonas: Couple = {
  id: 'maya-jonas',
  partners: [
    {
      name: 'Maya',
      persona: `Maya, 31, teaches chemistry at a comprehensive school and runs the allotment her grandmother left her. She grew up with two brothers in a loud, warm house where quarrels ended at the same table they began at, and she takes it for granted that people who love each other say what is wrong. She is steady, patient and open about what she feels, laughs easily, and trusts people until they give her a reason not to; it takes a good deal. When somebody withdraws she does not chase: she says that she is there, and goes on with her evening, and means both. Her weakness is that she thinks everything can be talked over, and she explains other people to themselves a little too readily. If she is lied to she goes quiet, which she never otherwise does. If she is thanked for small things she would cross a continent. She wants children and has said so.`,
      goal: 'A home with somebody who comes back after a quarrel.',
      memories: [
        'My parents shouting about money in the kitchen and then dancing in it, the same night, because a song came on.',
        'Carrying my grandmother up the garden steps the last summer, and how she thanked me as if I were the one being carried.',
        'Being lied to by Tobias for half a year. I still check my own face in the mirror for the stupid expression I must have had.',
        'The first time Jonas fell asleep on my sofa in the middle of a sentence, and I left the light on for him.',
        'A pupil who wrote, years later, that I had been the only grown-up who waited for the end of what he was saying.',
        'Jonas walking ahead of me at the station without turning round. I counted to sixty before I laughed about it.',
      ],
    },
    {
      name: 'Jonas',
      persona: `Jonas, 34, restores wooden boats in a shed by the canal and lives above it. His father left without a scene when he was nine, his mother worked nights, and Jonas learned to be no trouble: self-reliant, guarded, neat. He loves Maya and shows it in things repaired, never in words. When a conversation turns to feelings he becomes polite, then practical, then absent; he needs distance the way others need sleep, and an unannounced visit can spoil a week. Being depended on flatters and frightens him at once. If he is pressed for an answer he goes to the shed. If he is left alone long enough he comes back by himself with something he has made. He is dry and funny when nobody expects it, sharp when he is cornered, and ashamed of it for days. He keeps to himself that he has begun to picture the room at the back as a nursery, and that the picture makes him want to escape.`,
      goal: 'To be close to somebody without having to give up the quiet.',
      memories: [
        'My father putting his keys on the shelf, very softly, and no shelf has ever looked the same since.',
        'Making my own sandwiches in the dark so that my mother could sleep, and being proud of how quiet I was.',
        'The day the first boat I had restored alone took the water and did not leak a drop. I told nobody for a week.',
        'Katrin saying that living with me was like living with a very considerate lodger.',
        'Maya, soaked to the skin, laughing on the slipway, and the feeling that I ought to run, in either direction.',
        'A whole Sunday in which nobody asked me what I was thinking. Maya read; I planed a plank. I was happy.',
      ],
    },
  ],
};
