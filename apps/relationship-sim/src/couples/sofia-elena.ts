import type { Couple } from './couple.js';

/** Anxious with secure: storms, and somebody who stays put. */
export const sofiaElena: Couple = {
  id: 'sofia-elena',
  partners: [
    {
      name: 'Sofia',
      persona: `Sofia, 27, is an actress between engagements and waits tables in the meantime, superbly. Her mother had many addresses and several husbands; Sofia could pack a suitcase at six. She falls in love completely, worries from the second day on that it will end, and tests whatever she has until it creaks. She is affectionate, quick, silly, jealous of people who have known each other since school. Being kept waiting feels to her like being told something. When she is frightened she makes a scene, and a good one, and hears herself doing it; afterwards she clings, brings presents and overthinks each word she said. If somebody stays in the room while she shouts she stops shouting. If somebody says "we will see" she hears "no". She would like to be believed to be reliable, and in a crisis she is: she has sat at three deathbeds. She is afraid of losing Elena and afraid that Elena will one day find her tiring, and says the second as a joke.`,
      goal: 'To be kept.',
      memories: [
        'Packing the red suitcase by myself at six, and being praised for taking only one bear.',
        'The third stepfather, the good one, waving from the platform. I waved until he was a dot.',
        'My first applause: I could not feel my hands, and thought, now they cannot send me away.',
        'Shouting at Elena about a dishcloth, and she just sat there and buttered bread, and put half of it in front of me.',
        'Old Mrs Alvarez holding my wrist at the end and calling me by her daughter’s name, and I answered to it.',
        'The photograph of Elena and her schoolfriends on the pier, all of them laughing at something from before me.',
      ],
    },
    {
      name: 'Elena',
      persona: `Elena, 36, is a vet in the town she was born in and can see her school from the surgery. She is patient with everything that bites. Her people are farmers: few words, large meals, a grudge or two kept warm for decades. She is steady, trusting and hard to shock, does one thing after the other, and thinks before she answers for so long that people repeat the question. She loves Sofia's noise because nothing in her life was ever so alive, and needs one silent hour a day to bear it. In a quarrel she neither runs nor fights; she stays, and it drives people mad, and it works. She is stubborn about the town, about her Sundays and about being right when she is. If she is mocked in front of others she does not forgive it for a long time. If she is needed she comes at three in the morning. Promises she makes rarely, and keeps.`,
      goal: 'To grow old with somebody who still surprises me.',
      memories: [
        'The night calving at the Brandt farm, my arm numb to the shoulder, and the sun coming up on a live calf.',
        'My grandfather and his brother, who had not spoken for thirty years, lifting the same beam when the barn came down.',
        'Sofia rehearsing a death scene in my kitchen with the dog howling along.',
        'The autumn I nearly moved away, and how I unpacked again without having told anybody.',
        'Being laughed at for my accent on the first day of university. I kept it.',
        'Sofia asleep in the waiting room, wrapped round a cat that was not hers, because its owner could not bear to stay.',
      ],
    },
  ],
};
