import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EmbeddingModel, type LanguageModel, NO_USAGE } from '@entente/llm-clients';
import { digest } from '../src/index.js';

/** Set on the request during which the asking process is to be killed: its answer never leaves. */
const KILL_HEADER = 'x-kill';

export interface ToyServer {
  readonly url: string;
  /** Every text that was asked, in order of arrival. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Answers texts by their digest, like the toy models; kills the process that asks it to. */
export async function startToyServer(salt: string): Promise<ToyServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const texts = JSON.parse(body) as string[];
      asked.push(...texts);
      const pid = request.headers[KILL_HEADER];
      if (typeof pid === 'string') process.kill(Number(pid), 'SIGKILL');
      else response.end(JSON.stringify(texts.map((text) => digest(salt + text))));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface AskingHooks {
  readonly beforeRequest?: () => void;
  readonly killWhileSent?: () => boolean;
  readonly afterReply?: () => void;
}

/** Models over that server. */
export function httpToyModels(
  url: string,
  hooks: AskingHooks = {},
): { readonly model: LanguageModel; readonly embeddings: EmbeddingModel } {
  const ask = async (texts: readonly string[]): Promise<string[]> => {
    hooks.beforeRequest?.();
    const headers = hooks.killWhileSent?.() ? { [KILL_HEADER]: String(process.pid) } : {};
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(texts), headers });
    const answers = (await response.json()) as string[];
    hooks.afterReply?.();
    return answers;
  };
  return {
    model: {
      provider: 'toy',
      modelId: 'm',
      generate: async (request) => {
        const [text] = await ask([request.messages.map((message) => message.parts.map((part) => part.text).join()).join()]);
        return {
          text: text!.slice(0, 6),
          finishReason: 'stop',
          usage: NO_USAGE,
          latencyMs: 1,
          attempts: [],
          droppedParameters: [],
        };
      },
    },
    embeddings: {
      provider: 'toy',
      modelId: 'e',
      embed: async (texts) => {
        const answers = await ask(texts.map((text) => `embed ${text}`));
        return {
          vectors: answers.map((answer) => Float32Array.of(parseInt(answer.slice(0, 4), 16) / 65536)),
          usage: NO_USAGE,
          latencyMs: 1,
          attempts: [],
        };
      },
    },
  };
}
