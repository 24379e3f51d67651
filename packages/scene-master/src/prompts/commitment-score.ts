import { definePrompt } from '@entente/llm-clients';
import type { ByPartner, Character, CommitmentJudgement, CommitmentQuestion } from '@entente/relationship';
import { z } from 'zod';
import { coupleText, sceneLines } from './director-messages.js';

const RULES = `You rate how committed one partner is to a relationship, as a trained observer would, from what that partner did, thought and went through. Commitment is the intention to stay and the feeling of belonging, in good weather and bad; it is not how pleasant the last scene was.
Weigh three things, for this partner:
- satisfaction: how far the relationship gives what this person needs from it;
- alternatives: how attractive somebody else, or nobody, looks from where this person stands;
- investments: what would be lost by leaving: time, plans, a home, friends, what was gone through together.
Commitment rises with the first and the third and falls with the second. Read deeds through attachment: somebody anxious may protest because the bond matters, somebody avoidant may care and step back; somebody secure means it more or less as it looks.
THE SCALE
0: has left, or stays in name only.
1-2: is on the way out; plans without the other one.
3-4: stays for want of something better; little would be missed.
5: torn; as many reasons to go as to stay.
6-7: means to stay, with reservations that a hard time could wake.
8-9: takes the future together for granted and acts for it, at some cost.
10: nothing in sight could end it.
Use the whole scale, tenths included. One scene seldom moves a person by more than a point and a half. Judge from the evidence alone, not from how such stories usually end.
Answer with exactly what is asked for and in the shape asked for, with nothing before or after it.`;

const schema: z.ZodType<CommitmentJudgement> = z.object({
  reasoning: z.string().trim().min(1).max(3000),
  score: z.number().min(0).max(10),
});

/** Asks the judge how committed one partner is after a scene; each partner has a call of its own. */
export const commitmentScorePrompt = definePrompt<
  { readonly partners: ByPartner<Character>; readonly question: CommitmentQuestion },
  CommitmentJudgement
>({
  name: 'commitment-score',
  version: '1',
  schema,
  render: ({ partners, question }) => {
    const { partner, thoughts, scene, opening, story, transcript } = question;
    const told = [
      'EARLIER SCENES',
      ...(story.length > 0 ? story : ['None.']),
      '',
      ...sceneLines(partners, scene, opening),
      ...transcript,
    ];
    const { name } = partners[partner];
    const unspoken = thoughts.length > 0 ? thoughts.join('\n') : 'Nothing is known.';
    return [
      { role: 'system', parts: [{ kind: 'stable', text: `${RULES}\n\n${coupleText(partners)}` }] },
      {
        role: 'user',
        parts: [
          { kind: 'history', text: told.join('\n') },
          {
            kind: 'tail',
            text: `YOUR TASK: RATE THE COMMITMENT OF PARTNER ${partner}, ${name}\nWHAT ${name} FELT AND DID NOT SAY IN THIS SCENE\n${unspoken}\n\nHow committed to the relationship is ${name} after this scene? First two or three sentences of reasoning that name evidence for satisfaction, alternatives and investments, then the score from 0 to 10.\nAnswer as JSON: {"reasoning": string, "score": number}`,
          },
        ],
      },
    ];
  },
});
