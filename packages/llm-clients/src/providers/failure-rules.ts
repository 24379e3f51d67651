import type { FailureWords } from './response-failure.js';

/** Meanings of an error response for the call, its run and its batch. */
export const FAILURE_CLASSES = [
  /** The model wrote something that its provider could not use and threw away: an unusable reply, asked again. */
  'unusable-reply',
  /** The reply has more bytes than are taken, and was cut off: like one at its limit of tokens. */
  'cut-reply',
  /** The provider's filter, or the model, declined: an answer of a kind, which goes on record. */
  'refusal',
  /** The account is out of money, or at the limit of what it may spend. */
  'no-credit',
  /** The allowance of an hour, a day or a month is used up: a wait of minutes does not help. */
  'quota-used-up',
  /** The key is wrong, missing, revoked, or may not do this. */
  'bad-key',
  /** Nothing answers calls at this address. */
  'bad-address',
  'unknown-model',
  /** The request alone is larger than the allowance of a minute: it can never pass. */
  'too-large',
  'rate-limit',
  /** The provider failed: the same request may pass later. */
  'provider-failed',
  /** The request is not accepted in this form. */
  'rejected',
] as const;
export type FailureClass = (typeof FAILURE_CLASSES)[number];

/**
 * One way in which services express a failure. A rule matches if its status fits and, where it lists codes or words, one of them
 * is found.
 */
interface FailureRule {
  readonly means: FailureClass;
  readonly status?: ((status: number, isEmbedded: boolean) => boolean) | undefined;
  /** Looked for in `FailureWords.codes`, which are lower case. */
  readonly codes?: RegExp | undefined;
  /** Looked for in `FailureWords.message`. */
  readonly words?: RegExp | undefined;
  /** Words that show that the rule does not hold after all. */
  readonly unless?: RegExp | undefined;
}

const is =
  (...statuses: readonly number[]) =>
  (status: number): boolean =>
    statuses.includes(status);
const clientError = (status: number, isEmbedded: boolean): boolean => isEmbedded || (status >= 400 && status < 500);

const KEY = String.raw`((api|access|secret|auth\w*|security|service|bearer)[ _-]?(key|token|header|credentials?)|credentials)`;

/**
 * Rules in the order in which they are tried; the first that matches decides. Rules about the model's own text come first,
 * because that text may stand in the message and contain anything.
 * Sources: the services' pages on errors, and error bodies in public bug reports; the rows of `classify-failure.test.ts` name the
 * services.
 */
