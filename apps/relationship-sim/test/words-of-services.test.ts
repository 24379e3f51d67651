import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FrontedProvider, type ServiceSays, startFrontedProvider } from './fronted-provider.js';
import { createMemoryConsole, type MemoryConsole } from './memory-console.js';

/** Number of calls of a run of one scene with one beat, without repeated calls. */
const CALLS_OF_A_RUN = 18;
const RUNS = 6;
/** Maximum number of concurrent calls of a run, which may all be on their way when the first answer comes. */
const AT_ONCE = 3;

let provider: FrontedProvider;
let cli: MemoryConsole | undefined;
beforeAll(async () => {
  provider = await startFrontedProvider();
});
afterAll(() => provider.close());
afterEach(async () => {
  await cli?.remove();
  cli = undefined;
});

const batch = (service: string): readonly string[] => [
  ...['batch', '--pairs', 'maya-jonas,theo-amara,lena-marcus', '--seeds', '2', '--quiet', '--durability', 'process'],
  ...['--model', `${service}@${provider.url}#sk-test`, '--scenes', '1', '--interactions-per-scene', '2'],
];

/** Endings of the runs on record: facts by type, and the reasons of missing answers. */
function recordsOf({ cwd }: MemoryConsole) {
  const folders = readdirSync(join(cwd, 'runs'));
  return folders.map((folder) => {
    const lines = readFileSync(join(cwd, 'runs', folder, 'journal.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    const entries = lines.map((line) => JSON.parse(line) as { type: string; fact?: { type: string; reason?: string } });
    const lost = entries.flatMap(({ fact }) => (fact?.type.endsWith('-missing') ? [fact.reason] : []));
    return { ended: entries.at(-1)?.type, lost };
  });
}

const says =
  (status: number, body: unknown, when: (call: number) => boolean = () => true) =>
  (call: number): ServiceSays | undefined =>
    when(call) ? { status, body, headers: { 'retry-after-ms': '1' } } : undefined;
const third = (call: number): boolean => call % 3 === 0;
const openai = (message: string, type: string, code: string | null = null): object => ({
  error: { message, type, code, param: null },
});

describe('a batch goes on to its end', () => {
  it.each([
    [
      'azure',
      'openai:gpt-4.1',
      says(400, openai("filtered due to Azure OpenAI's content management policy", 'x', 'content_filter'), third),
    ],
    ['gemini', 'gemini:gemini-2.5-flash', says(200, { choices: null, usage: { prompt_tokens: 9, total_tokens: 9 } }, third)],
    ['xai', 'xai:grok-4', says(403, { code: 'permission-denied', error: 'Content violates usage guidelines.' }, third)],
  ] as const)('whose provider blocks prompts, each once and on record as a refusal: %s', async (_name, model, words) => {
    cli = createMemoryConsole();
    provider.say(words);
    const { exitCode, stderr } = await cli.run(...batch(model));
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const records = recordsOf(cli);
    expect(records.map(({ ended }) => ended)).toEqual(Array(RUNS).fill('run-ended'));
    const lost = records.flatMap((record) => record.lost);
    expect(lost.length).toBeGreaterThan(RUNS / 2);
    expect(new Set(lost)).toEqual(new Set(['refusal']));
    // No call is repeated: missing answers make runs shorter, never longer.
    expect(provider.calls()).toBeLessThanOrEqual(RUNS * CALLS_OF_A_RUN);
  });

  it.each([
    [
      'groq',
      'groq:llama-3.3-70b',
      says(400, { error: { message: 'Failed to generate JSON.', code: 'json_validate_failed', failed_generation: '' } }),
    ],
    ['openai', 'openai:gpt-4o', says(500, openai('The model produced invalid content.', 'model_error'))],
    [
      'llamacpp',
      'llamacpp:tiny',
      says(500, {
        error: { code: 500, message: 'The model produced output that does not match the expected peg-native format' },
      }),
    ],
  ] as const)('whose provider throws every reply away, and asks each three times: %s', async (_name, model, words) => {
    cli = createMemoryConsole();
    provider.say(words);
    const { exitCode, stderr } = await cli.run(...batch(model));
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const records = recordsOf(cli);
    expect(records.map(({ ended }) => ended)).toEqual(Array(RUNS).fill('run-ended'));
    expect(new Set(records.flatMap(({ lost }) => lost))).toEqual(new Set(['unparsable']));
    expect(provider.calls()).toBeLessThanOrEqual(RUNS * CALLS_OF_A_RUN * 3);
  });

  it("whose provider limits a minute's requests and fails now and then", async () => {
    cli = createMemoryConsole();
    const limit = openai(
      'Rate limit reached on tokens per min (TPM): Limit 30000, Used 29000, Requested 1443.',
      'tokens',
      'rate_limit_exceeded',
    );
    provider.say(
      (call) =>
        says(429, limit, (each) => each % 7 === 0)(call) ?? says(503, openai('overloaded', 'x'), (each) => each % 11 === 0)(call),
    );
    const { exitCode } = await cli.run(...batch('openai:gpt-4.1'));
    expect(exitCode).toBe(0);
    expect(recordsOf(cli).flatMap(({ lost }) => lost)).toEqual([]);
  });
});

const perDay = [
  {
    error: {
      code: 429,
      message: 'You exceeded your current quota, please check your plan and billing details.',
      status: 'RESOURCE_EXHAUSTED',
      details: [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }] }, { retryDelay: '34s' }],
    },
  },
];
const googleKey = [
  { error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' } },
];

describe('a batch stops, says why in one place, and can be resumed', () => {
  it.each([
    [
      'a wrong key, Gemini',
      'gemini:gemini-2.5-flash',
      400,
      googleKey,
      /gemini refused the key for .* check the key and what it may use/,
    ],
    ['a wrong key, xAI', 'xai:grok-4', 400, { code: 'x', error: 'Incorrect API key provided: sk***st.' }, /xai refused the key/],
    [
      'a wrong key in a 200',
      'openai:gpt-4.1',
      200,
      openai('Invalid API key', 'x'),
      /openai refused the key .* inside a 200 response/,
    ],
    [
      'no credit, Anthropic behind a gateway',
      'openai:claude',
      400,
      openai('Your credit balance is too low', 'x'),
      /no credit or quota left .* top it up/,
    ],
    [
      'no credit, xAI',
      'xai:grok-4',
      403,
      { code: 'permission-denied', error: 'Your team has used all available credits' },
      /no credit/,
    ],
    [
      'the end of the day, Gemini',
      'gemini:gemini-2.5-flash',
      429,
      perDay,
      /allowance of the day .* used up .* there is more at \d{4}-\d\d-\d\d \d\d:00 UTC, in .*: resume then/,
    ],
    [
      'the end of the day, Groq',
      'groq:llama-3.3-70b',
      429,
      openai(
        'on tokens per day (TPD): Limit 100000, Used 97050, Requested 3619. Please try again in 9m38.016s.',
        'tokens',
        'rate_limit_exceeded',
      ),
      /used up .* there is more at .* in 10 min/,
    ],
    [
      'an unknown model, DeepSeek',
      'deepseek:deepseek-9',
      400,
      openai('Model Not Exist', 'invalid_request_error'),
      /does not know deepseek:deepseek-9/,
    ],
    [
      'another path, LM Studio',
      'lmstudio:x',
      200,
      { error: 'Unexpected endpoint or method. (POST /chat/completions)' },
      /Nothing answers calls to lmstudio:x/,
    ],
  ] as const)('at %s', async (_name, model, status, body, message) => {
    cli = createMemoryConsole();
    const answered = 20;
    provider.say(says(status, body, (call) => call > answered));
    const stopped = await cli.run(...batch(model));
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stdout).toMatch(message);
    // The message appears once, for all runs together.
    expect(stopped.stdout.split('\n').filter((line) => message.test(line))).toHaveLength(1);
    // No call is retried and none starts after it: only those already on their way arrived.
    expect(provider.calls()).toBeLessThanOrEqual(answered + RUNS * AT_ONCE);
    const asked = provider.calls();

    provider.say(() => undefined);
    const resumed = await cli.run('resume', '--all', '--quiet', '--model', `${model}@${provider.url}#sk-test`);
    expect(resumed.stderr).toBe('');
    expect(resumed.exitCode).toBe(0);
    expect(recordsOf(cli).every(({ ended, lost }) => ended === 'run-ended' && lost.length === 0)).toBe(true);
    // Recorded answers are not asked for again.
    expect(provider.calls()).toBeLessThanOrEqual(RUNS * CALLS_OF_A_RUN - answered);
    expect(asked).toBeGreaterThan(answered);
  });
});

describe("a request larger than a minute's allowance", () => {
  it('interrupts the run at once, naming the setting to change', async () => {
    cli = createMemoryConsole();
    const tooLarge = openai(
      'Request too large for m on tokens per min (TPM): Limit 300, Requested 3423.',
      'tokens',
      'rate_limit_exceeded',
    );
    provider.say(says(429, tooLarge));
    const { exitCode, stdout } = await cli.run(...batch('openai:gpt-4.1'));
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/larger than openai allows in a minute \(3423 tokens, 300 a minute\).* lower maxOutputTokens/);
    expect(provider.calls()).toBeLessThanOrEqual(RUNS * AT_ONCE);
  });
});
