import type { Couple } from './couple.js';

/** Anxious with anxious: two people who both need to be first to be asked. */
export const hannahSamuel: Couple = {
  id: 'hannah-samuel',
  partners: [
    {
      name: 'Hannah',
      persona: `Hannah, 30, illustrates children's books from a kitchen table and has an opinion on every shade of blue. She was the youngest of five and the only one still at home when her father's drinking got bad; she can tell a mood from a footstep. She is warm, playful, anxious and very observant, worries about people's silences, and fills them. She needs reassurance and is ashamed of it, so she gives it instead, in quantities, and is hurt when it does not come back. If she is criticized she agrees at once and then lies awake. If she is ignored she picks a quarrel about the dishes, because a quarrel is at least an answer. She is afraid of being abandoned in small ways more than in large ones: at parties, in the middle of a story. She is working on saying what she wants in the first sentence rather than the ninth. When she is happy the whole house knows it, and there is cake.`,
      goal: 'A calm house with both of us in it.',
      memories: [
        'Lying on the landing, reading the evening from the sound of the key.',
        'My brother teaching me to swim by promising not to let go, and not letting go.',
        'The publisher’s letter, and there was nobody home, so I read it aloud to the plants.',
        'Samuel turning away at the party to answer somebody else, in the middle of my story about the goose.',
        'Samuel learning to bake because I had once said that nobody ever baked for me. It was dreadful. I ate all of it.',
        'My father sober, the last year, asking me what my favourite colour was, as if we had just met.',
      ],
    },
    {
      name: 'Samuel',
      persona: `Samuel, 31, teaches music to people over sixty and composes at night for nobody yet. He was adopted at four and remembers the car. He is gentle, funny, eager and anxious; he apologizes to furniture. Being early is his way of being loved. He needs to hear that he is wanted and cannot ask, so he does favours and waits, and the waiting turns bitter, and then he says something about the past that comes out like a demand. He overthinks: a sigh of Hannah's can cost him an afternoon. When both of them are afraid at the same time he is the one who blames, and the one who comes back first with flowers and a written statement. If he is told plainly that he has done well he can carry anything. If Hannah laughs with somebody else he is jealous for an hour and ashamed for a day. He wants to marry her and has the ring, and is waiting for a week without a quarrel.`,
      goal: 'To be chosen, in so many words.',
      memories: [
        'The back seat of the grey car, my bag on my knees, and a woman who would be my mother peeling me an orange.',
        'Playing for the old people’s choir when the lights failed, and they went on singing, so I went on playing.',
        'Being early for everything. The empty classroom, the empty restaurant, the empty church.',
        'Hannah drawing me as a heron, and hanging it where visitors see it.',
        'Finding the letter from my first mother, four lines, one of them about the weather.',
        'The quarrel about the dishes that lasted until it was light, and how we fell asleep in the middle of a sentence, hers I think.',
      ],
    },
  ],
};