export const FAILURE_RULES: readonly FailureRule[] = [
  { means: 'cut-reply', codes: /^reply_too_large$/ },
  {
    means: 'unusable-reply',
    status: (status, isEmbedded) => isEmbedded || is(400, 422, 424)(status) || status >= 500,
    codes: /json_validate_failed|tool_use_failed|model_error|output_parse/,
    words:
      /failed to (generate|validate) json\b(?! schema)|failed to call a function|tool call validation failed|error parsing tool call|model (has )?((produced|generated|returned|wrote) (an? )?(invalid|malformed|broken)|produced output that)|failed to parse input at pos|failed to parse (the )?(model|generated) (output|response)|model returned (an )?(invalid|malformed|empty)|\b(model|generated) (output|response|reply|content|json)\b(?! schema).{0,40}\b(not valid|invalid|malformed|(could not|cannot) be parsed|does not (match|conform))/i,
  },
  {
    means: 'bad-key',
    status: clientError,
    codes: /account_deactivated|account_suspended|organization_restricted/,
    words: /\b(account|organi[sz]ation|project)\b.{0,40}\b(deactivated|suspended|disabled|banned|terminated|restricted)/i,
    unless: /billing|credit|balance|payment|arrears/i,
  },
  {
    means: 'refusal',
    // 446 is Portkey's guardrail, 451 what some gateways answer.
    status: (status, isEmbedded) => isEmbedded || is(400, 403, 406, 422, 446, 451)(status) || status === 500,
    codes:
      /content[_-]?(filter|policy|moderation)|(bio|cyber|usage)_policy|responsibleaipolicy|moderation|data_?inspection_?failed|prohibited_?content|sensitive_?content|guardrail|hooks_failed|safety_(block|check|error|violation)/,
    words:
      /content[ _-](filter|policy|management policy|moderation)|content (exists risk|violates)|violat\w+ (\w+ ){0,4}(guidelines?|polic(y|ies)|terms)|(prompt|input|request|output|response|content|messages?)( data| text)?\b.{0,30}\b(flagged|moderated)\b|inappropriate content|considered high[ -]risk|rejected (as a result of|by) (our|the) safety|blocked (by|due to|because of) .{0,30}(safety|content|policy|filter|guardrail)|prohibited[ _]content|sensitive (content|information|words?)|guardrails? (intervened|blocked|failed)|不安全|敏感/i,
    unless: /data policy|privacy settings/i,
  },
  { means: 'no-credit', status: is(402) },
  {
    means: 'no-credit',
    // Together's and Gemini's limits of a minute speak of billing too.
    unless: /per[ -]?min|queries per|\bRPM\b|\bTPM\b/i,
    codes:
      /insufficient[_ ](user_)?(quota|balance|credits?|funds?)|billing_(not_active|hard_limit)|credit_(limit|balance)|(spend|spending)_limit|exceeded_current_quota|arrearage|payment_required|blocked_api_access|out_of_credits|budget_exceeded|freetieronly/,
    words:
      /insufficient[_ ](user[_ ])?(quota|balance|credits?|funds?)|credit balance is too low|billing (hard )?limit|account is not active|used all (of )?(its |your |the )?(available |included )?credits|(run |ran |are )?out of credits|(key|credit|spend(ing)?|budget) (limit|cap) (exceeded|reached|has been|was)|budget (has been |was |is )?(exceeded|reached)|over budget|spend(ing)? cap|free (tier|quota|trial|credits?)\b.{0,40}\b(exhausted|used up|expired|ended)|requires more credits|can only afford|reached (its|your) (\w+ )?spend(ing)? limit|exceeded your (\w+ )?(included )?credits|in good standing|\btop[ -]up\b|quota exceeded.{0,200}limit: 0\b|余额不足|欠费/is,
  },
  {
    means: 'bad-key',
    status: is(401),
  },
  {
    means: 'bad-key',
    codes:
      /invalid_api_key|api_key_invalid|invalid_authentication|authentication_?(error|failed|required)|unauthenticated|unauthorized|access_token_expired|invalid_?token|(consumer|api_key)_(suspended|invalid|service_blocked)/,
    words: new RegExp(
      String.raw`\b${KEY}\b.{0,24}\b(not valid|invalid|is not found|not found|expired|revoked|leaked|disabled|missing|required|was not provided|not provided)\b|\b(invalid|incorrect|wrong|bad|missing|no|expired|malformed)( or \w+)? ${KEY}s?\b( provided| found)?|\bauthentication (fails|failed|error|required)|\bunauthori[sz]ed\b|\bunauthenticated\b|no auth credentials|\b(location|country|region|territory)\b.{0,20}\bnot supported|not available in your (country|region)`,
      'i',
    ),
    // A complaint about a field of the request, or about too many tokens, is not about a key.
    unless: /tokens\b|\b(schema|property|properties|parameter|field|json)\b|rate limit|too many requests/i,
  },
  {
    means: 'bad-address',
    status: (status, isEmbedded) => isEmbedded || is(404, 405, 501)(status),
    words:
      /unexpected endpoint|unknown (endpoint|route|path)|no route|cannot (post|get) \/|invalid url|method not allowed|unknown request url|^(error|not found|(404|405)\b.*|(page|file) not found)?\.?$/i,
  },
  {
    means: 'unknown-model',
    status: (status) => status !== 429,
    codes:
      /model_?not_?(found|exists?|available|supported)|(invalid|unknown|unsupported|nonexistent)_?model|model_decommissioned|modelnotfound/,
    words:
      /\bnot a valid model|\bmodel\b((?!\b(parameter|field|setting|temperature|schema|format|template)s?\b).){0,160}\b(does not exist|not exist|not found|has been (decommissioned|deprecated|shut down|removed)|is no longer (available|supported)|is not loaded)|\b(unknown|invalid|no such|nonexistent) model\b|no models? (is |are )?loaded|unable to access model/i,
  },
  { means: 'bad-key', status: is(403), unless: /rate[ _-]?limit|too many requests|quota/i },
  { means: 'unknown-model', status: is(404) },
  // Anthropic's for prompts beyond what the account's plan takes.
  { means: 'rejected', status: is(429), words: /extra usage is required/i },
  {
    means: 'rate-limit',
    // 498 is Groq's for a tier without room.
    status: is(429, 498),
  },
  {
    means: 'rate-limit',
    status: clientError,
    codes: /rate_?limit|too_?many_?requests|throttl|resource_exhausted/,
    words: /\brate[ _-]?limit(s|ed)? (was |is |has been )?(exceeded|reached)|too many requests|throttled/i,
  },
  // LM Studio's 400 where its model went down.
  { means: 'provider-failed', status: clientError, words: /\bmodel (has |was |is )?(crashed|unloaded)\b|channel error/i },
  { means: 'provider-failed', status: (status) => is(408, 409, 425)(status) || status >= 500 },
];

/** Whether a rule matches a failure. */
export function ruleHolds(
  { status, codes, words, unless }: FailureRule,
  failure: { readonly status: number; readonly isEmbedded: boolean; readonly words: FailureWords },
): boolean {
  if (status && !status(failure.status, failure.isEmbedded)) return false;
  if (unless?.test(failure.words.message)) return false;
  if (!codes && !words) return true;
  return (codes?.test(failure.words.codes) ?? false) || (words?.test(failure.words.message) ?? false);
}
