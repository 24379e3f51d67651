import { ProviderError } from '../../errors/provider-errors.js';
import type { GenerateRequest, LanguageModel } from '../../language-model.js';
import { createFakeClock } from '../../testing/fake-clock.js';
import { capabilitiesOf } from '../capabilities.js';
import { createOpenAiChatModel } from '../openai-chat.js';
import type { PresetName } from '../presets.js';
import type { ProviderModelOptions } from '../provider-model-options.js';

export const TEST_KEY = 'sk-test-4fTq9mVxZr';

/** A chat-completions model of a preset that finds its endpoint at `url`, on a clock that stands still. */
export function chatModelAt(
  url: string,
  modelId: string,
  options: Partial<ProviderModelOptions> & { readonly preset?: PresetName | undefined } = {},
): LanguageModel {
  const { preset = 'openai', ...rest } = options;
  return createOpenAiChatModel({
    provider: preset,
    modelId,
    baseUrl: `${url}/v1`,
    apiKey: TEST_KEY,
    capabilities: capabilitiesOf(preset, modelId),
    clock: createFakeClock(),
    ...rest,
  });
}

/** A request of one user message. */
export function asking(text: string, more: Partial<GenerateRequest> = {}): GenerateRequest {
  return { messages: [{ role: 'user', parts: [{ kind: 'tail', text }] }], ...more };
}

/** The provider error that a call ends in. @throws Error where it ends otherwise */
export async function failureOf(reply: Promise<unknown>): Promise<ProviderError> {
  const outcome: unknown = await reply.catch((error: unknown) => error);
  if (ProviderError.isInstance(outcome)) return outcome;
  throw new Error('A provider error was expected', { cause: outcome });
}
