import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { SettingError } from './errors/llm-client-error.js';
import { LengthCutError, RefusalError, UnparsableReplyError } from './errors/reply-errors.js';
import { type GenerateRequest, type GenerateResult, type LanguageModel, messageText, NO_USAGE } from './language-model.js';
import { generateStructured, generateText, getTextEmbedding, modelCallStructured, modelCallUnstructured } from './model-call.js';
import { definePrompt } from './prompt.js';

/** Answers with the given replies in turn, and keeps what it was asked. */
function replying(
  ...replies: readonly (string | Partial<GenerateResult>)[]
): LanguageModel & { readonly asked: GenerateRequest[] } {
  const asked: GenerateRequest[] = [];
  return {
    provider: 'scripted',
    modelId: 'test',
    asked,
    generate: async (request) => {
      const reply = replies[asked.length];
      asked.push(request);
      if (reply === undefined) throw new Error('asked more often than expected');
      return {
        text: '',
        finishReason: 'stop',
        usage: NO_USAGE,
        latencyMs: 1,
        attempts: [{ outcome: 'answered', latencyMs: 1 }],
        droppedParameters: [],
        ...(typeof reply === 'string' ? { text: reply } : reply),
      };
    },
  };
}

const schema = z.object({ mood: z.enum(['calm', 'tense']), score: z.number().min(0).max(10) });
const GOOD = '{"mood": "calm", "score": 7}';

function conversation(request: GenerateRequest | undefined): readonly string[] {
  return (request?.messages ?? []).map((message) => `${message.role}: ${messageText(message)}`);
}

describe('modelCallStructured', () => {
  it('returns the validated value, its type inferred from the schema', async () => {
    const model = replying(`Sure:\n\`\`\`json\n${GOOD}\n\`\`\``);
    const value = await modelCallStructured(model, 'How are you?', schema);
    expectTypeOf(value).toEqualTypeOf<{ mood: 'calm' | 'tense'; score: number }>();
    expect(value).toEqual({ mood: 'calm', score: 7 });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]?.schema).toBe(schema);
    expect(conversation(model.asked[0])).toEqual(['user: How are you?']);
  });

  it('takes schema, label and sampling from a prompt, and lays the call’s own sampling over it', async () => {
    const prompt = definePrompt({
      name: 'mood',
      version: '2',
      schema,
      sampling: { temperature: 0.7, maxOutputTokens: 50 },
      render: (name: string) => [{ role: 'user', parts: [{ kind: 'tail', text: `How is ${name}?` }] }],
      offline: { recognises: () => true, reply: () => GOOD },
    });
    const model = replying(GOOD, GOOD, GOOD);
    const value = await modelCallStructured(model, prompt.with('Ana'));
    expectTypeOf(value).toEqualTypeOf<{ mood: 'calm' | 'tense'; score: number }>();
    await modelCallStructured(model, prompt.with('Ana'), { sampling: { temperature: 0 } });
    await modelCallStructured(model, prompt.with('Ana'), undefined, {
      check: (checked) => (checked.score > 5 ? undefined : 'too low'),
    });
    expect(model.asked.map((request) => request.sampling)).toEqual([
      { temperature: 0.7, maxOutputTokens: 50 },
      { temperature: 0, maxOutputTokens: 50 },
      { temperature: 0.7, maxOutputTokens: 50 },
    ]);
    expect(model.asked[0]).toMatchObject({ label: { name: 'mood', version: '2' }, schema });
  });

  it('asks again with the reply and the complaint about each place', async () => {
    const bad = '{"mood": "angry", "score": 12}';
    const model = replying(bad, GOOD);
    const result = await generateStructured(model, 'How are you?', schema);
    expect(result).toMatchObject({ value: { mood: 'calm', score: 7 }, reasks: 1, text: GOOD });
    const [question, reply, complaint] = conversation(model.asked[1]);
    expect(question).toBe('user: How are you?');
    expect(reply).toBe(`assistant: ${bad}`);
    expect(complaint).toContain('mood: expected one of calm, tense; got "angry"');
    expect(complaint).toMatch(/score: .*10.*; got 12/);
  });

  it('keeps the first messages as they were, so that a prefix cache still fits', async () => {
    const model = replying('no', 'no again', GOOD);
    await modelCallStructured(model, 'How are you?', schema);
    expect(conversation(model.asked[2]).slice(0, 3)).toEqual(conversation(model.asked[1]));
    expect(model.asked[1]?.messages[0]).toBe(model.asked[0]?.messages[0]);
  });

  it('asks again twice by default, and then gives up with the last complaint', async () => {
    const model = replying('a', 'b', 'c');
    const failure = await modelCallStructured(model, 'How are you?', schema).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnparsableReplyError);
    expect(failure).toMatchObject({ kind: 'unparsable', complaint: 'the reply holds no JSON value', result: { text: 'c' } });
    expect(String(failure)).toContain('asked 3 times');
  });

  it('never asks again when told so', async () => {
    const model = replying('a');
    await expect(modelCallStructured(model, 'How are you?', schema, { reask: 0 })).rejects.toThrow(UnparsableReplyError);
    expect(model.asked).toHaveLength(1);
  });

  it('asks again when the value is of the right shape but makes no sense', async () => {
    const model = replying('{"actor": "C"}', '{"actor": "A"}');
    const value = await modelCallStructured(model, 'Who acts?', z.object({ actor: z.string() }), {
      check: ({ actor }) => (['A', 'B'].includes(actor) ? undefined : `actor: there is no ${actor}; choose A or B`),
    });
    expect(value).toEqual({ actor: 'A' });
    expect(conversation(model.asked[1]).at(-1)).toContain('actor: there is no C; choose A or B');
  });

  it('takes a refusal for an answer', async () => {
    for (const finishReason of ['refusal', 'content-filter'] as const) {
      const model = replying({ text: 'I would rather not.', finishReason });
      const failure = await modelCallStructured(model, 'How are you?', schema).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(RefusalError);
      expect(failure).toMatchObject({ message: expect.stringContaining('I would rather not.') as string });
      expect(model.asked).toHaveLength(1);
    }
  });

  it('asks once for a shorter reply when it was cut off, even if the rest could be mended', async () => {
    const cut = { text: '{"mood": "calm", "score": 7', finishReason: 'length' } as const;
    const model = replying(cut, GOOD);
    expect(await modelCallStructured(model, 'How are you?', schema)).toEqual({ mood: 'calm', score: 7 });
    // Not with the cut reply: it is long and of no help. And as one user turn, since some servers insist on alternation.
    expect(conversation(model.asked[1])).toHaveLength(1);
    expect(conversation(model.asked[1])[0]).toMatch(/^user: How are you\?\n\nYour last reply was cut off/);
    await expect(modelCallStructured(replying(cut, cut), 'How are you?', schema)).rejects.toThrow(LengthCutError);
  });

  it('takes a reply that is complete although it ended at the limit', async () => {
    const model = replying({ text: GOOD, finishReason: 'length' });
    expect(await modelCallStructured(model, 'How are you?', schema)).toEqual({ mood: 'calm', score: 7 });
  });

  it('needs a shape', async () => {
    const prompt = { label: { name: 'x', version: '1' }, messages: [] };
    await expect(modelCallStructured(replying(), prompt)).rejects.toThrow(SettingError);
  });
});

