import type { GenerateRequest, LanguageModel } from '@entente/llm-clients';

class Captured extends Error {}

/**
 * Returns the first request that `ask` makes of the model it is given, which answers nothing: a prompt as it is sent.
 * @throws whatever `ask` throws before it has asked
 */
export async function captureRequest(ask: (model: LanguageModel) => Promise<unknown>): Promise<GenerateRequest> {
  const requests: GenerateRequest[] = [];
  const model: LanguageModel = {
    provider: 'offline',
    modelId: 'nobody',
    generate: (request) => {
      requests.push(request);
      return Promise.reject(new Captured());
    },
  };
  await ask(model).catch((error: unknown) => {
    if (requests.length === 0) throw error;
  });
  const [request] = requests;
  if (request === undefined) throw new Error('This prompt asks nobody.');
  return request;
}
