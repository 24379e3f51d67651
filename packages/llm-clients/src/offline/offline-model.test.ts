import { expect, test } from 'vitest';
import { z } from 'zod';
import { AbortedError, TimeoutError } from '../errors/provider-errors.js';
import type { GenerateRequest, Message, MessageRole } from '../language-model.js';
import type { OfflineResponder } from '../prompt.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { createOfflineModel, type OfflineModelOptions } from './offline-model.js';

const message = (role: MessageRole, ...texts: string[]): Message => ({
  role,
  parts: texts.map((text) => ({ kind: 'tail', text })),
});
const ask = (text: string, more: Omit<GenerateRequest, 'messages'> = {}): GenerateRequest => ({
  messages: [message('user', text)],
  ...more,
});

const dice: OfflineResponder = {
  name: 'dice',
  recognises: (request) => request.messages.some(({ text }) => text.includes('Throw the dice')),
  reply: (_, random) => `You threw ${1 + Math.floor(random() * 1_000_000)}.`,
};
const model = (options: Partial<OfflineModelOptions> = {}) =>
  createOfflineModel({ responders: [dice], clock: createFakeClock(), ...options });

test('the first responder that recognises a request answers it', async () => {
  const { text, finishReason, attempts } = await model().generate(ask('Throw the dice'));
  expect(text).toMatch(/^You threw \d+\.$/);
  expect(finishReason).toBe('stop');
  expect(attempts).toEqual([{ outcome: 'answered', latencyMs: 0 }]);
});

test('an answer repeats with request and seed, and changes with either', async () => {
  const answer = async (text: string, seed?: number): Promise<string> =>
    (await model().generate(ask(text, seed === undefined ? {} : { sampling: { seed } }))).text;
  expect(await answer('Throw the dice', 1)).toBe(await answer('Throw the dice', 1));
  expect(await answer('Throw the dice', 1)).not.toBe(await answer('Throw the dice', 2));
  expect(await answer('Throw the dice', 1)).not.toBe(await answer('Throw the dice twice', 1));
  expect(await answer('Throw the dice')).not.toBe(await answer('Throw the dice', 1));
});

test('how a message is cut into parts does not change the answer', async () => {
  const whole = await model().generate({
    messages: [message('system', 'Rules.\n\nMore rules.'), message('user', 'Throw the dice')],
  });
  const parts = await model().generate({
    messages: [message('system', 'Rules.', 'More rules.'), message('user', 'Throw the dice')],
  });
  expect(parts.text).toBe(whole.text);
});

test('a request that nobody recognises gets a value of its schema, or a sentence', async () => {
  const schema = z.object({ actor: z.enum(['A', 'B']), reasoning: z.string().min(1) });
  const structured = await model().generate(ask('Who acts?', { schema }));
  expect(schema.safeParse(JSON.parse(structured.text)).success).toBe(true);
  expect(structured.structuredRung).toBe('json-schema');
  expect((await model().generate(ask('Say something'))).text).toMatch(/^[A-Z].*\.$/);
});

test('latency is drawn from the request and slept on the clock', async () => {
  const clock = createFakeClock(0);
  const slow = model({ clock, latency: 'lognormal:800ms,0.6' });
  const first = await clock.runUntil(slow.generate(ask('Throw the dice')));
  expect(first.latencyMs).toBeGreaterThan(0);
  expect(clock.now()).toBe(first.latencyMs);
  const again = await clock.runUntil(slow.generate(ask('Throw the dice')));
  expect(again.latencyMs).toBe(first.latencyMs);
  expect((await clock.runUntil(slow.generate(ask('Throw the dice!')))).latencyMs).not.toBe(first.latencyMs);
});

test('a call that outlasts its time-out fails after just that time', async () => {
  const clock = createFakeClock(0);
  const failure = await clock.runUntil(
    model({ clock, latency: '5s' })
      .generate(ask('Throw the dice', { timeoutMs: 300 }))
      .catch((error: unknown) => error),
  );
  expect(failure).toBeInstanceOf(TimeoutError);
  expect((failure as TimeoutError).attempts).toEqual([{ outcome: 'timed-out', latencyMs: 300 }]);
  expect(clock.now()).toBe(300);
});

test('a caller can abort a call, before it begins and during it', async () => {
  const clock = createFakeClock();
  const controller = new AbortController();
  const pending = model({ clock, latency: '5s' }).generate(ask('Throw the dice', { signal: controller.signal }));
  controller.abort(new Error('enough'));
  await expect(pending).rejects.toThrow(AbortedError);
  await expect(model().generate(ask('Throw the dice', { signal: controller.signal }))).rejects.toThrow(AbortedError);
});

test('a reply stops at the token limit', async () => {
  const { text, finishReason, usage } = await model().generate(ask('Throw the dice', { sampling: { maxOutputTokens: 2 } }));
  expect(text).toHaveLength(8);
  expect(finishReason).toBe('length');
  expect(usage).toMatchObject({ inputTokens: 4, outputTokens: 2 });
});

test('content faults strike the same requests every time, and an extended request gets another draw', async () => {
  const faulty = model({ contentFaults: { refusal: 0.5 } });
  const refused = async (text: string): Promise<boolean> => (await faulty.generate(ask(text))).finishReason === 'refusal';
  const requests = Array.from({ length: 100 }, (_, index) => `Throw the dice ${index}`);
  const first = await Promise.all(requests.map(refused));
  expect(await Promise.all(requests.map(refused))).toEqual(first);
  expect(first.filter(Boolean).length).toBeGreaterThan(30);
  expect(first.filter(Boolean).length).toBeLessThan(70);
  expect(await Promise.all(requests.map((text) => refused(`${text}, please`)))).not.toEqual(first);
});

test('malformed and truncated replies arrive as text', async () => {
  const schema = z.object({ reasoning: z.string() });
  const { text, finishReason } = await model({ contentFaults: { truncated: 1 } }).generate(ask('Why?', { schema }));
  expect(finishReason).toBe('length');
  expect(() => JSON.parse(text) as unknown).toThrow();
  const malformed = await Promise.all(
    Array.from({ length: 40 }, (_, seed) =>
      model({ contentFaults: { malformed: 1 } }).generate(ask('Why?', { schema, sampling: { seed } })),
    ),
  );
  const fits = (text: string): boolean => {
    try {
      return schema.safeParse(JSON.parse(text)).success;
    } catch {
      return false;
    }
  };
  expect(malformed.some((reply) => fits(reply.text))).toBe(false);
  expect(new Set(malformed.map((reply) => reply.text.slice(0, 5))).size).toBeGreaterThan(3);
});
