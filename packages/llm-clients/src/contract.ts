// The contract without any client: lists, types and errors only, safe in a browser.
export { type ExplainedError, isExplainedError } from './errors/explained-error.js';
export { PROVIDER_ERROR_KINDS, type ProviderErrorKind } from './errors/provider-errors.js';
export { type ReplyErrorKind, type SettledReply, settleReply } from './errors/reply-errors.js';
export { TypedError } from './errors/typed-error.js';
export {
  addUsage,
  type Attempt,
  ATTEMPT_OUTCOMES,
  FINISH_REASONS,
  MESSAGE_ROLES,
  modelTimeMs,
  NO_USAGE,
  PART_KINDS,
  REASONING_EFFORTS,
  STRUCTURED_RUNGS,
  type Usage,
} from './language-model.js';
export { formatModelSpec, isOffline, type ModelSpec, modelSpecSchema } from './model-spec.js';
export { sfc32 } from './offline/seeded-random.js';
export { cutText } from './text/cut-text.js';
export { fillTemplate, fillWord, placeholdersOf, type TemplateValues } from './text/fill-template.js';
export { withoutUndefined } from './without-undefined.js';
