import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyScrubber, createSecretScrubber, looksLikeKey, withoutKeysInWords } from './scrub-secrets.js';

const ODD_SIGNS = ['"', '\\', '\t', "'", '/', '&', '%', '+', ' ', '<', 'k', '7', '-', 'é', '€', '😀'] as const;
/** Keys as nobody should have them: with quotes, backslashes, control characters and signs of every script. */
const secrets = fc
  .oneof(
    fc.string({ minLength: 5, maxLength: 40 }),
    fc.string({ minLength: 5, maxLength: 40, unit: 'grapheme' }),
    fc.string({ minLength: 5, maxLength: 40, unit: fc.constantFrom(...ODD_SIGNS) }),
  )
  // A short word is none, see below.
  .filter((secret) => !/^[a-z]*$/i.test(secret));

const hex4 = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Forms that a text takes on its way into logs, pages, URLs and headers. */
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  nothing: (text) => text,
  JSON: (text) => JSON.stringify(text),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)),
  'JSON in JSON in JSON': (text) => JSON.stringify(JSON.stringify(JSON.stringify(text))),
  'JSON in ASCII': (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, hex4),
  'JSON for pages': (text) => JSON.stringify(text).replace(/\\"|['&<>]/g, (sign) => hex4(sign.at(-1)!)),
  'JSON with slashes escaped': (text) => JSON.stringify(text).replaceAll('/', '\\/'),
  'a URL': (text) => encodeURIComponent(text),
  'a URL in a URL': (text) => encodeURIComponent(encodeURIComponent(text)),
  'a form': (text) => new URLSearchParams({ text }).toString().slice('text='.length),
  HTML: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'a shell': (text) => text.replace(/(["\\$`])/g, '\\$1'),
};

describe('a scrubbed text', () => {
  it.each(Object.entries(ENCODINGS))('has no secret that went through %s', (_name, encode) => {
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'[key]'.includes(secret) && !`${before} ${after}`.includes(secret));
        const whole = createReplyScrubber([secret])(encode(`${before} ${secret} ${after}`));
        // All of it is gone, wherever its edges are: of the secret's own form not even the half is left.
        const form = encode(secret).replace(/^[\\"]+|[\\"]+$/g, '');
        expect(whole).toContain('[key]');
        if (form.length >= 5) expect(whole.replaceAll('[key]', '\u0000')).not.toContain(form);
      }),
    );
  });

  it('has nothing of a secret in base64 but its ends, wherever it begins', () => {
    for (const encoding of ['base64', 'base64url'] as const)
      for (const secret of ['sk-"quo\\te\t+/', 'ÿþýüûúùø÷öõô'])
        for (const before of ['', 'u', 'us', 'user:']) {
          const said = Buffer.from(`${before}${secret}`).toString(encoding);
          const left = createReplyScrubber([secret])(`a ${said} b`).split('[key]');
          expect(left).toHaveLength(2);
          expect(left.join('').length).toBeLessThanOrEqual('a  b'.length + Math.ceil((before.length * 4) / 3) + 2);
        }
  });

  it.each([
    ['\\"quoted\\\\key"', '\\'.repeat(300_000)],
    ['"""""key', '\\"'.repeat(150_000)],
    ['%%%%%key', '%25'.repeat(100_000)],
    ['&&&&&key', '&amp;'.repeat(60_000)],
    ['aaaaaaaaaaaaaaaaaaaaab', 'a'.repeat(300_000)],
    ['\\\\\\\\\\', '\\u005c'.repeat(50_000)],
    ['éééééé', '\\u00e9'.repeat(50_000)],
  ])('is looked through once for %j: a pattern that begins again at each place would take hours', (secret, text) => {
    expect(createReplyScrubber([secret])(text)).not.toContain('never');
  });

  it('never holds the key, wherever and however often it stood', () => {
    const key = fc.string({ minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'[key]'.includes(secret));
        const scrubbed = createSecretScrubber(secret)(`${before}${secret}${after} ${secret}`);
        // The rest may contain the key again only if the replacement itself forms it.
        expect(scrubbed.replaceAll('[key]', '\u0000')).not.toContain(secret);
      }),
    );
  });

  it.each([
    ['Authorization: Bearer abcdef123456', 'Authorization: [key]'],
    ['Incorrect API key provided: sk-abc*******xyz.', 'Incorrect API key provided: [key]'],
    ['sk-ant-api03-abcdefgh is wrong', '[key] is wrong'],
    ['GET /v1?key=AIzaSyA1234567890 failed', 'GET /v1?key=[key] failed'],
    ['GET /v1?a=b&access_token=abc failed', 'GET /v1?a=b&access_token=[key] failed'],
    ['{"url":"http://x/","from":"a@b"}', '{"url":"http://x/","from":"a@b"}'],
    ['http://user:pass@proxy/v1', 'http://[key]@proxy/v1'],
    ['the task-force asked the pk and the risk-averse', 'the task-force asked the pk and the risk-averse'],
  ])('has no other key either: %s', (text, scrubbed) => {
    expect(createSecretScrubber(undefined)(text)).toBe(scrubbed);
  });

  it('holds no value of a secret header, with or without its scheme, nor the password in it', () => {
    const scrub = createSecretScrubber(undefined, {
      'x-api-token': 'hunter2hunter2',
      authorization: `Basic ${Buffer.from('user:pass"word').toString('base64')}`,
      'x-lab': 'physics',
    });
    expect(scrub('hunter2hunter2 dXNlcjpwYXNzIndvcmQ= pass\\"word physics')).toBe('[key] [key] [key] physics');
  });

  it('is left alone by the stand-ins that local servers are given', () => {
    expect(createSecretScrubber('x')('exactly so')).toBe('exactly so');
    expect(createReplyScrubber(['ollama'])('ollama answers')).toBe('ollama answers');
  });

  it('keeps in a reply what only looks like a key', () => {
    expect(createReplyScrubber(['hunter2-key'])('he said hunter2-key, not sk-learn-is-fine')).toBe(
      'he said [key], not sk-learn-is-fine',
    );
    expect(withoutKeysInWords('the risk-averse hf-models wrote sk-abcdefghijklmnop1234')).toBe(
      'the risk-averse hf-models wrote [key]',
    );
  });
});

describe('what looks like a key', () => {
  it.each([
    'openai:gpt-5',
    'meta-llama/Llama-3.1-8B-Instruct:free',
    'hf.co/x/y',
    'claude-sonnet-4-5',
    'grok-4',
    'https://api.example/v1/accounts/abc/ai/v1',
  ])('is not %s', (text) => expect(looksLikeKey(text)).toBe(false));

  it.each([
    'sk-secret1',
    'openai:sk-proj-abcdef',
    'gsk_abcdefgh',
    'AIzaSyA1234567890123456789',
    'x?api_key=1',
    'http://a:b@c/v1',
  ])('is %s', (text) => expect(looksLikeKey(text)).toBe(true));
});
