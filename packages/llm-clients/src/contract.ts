/** The contract without any client: lists and types only, safe in a browser. */
export { type ExplainedError, isExplainedError } from './errors/explained-error.js';
export { PROVIDER_ERROR_KINDS, type ProviderErrorKind } from './errors/provider-errors.js';
export { REPLY_ERROR_KINDS, type ReplyErrorKind } from './errors/reply-errors.js';
export { TypedError } from './errors/typed-error.js';
export {
  addUsage,
  type Attempt,
  ATTEMPT_OUTCOMES,
  FINISH_REASONS,
  type FinishReason,
  MESSAGE_ROLES,
  type MessageRole,
  modelTimeMs,
  NO_USAGE,
  PART_KINDS,
  type PartKind,
  type PromptLabel,
  REASONING_EFFORTS,
  STRUCTURED_RUNGS,
  type Usage,
} from './language-model.js';
export { formatModelSpec, isOffline, type ModelSpec, modelSpecSchema } from './model-spec.js';
export { type SettledReply, settleReply } from './settle-reply.js';
export { sfc32 } from './sfc32.js';
export { cutText } from './text/cut-text.js';
