import type { FailureClass } from '../failure-rules.js';
import type { ResponseFailure } from '../response-failure.js';

/** Refusals of the prompt's length, which no setting can avoid but a smaller limit of the reply. */
const CONTEXT =
  /context_length|context[ _-]?(length|window|size|limit)|maximum context|max_model_len|n_ctx|too long\b|(input|prompt)[ _]token count|too many (input )?tokens|reduce the length|longer than the (model|maximum|context)|tokens? .{0,30}exceeds? the (model|available|maximum) ?(context|input)|inputs? tokens \+ max_new_tokens|request_too_large|string_above_max_length|request too large/i;
/** Prompts, models and load, where a status alone does not tell them. */
const ELSEWHERE =
  /invalid_prompt|invalid prompt|model .{0,80}(does not exist|not found|is not available|not loaded)|overload|over capacity|try again (later|in|soon|shortly)|temporar|timed? ?out|unavailable due/i;
/** Failures that depend on the form of the request. */
const OF_THE_REQUEST: readonly FailureClass[] = ['rejected', 'provider-failed', 'unknown-model', 'bad-address'];

/** Whether a refusal is about the length of the prompt. */
export function speaksOfContext({ words }: Pick<ResponseFailure, 'words'>): boolean {
  return CONTEXT.test(`${words.codes} ${words.message.replace(/[`'"]/g, '')}`);
}

/**
 * Whether a refusal has a cause that no change of a setting, of the reply's shape or of the roles can remove.
 * @param means what the failure is in all, by `classifyFailure`
 */
export function hasForeignCause({ words }: Pick<ResponseFailure, 'words'>, means: FailureClass): boolean {
  return !OF_THE_REQUEST.includes(means) || ELSEWHERE.test(`${words.codes} ${words.message}`);
}
