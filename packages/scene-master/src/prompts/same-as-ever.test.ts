import { createHash } from 'node:crypto';
import { createOfflineModel, nodeClock, type PromptCall } from '@entente/llm-clients';
import type { Stage } from '@entente/relationship';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { offlineResponders } from '../offline/offline-responders.js';
import { scenarioFor } from '../scenarios/scenario.js';
import { SCENARIOS } from '../scenarios/scenarios.js';
import { commitmentScorePrompt } from './commitment-score.js';
import { generateContextPrompt, progressPrompt, summarizePrompt } from './direct-scene.js';
import { directorPromptSamples } from './director-prompt-samples.js';
import { initializePrompt, nextScenePrompt } from './open-scene.js';

/*
 * Guards what old runs need to be replayed and resumed: the words and the reply shapes of prompts are part of a run's identity, and the
 * same seed has to give the same offline replies. A change of these digests plays old runs differently. It needs a new version of the
 * prompt and a line in the changelog.
 */
const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

test('prompts and reply shapes of the samples are the same as ever', () => {
  const digests = directorPromptSamples().map(({ label, messages, schema }) => [
    `${label.name} ${label.version}`,
    digestOf([messages, schema && z.toJSONSchema(schema, { io: 'input' })]),
  ]);
  expect(digests).toMatchInlineSnapshot(`
    [
      [
        "initialize 1",
        "89194b7423e8",
      ],
      [
        "next-scene 1",
        "3c85f4b3fd9c",
      ],
      [
        "generate-context 1",
        "96c3d08cfb05",
      ],
      [
        "progress 1",
        "88aa8f702432",
      ],
      [
        "progress 1",
        "a7d4d3802479",
      ],
      [
        "summarize 1",
        "42b37393dff0",
      ],
      [
        "commitment-score 1",
        "3195bb07293d",
      ],
    ]
  `);
});

const partners = {
  A: { name: 'Ada', persona: 'Ada is loyal, patient and devoted to her family.' },
  B: { name: 'Ben', persona: 'Ben is guarded, restless and free.' },
};
const opening = {
  ...{ category: 'c', turningPoint: 'rise of the rent', scenario: 's', theme: 't', setting: 'The kitchen.', others: [] },
  ...{ situation: 'A letter lies there.', conflict: 'One would move.', goals: { A: 'to stay', B: 'to go' } },
};
const STORIES = [
  [],
  ['Scene 1 (first date): They met and laughed together.'],
  ['Scene 1 (first date): They met, laughed, thanked and quarrelled.', 'Scene 2 (rent): They laughed, snap and are silent.'],
  ['Scene 1 (first date): They met in silence.', 'Scene 2 (rent): They snap and part, silent.'],
];
const TRANSCRIPTS = [
  [],
  ['It rains.'],
  ['It rains.', 'Ada: wait'],
  ['It rains.', 'Ada: apologize to Ben', 'So.', 'Ben: hold Ada'],
  ['It rains.', 'Ben: snap at Ada', 'So.', 'Ada: turn away'],
  ['It rains.', 'Ben: hold Ada, then snap and shrug', 'So.'],
];
const THOUGHTS = [[], ['strong joy', 'clear acceptance', 'strong anger'], ['clear fear', 'strong sadness']];

const stages: readonly Stage[] = STORIES.flatMap((story) =>
  TRANSCRIPTS.map((transcript) => ({ scene: story.length + 1, story, opening, transcript })),
);
const CALLS: Readonly<Record<string, readonly PromptCall<unknown>[]>> = {
  openings: STORIES.flatMap((story, index) =>
    SCENARIOS.filter((_, at) => at % 15 === index).map((each) => {
      const scenario = scenarioFor(each, { A: 'Ada', B: 'Ben' });
      const input = { partners, story, scene: story.length + 1, scenario };
      return story.length === 0 ? initializePrompt.with(input) : nextScenePrompt.with(input);
    }),
  ),
  contexts: [generateContextPrompt.with({ partners, stage: stages[0]! })],
  beats: stages.flatMap((stage) => [true, false].map((offerOptions) => progressPrompt.with({ partners, stage, offerOptions }))),
  summaries: stages.map((stage) => summarizePrompt.with({ partners, stage })),
  judgements: stages.flatMap((stage) =>
    (['A', 'B'] as const).flatMap((partner) =>
      THOUGHTS.map((thoughts) => commitmentScorePrompt.with({ partners, question: { ...stage, partner, thoughts } })),
    ),
  ),
};

describe('the same seed gives the same offline replies as ever', () => {
  const digests: Record<string, string> = {};
  beforeAll(async () => {
    const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
    for (const [name, calls] of Object.entries(CALLS)) {
      const seeds = Math.ceil(240 / calls.length) + 8;
      const replies: string[] = [];
      for (const { messages } of calls)
        for (let seed = 0; seed < seeds; seed++) replies.push((await model.generate({ messages, sampling: { seed } })).text);
      digests[name] = digestOf(replies);
    }
  });

  test('of the director and the judge', () => {
    expect(digests).toMatchInlineSnapshot(`
      {
        "beats": "9f00711b1683",
        "contexts": "040543099c7a",
        "judgements": "6658b1022612",
        "openings": "64067eb44308",
        "summaries": "89624b218c62",
      }
    `);
  });
});
