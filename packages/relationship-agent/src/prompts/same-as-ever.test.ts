import { createHash } from 'node:crypto';
import { createOfflineModel, nodeClock, type PromptCall } from '@entente/llm-clients';
import { byEmotion } from '@entente/relationship';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { offlineResponders } from '../offline/offline-responders.js';
import { agentPromptSamples } from './agent-prompt-samples.js';
import { appraiseMemoriesPrompt, appraisePrompt } from './appraise.js';
import { actPrompt, makeChoicesPrompt } from './choose.js';
import { reflectPrompt } from './reflect.js';

/*
 * Guards what old runs need to be replayed and resumed: the words and the reply shapes of prompts are part of a run's identity, and the
 * same seed has to give the same offline replies. A change of these digests plays old runs differently. It needs a new version of the
 * prompt and a line in the changelog.
 */
const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

test('prompts and reply shapes of the samples are the same as ever', () => {
  const digests = agentPromptSamples().map(({ label, messages, schema }) => [
    `${label.name} ${label.version}`,
    digestOf([messages, schema && z.toJSONSchema(schema, { io: 'input' })]),
  ]);
  expect(digests).toMatchInlineSnapshot(`
    [
      [
        "appraise 1",
        "c1045c3157d6",
      ],
      [
        "make-choices 1",
        "336fb22e58cd",
      ],
      [
        "make-choices 1",
        "69fea893c3b6",
      ],
      [
        "act 1",
        "0cb81980b392",
      ],
      [
        "reflect 1",
        "8cea2c273831",
      ],
      [
        "appraise-memories 1",
        "5306e32825d8",
      ],
    ]
  `);
});

const CHARACTERS = [
  'Steady, trusting, patient, kind.',
  'Anxious, worries, needs reassurance; sharp and proud.',
  'Guarded, independent, needs space alone; playful, learning to stay.',
  'Nothing is known.',
].flatMap((persona) => ['Ada', 'Zoltan'].map((name) => ({ name, persona })));
const before = ['Scene 1 with Cleo: Another time', 'Cleo: snap and shout', 'Scene 2 with Ben: Room for two', 'You want: to stay'];
const HISTORIES = [
  [],
  before,
  [...before, 'It rains.', 'Ben: hold hands and apologize', 'You feel strong joy and clear acceptance.'],
  [...before, 'Ben: snap, turn away and shut the door', 'They shout.', 'You: wait'],
  [...before, 'Ben: hold hands, then snap', 'They laugh.', 'Ben: shrug in silence'],
];
const APPRAISALS = [
  null,
  { emotions: byEmotion((emotion) => (emotion === 'fear' || emotion === 'anger' ? 0.9 : 0.2)), thought: 'Air.' },
  { emotions: byEmotion((emotion) => (emotion === 'joy' || emotion === 'anticipation' ? 0.6 : 0.4)), thought: 'Air.' },
];
const options = [
  { id: 'a', action: 'apologize and stay' },
  { id: 'b', action: 'snap and go' },
  { id: 'c', action: 'wait' },
];
const lived = CHARACTERS.flatMap((character) => HISTORIES.map((history) => ({ character, history })));
const CALLS: Readonly<Record<string, readonly PromptCall<unknown>[]>> = {
  appraisals: lived.map((each) => appraisePrompt.with(each)),
  choices: lived.flatMap((each) => APPRAISALS.map((appraisal) => makeChoicesPrompt.with({ ...each, appraisal }))),
  options: lived.map((each) => actPrompt.with({ ...each, question: 'Stay?', options })),
  reflections: lived.map((each) => reflectPrompt.with(each)),
  memories: CHARACTERS.map((character) =>
    appraiseMemoriesPrompt.with({ character, memories: ['They laughed together.', 'They shout and shut the door.', 'The sea.'] }),
  ),
};

test('the same seed gives the same offline replies as ever', async () => {
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const digests: Record<string, string> = {};
  for (const [name, calls] of Object.entries(CALLS)) {
    const replies: string[] = [];
    for (const { messages } of calls)
      for (let seed = 0; seed < 12; seed++) replies.push((await model.generate({ messages, sampling: { seed } })).text);
    digests[name] = digestOf(replies);
  }
  expect(digests).toMatchInlineSnapshot(`
    {
      "appraisals": "4d10b7d29f04",
      "choices": "b10a79b40bf5",
      "memories": "e5cfe5e5ff79",
      "options": "7e21ee11f2a2",
      "reflections": "9fb513598efb",
    }
  `);
});