describe('an answer among the thoughts of a model that said nothing else', () => {
  it.each([
    ['all of them', GOOD],
    ['all of them, in a fence', `\`\`\`json\n${GOOD}\n\`\`\``],
    ['behind the mark of their end', `Maybe {"mood": "tense", "score": 1}?</think>${GOOD}`],
    ['behind a thought in tags', `<think>hm</think>\nSo: ${GOOD}`],
  ])('is taken: %s', async (_, reasoning) => {
    const model = replying({ reasoning });
    expect(await modelCallStructured(model, 'How are you?', schema)).toEqual({ mood: 'calm', score: 7 });
    expect(model.asked).toHaveLength(1);
  });

  it.each([
    ['a draft', { reasoning: `Perhaps ${GOOD}, but let me think.` }],
    ['a draft beside what was said', { reasoning: '{"mood": "tense", "score": 1}', text: 'I cannot say.' }],
  ])('is not taken for one where it is %s', async (_, reply) => {
    const model = replying(reply, GOOD);
    expect(await modelCallStructured(model, 'How are you?', schema)).toEqual({ mood: 'calm', score: 7 });
    expect(model.asked).toHaveLength(2);
  });

  it('is text only behind the mark of their end', async () => {
    expect(await modelCallUnstructured(replying({ reasoning: 'Greet.</think>Good morning.' }), 'Hello')).toBe('Good morning.');
    expect(await modelCallUnstructured(replying({ reasoning: 'Greet her.' }, 'Hi.'), 'Hello')).toBe('Hi.');
  });
});

describe('half characters', () => {
  it('are never sent, and never come out of a reply', async () => {
    const model = replying('no \ud83d', '{"name": "\\ud83d!"}');
    const value = await modelCallStructured(model, 'Who is \ude00?', z.object({ name: z.string() }));
    expect(value).toEqual({ name: '\ufffd!' });
    expect(conversation(model.asked[1]).join('\n')).toContain('assistant: no \ufffd');
    for (const request of model.asked) expect(conversation(request).every((text) => text.isWellFormed())).toBe(true);
    expect(await modelCallUnstructured(replying('Good \ud83d morning'), 'Hello')).toBe('Good \ufffd morning');
  });

  it('are cut off whole from what the model is told', async () => {
    for (let lead = 40; lead < 70; lead += 1) {
      const model = replying(JSON.stringify({ mood: `${'x'.repeat(lead)}${'😀'.repeat(20)}`, score: 1 }), GOOD);
      await modelCallStructured(model, 'How are you?', schema);
      expect(conversation(model.asked[1]).at(-1)).toMatch(/got "x+(?:😀)*…"/u);
    }
  });
});

describe('modelCallUnstructured', () => {
  it('returns what was said, without what was thought', async () => {
    expect(await modelCallUnstructured(replying('<think>hm</think>\n Good morning. '), 'Hello')).toBe('Good morning.');
  });

  it('asks again when nothing was said', async () => {
    const model = replying(' ', '<think>hm', { text: 'Good morning.', requestId: 'r3' });
    expect(await generateText(model, 'Hello')).toMatchObject({ text: 'Good morning.', reasks: 2, requestId: 'r3' });
  });

  it('asks once for a shorter text', async () => {
    const cut = { text: 'Once upon a', finishReason: 'length' } as const;
    expect(await modelCallUnstructured(replying(cut, 'The end.'), 'Tell me a story')).toBe('The end.');
    await expect(modelCallUnstructured(replying(cut, cut), 'Tell me a story')).rejects.toThrow(/raise maxOutputTokens/);
  });
});

describe('getTextEmbedding', () => {
  it('returns the one vector', async () => {
    const model = {
      provider: 'x',
      modelId: 'y',
      embed: async (texts: readonly string[]) => ({
        vectors: texts.map((text) => Float32Array.of(text.length)),
        usage: NO_USAGE,
        latencyMs: 0,
        attempts: [],
      }),
    };
    expect(await getTextEmbedding(model, 'abc')).toEqual(Float32Array.of(3));
  });
});
