import { Readable } from 'node:stream';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createOpenAiEmbeddingModel } from '../embeddings/openai-compatible.js';
import { LengthCutError } from '../errors/reply-errors.js';
import { modelCallStructured } from '../model-call.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { readReplyBody, ReplyTooLargeError } from './read-reply-body.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking, chatModelAt } from './testing/chat-model-at.js';

const MIB = 1024 * 1024;

/** A body that never ends, of the same piece again and again; counts the pieces that were taken. */
function endless(piece: Buffer): { readonly body: Readable; readonly taken: () => number } {
  let taken = 0;
  const pieces = (function* () {
    for (;;) {
      taken += 1;
      yield piece;
    }
  })();
  return { body: Readable.from(pieces, { objectMode: false, highWaterMark: 64 * 1024 }), taken: () => taken };
}

describe('the body of a reply', () => {
  it.each([
    ['plain', '', (text: string) => Buffer.from(text)],
    ['packed', 'gzip', (text: string) => gzipSync(text)],
    ['packed twice', 'gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
  ])('is read to the last byte that is allowed, %s', async (_name, encoding, pack) => {
    const text = 'ä'.repeat(500);
    const read = (maxBytes: number): Promise<string> =>
      readReplyBody(Readable.from([pack(text)]), { encoding, maxBytes, status: 200 });
    expect(await read(1_000)).toBe(text);
    await expect(read(999)).rejects.toBeInstanceOf(ReplyTooLargeError);
  });

  it('is cut at the limit, and the connection with it, though it never ends', async () => {
    const { body, taken } = endless(Buffer.alloc(64 * 1024, 'x'));
    await expect(readReplyBody(body, { encoding: '', maxBytes: MIB, status: 200 })).rejects.toBeInstanceOf(ReplyTooLargeError);
    expect(body.destroyed).toBe(true);
    expect(taken()).toBeLessThan(30);
  });

  it('is counted as it unpacks: a kilobyte that stands for a million is not unpacked to its end', async () => {
    // Each piece is a whole gzip member of 16 MiB of nothing, in 16 kB.
    const { body, taken } = endless(gzipSync(Buffer.alloc(16 * MIB)));
    const reading = readReplyBody(body, { encoding: 'gzip', maxBytes: 32 * MIB, status: 200 });
    await expect(reading).rejects.toBeInstanceOf(ReplyTooLargeError);
    expect(body.destroyed).toBe(true);
    expect(taken()).toBeLessThan(40);
  });

  it('is given as far as it was read where it tells of an error', async () => {
    const { body } = endless(Buffer.from('Bad Gateway. '.repeat(100)));
    expect(await readReplyBody(body, { encoding: '', maxBytes: 10_000, status: 502 })).toMatch(/^Bad Gateway\./);
  });
});

describe('a reply beyond the limit', () => {
  let server: CannedServer;
  beforeAll(async () => {
    server = await startCannedServer();
  });
  afterAll(() => server.close());
  const tooMuch = () => {
    const body = gzipSync(JSON.stringify(chatCompletion({ message: { content: 'x'.repeat(200_000) } })));
    return { body, headers: { 'content-encoding': 'gzip' } };
  };

  it('is a cut reply: asked for again, shorter, and on record with the reason', async () => {
    server.say(tooMuch());
    const model = chatModelAt(server.url, 'gpt-4.1', { maxReplyBytes: 100_000 });
    const result = await model.generate(asking('Hi'));
    expect(result).toMatchObject({ finishReason: 'length', text: '', attempts: [{ outcome: 'answered', status: 200 }] });
    expect(result.attempts[0]?.message).toMatch(/more than 100,000 bytes/);

    server.say(tooMuch(), { body: chatCompletion({ message: { content: '{"a":"short"}' } }) });
    expect(await modelCallStructured(model, 'Hi', z.object({ a: z.string() }))).toEqual({ a: 'short' });
    expect(JSON.stringify(server.requests[1]?.body)).toContain('much shorter');
  });

  it('is given up after one more question, in seconds and not in half an hour', async () => {
    server.say(tooMuch());
    const model = chatModelAt(server.url, 'gpt-4.1', { maxReplyBytes: 100_000 });
    await expect(modelCallStructured(model, 'Hi', z.object({ a: z.string() }))).rejects.toBeInstanceOf(LengthCutError);
    expect(server.requests).toHaveLength(2);
  });

  it('closes the connection', async () => {
    const hangUps = server.hangUps;
    server.say({ fate: 'hang-in-body', body: 'x'.repeat(400_000), headers: { 'content-length': '800000' } });
    await chatModelAt(server.url, 'gpt-4.1', { maxReplyBytes: 100_000 }).generate(asking('Hi'));
    await vi.waitFor(() => expect(server.hangUps).toBe(hangUps + 1), 30_000);
  });

  it('of vectors is refused at once, saying what to change', async () => {
    server.say({ body: { data: [{ index: 0, embedding: Array.from({ length: 60_000 }, () => 0.25) }] } });
    const model = createOpenAiEmbeddingModel({
      provider: 'openai',
      modelId: 'e',
      baseUrl: server.url,
      clock: createFakeClock(),
      maxReplyBytes: 100_000,
    });
    await expect(model.embed(['a'])).rejects.toMatchObject({ kind: 'rejected', message: expect.stringMatching(/maxReplyBytes/) });
    expect(server.requests).toHaveLength(1);
  });
});
