export type { Clock } from './clock/clock.js';
export { nodeClock } from './clock/node-clock.js';
export type { EmbedOptions, EmbedResult, EmbeddingModel } from './embedding-model.js';
export { LlmClientError } from './errors/llm-client-error.js';
export {
  AbortedError,
  AuthenticationError,
  CreditExhaustedError,
  endsBatch,
  isRetryable,
  PROVIDER_ERROR_KINDS,
  ProviderError,
  type ProviderErrorDetails,
  type ProviderErrorKind,
  RateLimitError,
  RequestRejectedError,
  TimeoutError,
  TransportError,
  UnknownModelError,
} from './errors/provider-errors.js';
export { LengthCutError, REPLY_ERROR_KINDS, RefusalError, ReplyError, type ReplyErrorKind, UnparsableReplyError } from './errors/reply-errors.js';
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
  MESSAGE_ROLES,
  type Message,
  type MessagePart,
  type MessageRole,
  messageText,
  NO_USAGE,
  PART_KINDS,
  type PartKind,
  type PromptLabel,
  type ProviderOptions,
  type QueuePlace,
  REASONING_EFFORTS,
  type ReasoningEffort,
  type Sampling,
  STRUCTURED_RUNGS,
  type StructuredRung,
  type Usage,
} from './language-model.js';
export type { ClientEvent, EndpointSnapshot, ModelClients, ModelClientsOptions } from './model-clients.js';
export {
  definePrompt,
  type OfflineRequest,
  type OfflineResponder,
  type Prompt,
  type PromptCall,
  type PromptDefinition,
} from './prompt.js';
export { type SettledReply, settleReply } from './settle-reply.js';
