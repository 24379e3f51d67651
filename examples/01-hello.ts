// Text from a model, then a typed value. The model is a script, so the first reply to the second question can be made
// unusable on purpose: it is asked again, with the complaint.
import assert from 'node:assert/strict';
import { modelCallStructured, modelCallUnstructured } from '@entente/llm-clients';
import { createScriptedModel } from '@entente/llm-clients/scripted';
import { z } from 'zod';

const model = createScriptedModel({
  'Say hello': 'Good morning, stranger.',
  'How do you feel': ['Rather well, thank you.', '```json\n{"mood": "calm", "strength": 0.6,}\n```'],
});

const greeting = await modelCallUnstructured(model, 'Say hello to somebody you have never met.');
const feeling = await modelCallStructured(
  model,
  'How do you feel about meeting them?',
  z.object({ mood: z.string(), strength: z.number().min(0).max(1) }),
);

console.log(`${greeting} (${feeling.mood}, ${feeling.strength})`);
assert.equal(greeting, 'Good morning, stranger.');
assert.deepEqual(feeling, { mood: 'calm', strength: 0.6 });
assert.equal(model.requests.length, 3);
model.assertExhausted();
