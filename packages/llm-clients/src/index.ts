export { busyShare, type Clock, elapsedNow } from './clock/clock.js';
export { nodeClock } from './clock/node-clock.js';
export { type ClientConfig, type ModelSettings, modelSettingsOf } from './config/client-config.js';
export { nearestName } from './config/nearest-name.js';
export { parseClientConfig } from './config/parse-client-config.js';
export { type Environment, findClientConfig, readClientConfig, withEnvFile } from './config/read-client-config.js';
export { createModelClients } from './create-model-clients.js';
export { describeModel } from './describe-model.js';
export { type EmbeddingModel, type EmbedOptions, type EmbedResult, vectorsProblem } from './embedding-model.js';
export { createOpenAiEmbeddingModel } from './embeddings/openai-compatible.js';
export { LlmClientError, SettingError } from './errors/llm-client-error.js';
export {
  AbortedError,
  AuthenticationError,
  CreditExhaustedError,
  endsBatch,
  isRetryable,
  PromptCutError,
  PROVIDER_ERROR_KINDS,
  ProviderError,
  type ProviderErrorKind,
  RateLimitError,
  RequestRejectedError,
  TimeoutError,
  TransportError,
  UnknownModelError,
} from './errors/provider-errors.js';
export {
  LengthCutError,
  RefusalError,
  ReplyError,
  type ReplyErrorKind,
  type SettledReply,
  settleReply,
  UnparsableReplyError,
} from './errors/reply-errors.js';
export {
  addUsage,
  type Attempt,
  ATTEMPT_OUTCOMES,
  FINISH_REASONS,
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  type Message,
  MESSAGE_ROLES,
  type MessagePart,
  messageText,
  modelTimeMs,
  NO_USAGE,
  PART_KINDS,
  type ProviderOptions,
  REASONING_EFFORTS,
  type Sampling,
  STRUCTURED_RUNGS,
  type Usage,
} from './language-model.js';
export { EndpointLimiter } from './limits/endpoint-limiter.js';
export { withHedge } from './middleware/hedge.js';
export { withEmbeddingRateLimit, withRateLimit } from './middleware/rate-limit.js';
export { withEmbeddingRetry, withRetry } from './middleware/retry.js';
export { withSampling } from './middleware/with-sampling.js';
export {
  type CallOptions,
  generateStructured,
  generateText,
  getTextEmbedding,
  getTextEmbeddings,
  modelCallStructured,
  modelCallUnstructured,
  type StructuredCallOptions,
} from './model-call.js';
export type { ClientEvent, ModelClients, ModelClientsOptions, RateLimits } from './model-clients.js';
export { formatModelId, type ParsedModelId, parseModelId } from './model-id.js';
export { createOfflineEmbeddingModel } from './offline/offline-embedding.js';
export { createOfflineModel } from './offline/offline-model.js';
export { createPriceBook, type PriceBook } from './prices/price-book.js';
export { definePrompt, type OfflineRequest, type OfflineResponder, type Prompt, type PromptCall } from './prompt.js';
export { createAnthropicModel } from './providers/anthropic.js';
export { capabilitiesOf } from './providers/capabilities.js';
export { createOpenAiChatModel } from './providers/openai-chat.js';
export { createOpenAiResponsesModel } from './providers/openai-responses.js';
export { PROVIDER_PRESETS } from './providers/presets.js';
export { contextFor, largerContextAdvice } from './providers/prompt-guard.js';
export type { ProviderModelOptions } from './providers/provider-model-options.js';
export type { SecretScrubber } from './providers/scrub-secrets.js';
export { readReply } from './replies/read-reply.js';
export { cutText } from './text/cut-text.js';
export { fillTemplate, fillWord, placeholdersOf, type TemplateValues } from './text/fill-template.js';
export type { WordSides } from './text/prompt-words.js';
export { readPromptWords } from './text/read-prompt-words.js';
export { writePromptWords } from './text/write-prompt-words.js';
export { countTokens, estimateTextTokens, estimateTokens } from './tokens/estimate-tokens.js';
export { soundUsage } from './tokens/settle-usage.js';
