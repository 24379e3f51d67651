import { expect, test } from 'vitest';
import { RateLimitError } from './errors/provider-errors.js';
import type { GenerateRequest } from './language-model.js';
import { createScriptedModel, ScriptedModelError } from './scripted.js';

const ask = (text: string, label?: string): GenerateRequest => ({
  messages: [
    { role: 'system', parts: [{ kind: 'stable', text: 'You are Maya.' }] },
    { role: 'user', parts: [{ kind: 'tail', text }] },
  ],
  ...(label !== undefined && { label: { name: label, version: '1' } }),
});

test('replies are found by label, by text, by pattern and by predicate', async () => {
  const model = createScriptedModel([
    { when: 'weather', reply: 'It rains.' },
    { when: /\d+ \+ \d+/, reply: { json: { sum: 4 } } },
    { when: (request) => request.sampling?.seed === 7, reply: 'Seven.' },
    { when: 'make-choices', reply: 'I choose.' },
  ]);
  const textOf = async (request: GenerateRequest): Promise<string> => (await model.generate(request)).text;
  expect(await textOf(ask('How is the weather?'))).toBe('It rains.');
  expect(await textOf(ask('What is 2 + 2?'))).toBe('{"sum":4}');
  expect(await textOf({ ...ask('Whatever'), sampling: { seed: 7 } })).toBe('Seven.');
  expect(await textOf(ask('The weather is bad. What do you do?', 'make-choices'))).toBe('I choose.');
  expect(model.requests).toHaveLength(4);
  expect(() => model.assertExhausted()).not.toThrow();
});

test('a list gives successive answers, errors and results among them, and then fails', async () => {
  const limited = new RateLimitError('Too many', { provider: 'scripted', modelId: 'x' });
  const model = createScriptedModel({
    Hello: ['Hi.', limited, { text: 'Cut', finishReason: 'length' }, (request) => `${request.messages.length}`],
  });
  expect(await model.generate(ask('Hello'))).toMatchObject({ text: 'Hi.', finishReason: 'stop', droppedParameters: [] });
  await expect(model.generate(ask('Hello'))).rejects.toBe(limited);
  expect(await model.generate(ask('Hello'))).toMatchObject({ text: 'Cut', finishReason: 'length' });
  expect((await model.generate(ask('Hello'))).text).toBe('2');
  await expect(model.generate(ask('Hello'))).rejects.toThrow("The 4 replies to 'Hello' are used up");
});

test('a surprise shows what was asked and which keys there are', async () => {
  const model = createScriptedModel([
    { when: 'appraise', reply: '' },
    { when: /weather/, reply: '' },
  ]);
  const surprise = model.generate(ask(`${'x'.repeat(500)} What now?`, 'reflect'));
  await expect(surprise).rejects.toThrow(ScriptedModelError);
  await expect(surprise).rejects.toThrow(
    /the prompt 'reflect', which reads "….*What now\?"; the script has 'appraise', \/weather\/$/,
  );
});

test('leftovers fail with the keys nobody asked for', async () => {
  const model = createScriptedModel({ Hello: ['Hi.', 'Hi again.'], never: 'Unheard.' });
  await model.generate(ask('Hello'));
  expect(() => model.assertExhausted()).toThrow("nobody asked for: 'Hello' (1 of 2), 'never' (1 of 1)");
});

test('an aborted request is not counted', async () => {
  const model = createScriptedModel({ Hello: 'Hi.' });
  await expect(model.generate({ ...ask('Hello'), signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
  expect(model.requests).toHaveLength(0);
});
