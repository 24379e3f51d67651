import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type ClientConfig,
  type ClientEvent,
  createModelClients,
  modelSettingsOf,
  nodeClock,
  parseModelId,
} from '@entente/llm-clients';
import { afterEach, describe, expect, it } from 'vitest';
import { noteworthy } from '../session/log.js';
import { configForClients, liveModels } from '../session/model-source.js';
import { examineModel } from './examine-model.js';
import type { Finding } from './finding.js';

type Body = Readonly<Record<string, unknown>> & {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
};

interface Manners {
  /** The complaint about a request, with its status. */
  readonly refuses?: (body: Body, authorization: string | undefined) => readonly [number, string] | undefined;
  /** Answers to paths that are asked for with GET. */
  readonly tells?: Readonly<Record<string, unknown>>;
  readonly says?: string;
  readonly reads?: number;
}

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

/** Examines a llama.cpp server of such manners, with a configuration. */
async function examine(manners: Manners, settings?: NonNullable<ClientConfig['models']>[string]): Promise<readonly Finding[]> {
  const { refuses, tells = {}, says, reads } = manners;
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const answer = (status: number, body: unknown): void => {
        outgoing.writeHead(status, { 'content-type': 'application/json' });
        outgoing.end(JSON.stringify(body));
      };
      if (incoming.method === 'GET') {
        const told = tells[incoming.url ?? ''];
        answer(told === undefined ? 404 : 200, told ?? {});
        return;
      }
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body;
      const refusal = refuses?.(body, incoming.headers.authorization);
      if (refusal) {
        answer(refusal[0], { error: { code: refusal[0], message: refusal[1] } });
        return;
      }
      const text = JSON.stringify(body.messages);
      const content = says ?? ('response_format' in body || text.includes('JSON') ? '{"day":"Tuesday","letters":7}' : 'ready');
      const tokens = Math.ceil(text.length / 4.4);
      answer(200, {
        model: 'tiny',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
        usage: { prompt_tokens: Math.min(tokens, reads ?? Infinity), completion_tokens: 3, total_tokens: tokens + 3 },
      });
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const id = `llamacpp:tiny@http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const config: ClientConfig = settings ? { models: { [id]: settings } } : {};
  const notes: string[] = [];
  const clients = createModelClients({
    env: {},
    config: configForClients(config),
    clock: nodeClock,
    random: () => 0,
    onEvent: (event: ClientEvent) => notes.push(...[noteworthy(event) ?? []].flat()),
  });
  const models = liveModels(clients, config);
  return examineModel({
    subject: id,
    id,
    model: () => models.languageModel(models.describe(id)),
    clients,
    clock: nodeClock,
    settings: modelSettingsOf(config, parseModelId(id).id, id),
    entries: Object.keys(config.models ?? {}),
    needsKey: false,
    keyInId: false,
    keyVariables: ['LLAMACPP_API_KEY'],
    takeNotes: () => notes.splice(0),
    longPrompts: { subject: 'prompts', tokens: 8_000 },
  });
}

const lineOf = (findings: readonly Finding[], check: string): string =>
  findings
    .filter((finding) => finding.check === check)
    .map(({ result, detail, remedy }) => `${result}: ${detail}${remedy === undefined ? '' : ` -> ${remedy}`}`)
    .join('\n');

describe('the doctor', () => {
  it('says of each thing that the user has configured what became of it', async () => {
    const findings = await examine(
      {
        refuses: (body) => {
          if (Number(body.temperature) > 1) return [400, 'temperature: Input should be less than or equal to 1'];
          if ('reasoning_effort' in body && body.reasoning_effort !== 'default')
            return [400, '`reasoning_effort` must be one of `none` or `default`'];
          return 'top_k' in body ? [400, "Unsupported parameter: 'top_k'"] : undefined;
        },
        tells: { '/props': { default_generation_settings: { n_ctx: 32_768 } } },
      },
      {
        sampling: { temperature: 1.4, topP: 0.95, reasoningEffort: 'high' },
        providerOptions: { body: { top_k: 20, cache_prompt: true }, headers: { 'x-team': 'nine' } },
      },
    );
    expect(lineOf(findings, 'temperature')).toBe(
      'note: 1 is sent instead of 1.4: temperature: Input should be less than or equal to 1',
    );
    expect(lineOf(findings, 'topP')).toBe('ok: 0.95, taken');
    expect(lineOf(findings, 'reasoningEffort')).toBe(
      'note: default is sent instead of high: `reasoning_effort` must be one of `none` or `default`',
    );
    expect(lineOf(findings, 'providerOptions')).toMatch(
      /^ok: sent, and not refused: cache_prompt in the body; the header x-team;.*\nnote: left out, since the server refuses them: top_k \(Unsupported parameter: 'top_k'\)$/,
    );
    expect(lineOf(findings, 'context')).toBe('ok: 32,768 tokens, as /props says');
    expect(findings.filter(({ result }) => result === 'failed')).toEqual([]);
  });

  it('says on which rung and in which role a model is asked, and why', async () => {
    const findings = await examine({
      refuses: (body) => {
        if (body.messages.some(({ role }) => role === 'system')) return [400, 'System role not supported'];
        const format = body.response_format as { readonly type?: string } | undefined;
        return format?.type === 'json_schema' ? [400, 'Failed to initialize samplers: std::exception'] : undefined;
      },
    });
    expect(lineOf(findings, 'instructions')).toBe("note: at the head of the user's turn, since the model takes no role system");
    expect(lineOf(findings, 'structured call')).toMatch(
      /^note: .*, as json-object \(.*; .*\(Failed to initialize samplers: std::exception\)/,
    );
  });

  it('measures a context that the server cuts prompts to, and says how to make it larger', async () => {
    expect(lineOf(await examine({ reads: 2_048 }), 'context')).toMatch(
      /^failed: about 2,048 tokens, as measured: longer prompts are cut without a word; .* -> Start llama-server with -c 16384/,
    );
  });

  it('measures that a long prompt is read whole', async () => {
    expect(lineOf(await examine({}), 'context')).toMatch(/^ok: not told; a prompt of [\d,]+ tokens is read whole$/);
  });

  it('finds fault with a contextTokens above what the server has', async () => {
    const findings = await examine({ tells: { '/props': { n_ctx: 4_096 } } }, { contextTokens: 16_384 });
    expect(lineOf(findings, 'context')).toMatch(
      /^failed: 4,096 tokens, as \/props says, and contextTokens in the config file says 16,384 -> set contextTokens to 4096; or: start llama-server with -c 16384/,
    );
  });

  it('takes back that no key is needed where the server wants one', async () => {
    const findings = await examine({ refuses: () => [401, 'Invalid API Key'] });
    expect(lineOf(findings, 'key')).toBe(
      'failed: none given, and the server wants one -> set LLAMACPP_API_KEY, or write it after a # at the end of the model id',
    );
    expect(findings).toHaveLength(2);
  });

  it('has words of its own for an empty reply', async () => {
    expect(lineOf(await examine({ says: '' }), 'plain call')).toMatch(
      /^failed: the call works, but the reply is empty \(3 tokens out, 0 of them reasoning\) -> the server sends no text/,
    );
  });
});
