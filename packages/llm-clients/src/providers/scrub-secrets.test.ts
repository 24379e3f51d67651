import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretScrubber } from './scrub-secrets.js';

describe('a scrubbed text', () => {
  it('never holds the key, wherever and however often it stood', () => {
    const key = fc.string({ minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'[key]'.includes(secret));
        const scrubbed = createSecretScrubber(secret)(`${before}${secret}${after} ${secret}`);
        // What is left may form the key again only out of the replacement itself.
        expect(scrubbed.replaceAll('[key]', '\u0000')).not.toContain(secret);
      }),
    );
  });

  it.each([
    ['Authorization: Bearer abcdef123456', 'Authorization: [key]'],
    ['Incorrect API key provided: sk-abc*******xyz.', 'Incorrect API key provided: [key]'],
    ['sk-ant-api03-abcdefgh is wrong', '[key] is wrong'],
    ['GET /v1?key=AIzaSyA1234567890 failed', 'GET /v1?key=[key] failed'],
    ['http://user:pass@proxy/v1', 'http://[key]@proxy/v1'],
    ['the task-force asked the pk and the risk-averse', 'the task-force asked the pk and the risk-averse'],
  ])('has no other key either: %s', (text, scrubbed) => {
    expect(createSecretScrubber(undefined)(text)).toBe(scrubbed);
  });

  it('holds no value of a secret header, with or without its scheme', () => {
    const scrub = createSecretScrubber(undefined, {
      'x-api-token': 'hunter2hunter2',
      authorization: 'Basic dXNlcjpwYXNz',
      'x-lab': 'physics',
    });
    expect(scrub('hunter2hunter2 dXNlcjpwYXNz physics')).toBe('[key] [key] physics');
  });

  it('is left alone by the stand-ins that local servers are given', () => {
    expect(createSecretScrubber('x')('exactly so')).toBe('exactly so');
  });
});
