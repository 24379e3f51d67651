export { ApiKey } from './api-key.js';
export { type Clock, elapsedNow } from './clock/clock.js';
export { nodeClock } from './clock/node-clock.js';
export { busyShare, type ProcessLoad, type RequestWatch, type TimeSpent } from './clock/process-load.js';
export {
  type ClientConfig,
  clientConfigSchema,
  type LimitSettings,
  type ModelSettings,
  type PriceSettings,
} from './config/client-config.js';
export { type Environment, withEnvFile, withEnvText } from './config/load-env-file.js';
export { modelSettingsOf } from './config/model-settings-of.js';
export { nearestName } from './config/nearest-name.js';
export { parseClientConfig } from './config/parse-client-config.js';
export { findClientConfig, readClientConfig } from './config/read-client-config.js';
export { createModelClients } from './create-model-clients.js';
export { describeModel, type ModelDescription } from './describe-model.js';
export { createOpenAiEmbeddingModel, type EmbeddingModelOptions } from './embeddings/openai-compatible.js';
export { vectorsProblem } from './embeddings/vectors-problem.js';
export type { EmbedOptions, EmbedResult, EmbeddingModel } from './embedding-model.js';
export { LlmClientError } from './errors/llm-client-error.js';
export {
  AbortedError,
  AuthenticationError,
  CreditExhaustedError,
  endsBatch,
  isRetryable,
  PROVIDER_ERROR_KINDS,
  PromptCutError,
  ProviderError,
  type ProviderErrorDetails,
  type ProviderErrorKind,
  RateLimitError,
  RequestRejectedError,
  TimeoutError,
  TransportError,
  UnknownModelError,
} from './errors/provider-errors.js';
export {
  LengthCutError,
  REPLY_ERROR_KINDS,
  RefusalError,
  ReplyError,
  type ReplyErrorKind,
  UnparsableReplyError,
} from './errors/reply-errors.js';
export { SettingError } from './errors/setting-error.js';
export {
  addUsage,
  ATTEMPT_OUTCOMES,
  type Attempt,
  type AttemptOutcome,
  FINISH_REASONS,
  type FinishReason,
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  type ModelDefaults,
  MESSAGE_ROLES,
  type Message,
  type MessagePart,
  type MessageRole,
  messageText,
  modelTimeMs,
  NO_USAGE,
  PART_KINDS,
  type PartKind,
  type PromptLabel,
  type ProviderOptions,
  type QueuePlace,
  REASONING_EFFORTS,
  REPLY_SHAPES,
  type ReasoningEffort,
  type Sampling,
  STRUCTURED_RUNGS,
  type StructuredRung,
  type Usage,
} from './language-model.js';
export {
  EndpointLimiter,
  type EndpointLimiterOptions,
  type Slot,
  type SlotOutcome,
  type SlotRequest,
} from './limits/endpoint-limiter.js';
export { withHedge, type HedgeOptions } from './middleware/hedge.js';
export { type LimitedModel, withEmbeddingRateLimit, withRateLimit } from './middleware/rate-limit.js';
export { type RetryOptions, withEmbeddingRetry, withRetry } from './middleware/retry.js';
export {
  type CallOptions,
  type GeneratedStructured,
  type GeneratedText,
  generateStructured,
  generateText,
  getTextEmbedding,
  getTextEmbeddings,
  modelCallStructured,
  modelCallUnstructured,
  type PromptInput,
  type StructuredCallOptions,
} from './model-call.js';
export type { ClientEvent, EndpointSnapshot, ModelClients, ModelClientsOptions, RateLimits } from './model-clients.js';
export {
  formatModelId,
  type ModelId,
  type ParsedModelId,
  parseModelId,
  type ParseModelIdOptions,
  PROVIDER_NAMES,
  type ProviderName,
} from './model-id.js';
export { type Latency, parseLatency } from './offline/latency.js';
export { createOfflineEmbeddingModel, type OfflineEmbeddingOptions } from './offline/offline-embedding.js';
export { createOfflineModel, type OfflineModelOptions } from './offline/offline-model.js';
export { createPriceBook, type PriceBook, type PricedModel } from './prices/price-book.js';
export {
  definePrompt,
  type OfflineRequest,
  type OfflineResponder,
  type Prompt,
  type PromptCall,
  type PromptDefinition,
} from './prompt.js';
export { createAnthropicModel } from './providers/anthropic.js';
export { capabilitiesOf, type ModelCapabilities } from './providers/capabilities.js';
export { createOpenAiChatModel } from './providers/openai-chat.js';
export { createOpenAiResponsesModel } from './providers/openai-responses.js';
export { PRESET_NAMES, type PresetName, PROVIDER_PRESETS, type ProviderPreset, type Wire, WIRES } from './providers/presets.js';
export type { ContextSize } from './providers/context-size.js';
export { contextFor, largerContextAdvice } from './providers/prompt-guard.js';
export type { ProviderModelOptions } from './providers/provider-model-options.js';
export type { RateLimitHeaders } from './providers/rate-limit-headers.js';
export { createSecretScrubber, type SecretScrubber } from './providers/scrub-secrets.js';
export { readReply, type ReadReply } from './replies/read-reply.js';
export { stripThinking } from './replies/strip-thinking.js';
export { type SettledReply, settleReply } from './settle-reply.js';
export { cutText } from './text/cut-text.js';
export { countTokens } from './tokens/count-tokens.js';
export { estimateTextTokens, estimateTokens } from './tokens/estimate-tokens.js';
export { soundUsage, type UsageEstimate } from './tokens/settle-usage.js';
