import { nodeClock } from '../clock/node-clock.js';
import type { LanguageModel } from '../language-model.js';
import { describeLanguageModel } from '../testing/describe-language-model.js';
import { type SimulatedEndpoint, simulatedProviderHarness } from '../testing/simulated-provider-harness.js';
import { createAnthropicModel } from './anthropic.js';
import { capabilitiesOf } from './capabilities.js';
import { createOpenAiChatModel } from './openai-chat.js';
import { createOpenAiResponsesModel } from './openai-responses.js';
import type { PresetName } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';

type CreateModel = (options: ProviderModelOptions) => LanguageModel;

const opening =
  (provider: PresetName, create: CreateModel) =>
  ({ rung, ...endpoint }: SimulatedEndpoint): LanguageModel =>
    create({
      provider,
      ...endpoint,
      clock: nodeClock,
      capabilities: { ...capabilitiesOf(provider, endpoint.modelId), ...(rung && { structuredRung: rung }) },
    });

describeLanguageModel(
  'chat completions, against the simulated provider',
  simulatedProviderHarness({ vendor: 'openai', create: opening('openai', createOpenAiChatModel) }),
);
describeLanguageModel(
  'the Responses API, against the simulated provider',
  simulatedProviderHarness({ vendor: 'openai', create: opening('openai-responses', createOpenAiResponsesModel) }),
);
describeLanguageModel(
  'Anthropic, against the simulated provider',
  simulatedProviderHarness({ vendor: 'anthropic', create: opening('anthropic', createAnthropicModel) }),
);
