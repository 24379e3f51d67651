import { createHash } from 'node:crypto';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { offlineResponders } from '../offline/offline-responders.js';
import { agentPromptSamples } from './agent-prompt-samples.js';

/*
 * Guards what old runs need to be replayed and resumed: the words and the reply shapes of prompts are part of a run's identity, and the
 * same seed has to give the same offline replies. A change of these digests plays old runs differently. It needs a new version of the
 * prompt and a line in the changelog.
 */
const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
const byPrompt = new Map(agentPromptSamples().map(({ label }) => [`${label.name} ${label.version}`, label.name]));

test('prompts and reply shapes of the samples are the same as ever', () => {
  const digests = [...byPrompt].map(([title, name]) => {
    const calls = agentPromptSamples().filter(({ label }) => label.name === name);
    return [title, digestOf(calls.map(({ messages, schema }) => [messages, schema && z.toJSONSchema(schema, { io: 'input' })]))];
  });
  expect(Object.fromEntries(digests)).toMatchInlineSnapshot(`
    {
      "appraise 6": "f052a0fcfa5c",
      "appraise-memories 4": "ef0b9c26348a",
      "choose 5": "49ada0b74012",
      "reflect 6": "ae84437eeb55",
    }
  `);
});

test('the same seed gives the same offline replies as ever', async () => {
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const digests: Record<string, string> = {};
  for (const name of byPrompt.values()) {
    const replies: string[] = [];
    for (const { messages } of agentPromptSamples().filter(({ label }) => label.name === name))
      for (let seed = 0; seed < 12; seed++) replies.push((await model.generate({ messages, sampling: { seed } })).text);
    digests[name] = digestOf(replies);
  }
  expect(digests).toMatchInlineSnapshot(`
    {
      "appraise": "a0122260095a",
      "appraise-memories": "9af61a5ed614",
      "choose": "c7b1c10b2690",
      "reflect": "99ab371cc60d",
    }
  `);
});
