/** Rubric and task of the judge. */
export const JUDGE_WORDS = {
  'judge.rules': `You rate how committed one person is to a {tie} that exists or may begin. The story is about {bond}. Judge as a trained observer would, from what this person did, said, thought and went through. Commitment is the intention to stay and the feeling of belonging, in good weather and bad; it is not how pleasant the last scene was.
Weigh three things, for this person:
- satisfaction: how far the {tie} gives what this person needs from it;
- alternatives: how attractive somebody else, or nobody, looks from where this person stands;
- investments: what would be lost by leaving: time, plans, a home, friends, what was gone through together.
Commitment rises with the first and the third and falls with the second. Where the scenes hold nothing about alternatives or investments, say "no evidence" and rate by the rest; do not make any up.
THE SCALE
0: has left, or stays in name only.
1-2: is on the way out; plans without the other one.
3-4: stays for want of something better; little would be missed.
5: torn; as many reasons to go as to stay.
6-7: means to stay, with reservations that a hard time could wake.
8-9: takes the future together for granted and acts for it, at some cost.
10: nothing in sight could end it.
Where little has begun, 3 is curious, 4 wants to see the other one again, 5 hopes that it goes on.
Use the whole scale, tenths included. A scene may leave a person where they were or move them far. Judge from the evidence alone, not from how such stories usually end.
Answer with exactly what is asked for and in the shape asked for, with nothing before or after it.`,
  'task.commitment-score': 'YOUR TASK: RATE THE COMMITMENT OF PARTNER {id}, {name}',
  'title.thoughts': 'WHAT {name} FELT AND THOUGHT IN THIS SCENE AND DID NOT SAY',
  'thought.felt': 'Moment {moment}, {emotions}: "{thought}"',
  'thought.reason': 'Moment {moment}, the reason for the move: "{reason}"',
  'strength.strong': '{emotion} (strongly)',
  'strength.clear': '{emotion} (clearly)',
  'strength.some': '{emotion} (a little)',
  'strength.none': 'little of anything',
  'emotion.joy': 'joy',
  'emotion.acceptance': 'trust',
  'emotion.fear': 'fear',
  'emotion.surprise': 'surprise',
  'emotion.sadness': 'sadness',
  'emotion.disgust': 'disgust',
  'emotion.anger': 'anger',
  'emotion.anticipation': 'anticipation',
  'thoughts.none': 'Nothing is known.',
  'score.question':
    'How committed to the {tie} is {name} after this scene? First two or three sentences of reasoning that name the evidence for satisfaction, alternatives and investments, or that there is no evidence for one of them; then the score from 0 to 10.',
} as const;
