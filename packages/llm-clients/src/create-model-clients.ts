import { type ModelSettings, modelSettingsOf, SERVER_SETTINGS } from './config/client-config.js';
import { createOpenAiEmbeddingModel } from './embeddings/openai-compatible.js';
import { type Endpoint, endpointOf } from './endpoint.js';
import { SettingError } from './errors/llm-client-error.js';
import type { LanguageModel, StructuredRung } from './language-model.js';
import { EndpointLimiter } from './limits/endpoint-limiter.js';
import { withHedge } from './middleware/hedge.js';
import { withEmbeddingRateLimit, withRateLimit } from './middleware/rate-limit.js';
import { type RetryOptions, withEmbeddingRetry, withRetry } from './middleware/retry.js';
import { withEmbeddingSettings, withSettings } from './middleware/with-settings.js';
import type { ModelClients, ModelClientsOptions } from './model-clients.js';
import { type ParsedModelId, parseModelId, type ProviderName } from './model-id.js';
import { createOfflineEmbeddingModel } from './offline/offline-embedding.js';
import { createOfflineModel } from './offline/offline-model.js';
import { createPriceBook } from './prices/price-book.js';
import { createAnthropicModel } from './providers/anthropic.js';
import { capabilitiesOf, type ModelCapabilities } from './providers/capabilities.js';
import { askContextSize } from './providers/context-size.js';
import { LearnedLimits } from './providers/learned-limits.js';
import { createOpenAiChatModel } from './providers/openai-chat.js';
import { createOpenAiResponsesModel } from './providers/openai-responses.js';
import { type PresetName, PROVIDER_PRESETS, RUNGS_BY_WIRE, type Wire } from './providers/presets.js';
import type { ProviderModelOptions } from './providers/provider-model-options.js';

/** Time limit of one attempt. A reply that takes longer is treated as timed out. */
const DEFAULT_TIMEOUT_MS = 900_000;

const MODELS_BY_WIRE: Readonly<Record<Wire, (options: ProviderModelOptions) => LanguageModel>> = {
  'openai-chat': createOpenAiChatModel,
  'openai-responses': createOpenAiResponsesModel,
  anthropic: createAnthropicModel,
};

/**
 * Makes models from ids. Keys and base URLs come from the id, then from `env`; settings from `config` are laid under what
 * a request asks for itself. The offline model is asked directly: nothing of it can fail or be overrun.
 */
