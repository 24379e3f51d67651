import type { EmbeddingModel } from '../embedding-model.js';
import type { LanguageModel, StructuredRung } from '../language-model.js';
import type { OfflineResponder } from '../prompt.js';
import { type SimulatedProvider, type SimulatedProviderOptions, startSimulatedProvider } from '../simulated-provider/index.js';
import type { EmbeddingModelHarness } from './describe-embedding-model.js';
import type { LanguageModelHarness } from './describe-language-model.js';
import type { Situation } from './situation.js';

/** Address at which the model under test finds the simulated provider. */
export interface SimulatedEndpoint {
  /** As the vendor's own client takes it: with `/v1` for OpenAI, without for Anthropic. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly modelId: string;
  /** Ask for schemas on this rung, where one is given. */
  readonly rung?: StructuredRung | undefined;
}

export interface SimulatedHarnessOptions<Model> {
  readonly vendor: 'openai' | 'anthropic';
  /** A model without retries. */
  readonly create: (endpoint: SimulatedEndpoint) => Model | Promise<Model>;
  /** @default 'simulated-model' */
  readonly modelId?: string | undefined;
}

export interface SimulatedLanguageModelOptions extends SimulatedHarnessOptions<LanguageModel> {
  /** @default json-schema, json-object (OpenAI only) and prompt */
  readonly rungs?: readonly StructuredRung[] | undefined;
}

const API_KEY = 'sk-simulated-0123456789abcdef';

/** Runs `describeLanguageModel` against a simulated provider of its own for each test. */
export function simulatedProviderHarness(options: SimulatedLanguageModelOptions): LanguageModelHarness {
  const rungs =
    options.rungs ?? (options.vendor === 'openai' ? ['json-schema', 'json-object', 'prompt'] : ['json-schema', 'prompt']);
  return {
    rungs,
    apiKey: API_KEY,
    caches: true,
    open: async (situation, { rung }) => {
      const provider = await startSimulatedProvider(providerOptions(situation));
      const model = await options.create({ ...endpointOf(provider, options), rung });
      return { model, close: () => provider.close() };
    },
  };
}

/** The same for `describeEmbeddingModel`. */
export function simulatedEmbeddingHarness(
  options: Omit<SimulatedHarnessOptions<EmbeddingModel>, 'vendor'>,
): EmbeddingModelHarness {
  return {
    open: async (situation) => {
      const provider = await startSimulatedProvider(providerOptions(situation));
      return {
        model: await options.create(endpointOf(provider, { ...options, vendor: 'openai' })),
        close: () => provider.close(),
      };
    },
  };
}

function endpointOf(
  provider: SimulatedProvider,
  { vendor, modelId = 'simulated-model' }: Omit<SimulatedHarnessOptions<unknown>, 'create'>,
): SimulatedEndpoint {
  return { baseUrl: vendor === 'openai' ? provider.openAiUrl : provider.url, apiKey: API_KEY, modelId };
}

/** Responders of the offline side for a situation. */
export function situationResponders(situation: Situation): readonly OfflineResponder[] {
  const reply = replyIn(situation);
  return reply ? [{ name: situation.kind, recognises: () => true, reply }] : [];
}

function replyIn(situation: Situation): OfflineResponder['reply'] | undefined {
  switch (situation.kind) {
    case 'reply':
    case 'slow':
      return () => situation.text;
    case 'echo':
      return ({ messages }) => messages.map(({ role, text }) => `${role}: ${text}`).join('\n');
    case 'dice':
      return (_, random) => `You threw ${Math.floor(random() * 1_000_000_000)}.`;
    default:
      return undefined;
  }
}

function providerOptions(situation: Situation): SimulatedProviderOptions {
  const responders = situationResponders(situation);
  switch (situation.kind) {
    case 'reply':
    case 'echo':
    case 'dice':
      return { responders, strict: true };
    case 'slow':
      return { responders, strict: true, faults: { 'slow-headers': 1 }, slowHeadersMs: situation.ms };
    case 'status': {
      const { retryAfterMs } = situation;
      return { strict: true, faults: { [situation.status]: 1 }, retryAfterMs };
    }
    case 'refusal':
    case 'quota':
    case 'drop':
    case 'drop-body':
    case 'hang':
      return { strict: true, faults: { [situation.kind]: 1 } };
  }
}