export function createModelClients(options: ModelClientsOptions): ModelClients {
  const { clock, config = {}, env, onEvent, responders = [], offlineLatency = '0' } = options;
  const limiters = new Map<string, EndpointLimiter>();
  const learned = new Map<string, LearnedLimits>();
  const prices = createPriceBook(config.prices, () => clock.now());
  const parse = (id: string): ParsedModelId => parseModelId(id, { defaultProvider: config.provider });

  const limiterOf = (provider: PresetName, { baseUrl, apiKey }: Endpoint): EndpointLimiter => {
    // The key tells accounts apart and goes no further than this map.
    const account = `${baseUrl} ${apiKey?.reveal() ?? ''}`;
    let limiter = limiters.get(account);
    if (!limiter) {
      const limits = config.limits?.[provider];
      const maxConnections = options.maxConnections ?? limits?.maxConnections;
      limiter = new EndpointLimiter({
        endpoint: baseUrl === PROVIDER_PRESETS[provider].baseUrl ? provider : `${provider} at ${baseUrl}`,
        clock,
        maxConnections,
        requestsPerMinute: limits?.requestsPerMinute,
        tokensPerMinute: limits?.tokensPerMinute,
        onEvent,
      });
      limiters.set(account, limiter);
    }
    return limiter;
  };

  const retryOptions = (provider: PresetName, limiter: EndpointLimiter): RetryOptions => {
    const maxAttempts = config.limits?.[provider]?.maxAttempts;
    return {
      clock,
      random: options.random,
      onRetry: () => limiter.countRetry(),
      maxAttempts,
    };
  };

  const providerOptions = (
    provider: PresetName,
    model: string,
    endpoint: Endpoint,
    limiter: EndpointLimiter,
  ): ProviderModelOptions => ({
    provider,
    modelId: model,
    baseUrl: endpoint.baseUrl,
    apiKey: endpoint.apiKey?.reveal(),
    capabilities: capabilitiesOf(provider, model, { baseUrl: endpoint.baseUrl }),
    clock,
    onEvent,
    onRateLimitHeaders: (headers) => limiter.learn(model, headers),
    maxReplyBytes: config.limits?.[provider]?.maxReplyBytes,
  });

  /**
   * Adds the settings of the model. Calls to the same model at the same endpoint, with the same key and settings, share
   * everything learnt about it.
   */
  const languageOptions = (
    options: ProviderModelOptions,
    { apiKey }: Endpoint,
    { rung, systemRole, contextTokens, allowCutPrompts }: ModelSettings,
  ): ProviderModelOptions => {
    const { provider, modelId, baseUrl = '' } = options;
    const rungs = RUNGS_BY_WIRE[PROVIDER_PRESETS[provider as PresetName].wire];
    const capabilities: ModelCapabilities = {
      ...options.capabilities,
      structuredRung: rung ?? options.capabilities.structuredRung,
      systemRole: systemRole ?? options.capabilities.systemRole,
    };
    const key = [baseUrl, apiKey?.reveal(), modelId, rung, systemRole].join(' ');
    const limits = learned.get(key) ?? new LearnedLimits(capabilities, rungs);
    learned.set(key, limits);
    return {
      ...options,
      capabilities,
      limits,
      isRungSet: rung !== undefined,
      contextTokens,
      allowCutPrompts,
    };
  };

  return {
    languageModel(text) {
      const parsed = parse(text);
      const { provider, model } = parsed.id;
      const settings: ModelSettings = { timeoutMs: DEFAULT_TIMEOUT_MS, ...modelSettingsOf(config, parsed.id, text) };
      assertTakesEffect(settings, provider, parsed.id.model);
      if (provider === 'offline') {
        return withSettings(createOfflineModel({ responders, latency: offlineLatency, clock, modelId: model }), settings);
      }
      assertTemperature(settings.sampling?.temperature, provider, model);
      const endpoint = endpointOf(parsed, provider, env);
      const limiter = limiterOf(provider, endpoint);
      const wire = MODELS_BY_WIRE[PROVIDER_PRESETS[provider].wire];
      const served = wire(languageOptions(providerOptions(provider, model, endpoint, limiter), endpoint, settings));
      const limited = withRateLimit(served, limiter);
      const hedged = config.limits?.[provider]?.hedge === true ? withHedge(limited, { clock }) : limited;
      return withSettings(withRetry(hedged, retryOptions(provider, limiter)), settings);
    },

    embeddingModel(text) {
      const parsed = parse(text);
      const { provider, model } = parsed.id;
      const settings = { timeoutMs: DEFAULT_TIMEOUT_MS, ...modelSettingsOf(config, parsed.id, text) };
      if (provider === 'offline') return createOfflineEmbeddingModel({ clock, latency: offlineLatency, modelId: model });
      if (!PROVIDER_PRESETS[provider].embeddings) {
        const others = Object.entries(PROVIDER_PRESETS).flatMap(([name, preset]) => (preset.embeddings ? [name] : []));
        throw new SettingError('embedding model', `${provider} has no embeddings; use one of ${others.join(', ')}, offline`);
      }
      const endpoint = endpointOf(parsed, provider, env);
      const limiter = limiterOf(provider, endpoint);
      const embedding = createOpenAiEmbeddingModel(providerOptions(provider, model, endpoint, limiter));
      const retried = withEmbeddingRetry(withEmbeddingRateLimit(embedding, limiter), retryOptions(provider, limiter));
      return withEmbeddingSettings(retried, settings);
    },

    async contextSize(text, headers) {
      const parsed = parse(text);
      const { provider, model } = parsed.id;
      if (provider === 'offline') return undefined;
      const { baseUrl, apiKey } = endpointOf(parsed, provider, env);
      const { wire } = PROVIDER_PRESETS[provider];
      const key = apiKey?.reveal();
      const own = key === undefined ? {} : keyHeaders(wire, key);
      return askContextSize({
        provider,
        modelId: model,
        baseUrl: wire === 'anthropic' ? `${baseUrl.replace(/\/+$/, '')}/v1` : baseUrl,
        headers: { ...own, ...headers },
      });
    },

    costOf: (model, usage) => prices.costOf(model, usage),
    endpoints: () => [...limiters.values()].map((limiter) => limiter.snapshot()),
  };
}

function keyHeaders(wire: Wire, key: string): Readonly<Record<string, string>> {
  return wire === 'anthropic' ? { 'x-api-key': key, 'anthropic-version': '2023-06-01' } : { authorization: `Bearer ${key}` };
}

/** Anthropic's wire takes temperatures from 0 to 1: what is beyond would be refused with every call. */
function assertTemperature(temperature: number | undefined, provider: PresetName, model: string): void {
  if (temperature === undefined || temperature <= 1 || PROVIDER_PRESETS[provider].wire !== 'anthropic') return;
  throw new SettingError(
    'temperature',
    `${provider}:${model} takes temperatures from 0 to 1, and the config file says ${temperature}: lower it under models`,
  );
}

/** @throws SettingError on a setting that the provider has no place for */
function assertTakesEffect(settings: ModelSettings, provider: ProviderName, model: string): void {
  const refuse = (name: string, why: string): never => {
    throw new SettingError(
      name,
      `${name} of ${provider === model ? provider : `${provider}:${model}`} in the config file has no effect: ${why}; take it out`,
    );
  };
  if (provider === 'offline') {
    const idle = SERVER_SETTINGS.find((name) => settings[name] !== undefined);
    if (idle) refuse(idle, 'the offline model has no server');
    return;
  }
  const { wire } = PROVIDER_PRESETS[provider];
  const { rung, systemRole, contextTokens } = settings;
  const rungs: readonly StructuredRung[] = RUNGS_BY_WIRE[wire];
  if (rung && !rungs.includes(rung)) refuse('rung', `${provider} has no ${rung}, only ${rungs.join(' and ')}`);
  if (systemRole === 'developer' && wire === 'anthropic')
    refuse('systemRole', `${provider} has no role developer, only system and user`);
  if (contextTokens !== undefined && (settings.sampling?.maxOutputTokens ?? 0) >= contextTokens)
    refuse('contextTokens', `maxOutputTokens of ${String(settings.sampling?.maxOutputTokens)} alone fills it`);
}
