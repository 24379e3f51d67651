import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassifiedFailure, classifyFailure } from './classify-failure.js';
import { FAILURE_CLASSES, type FailureClass } from './failure-rules.js';
import { ResponseFailure } from './response-failure.js';
import { responseToProviderError } from './to-provider-error.js';

const NOW = Date.UTC(2026, 2, 20, 12);

interface Said {
  readonly headers?: Readonly<Record<string, string>>;
  /** Our own estimate of the request. */
  readonly tokens?: number;
  readonly waitMs?: number | undefined;
}

function classify(status: number, body: unknown, { headers = {}, tokens }: Said = {}): ClassifiedFailure {
  const reader = { get: (name: string) => headers[name] ?? null };
  const isRecord = typeof body === 'object' && body !== null && !Array.isArray(body);
  const failure =
    status === 200 && isRecord
      ? ResponseFailure.embedded(body as Readonly<Record<string, unknown>>, reader)
      : new ResponseFailure(status, body, reader);
  return classifyFailure(failure, NOW, tokens === undefined ? undefined : () => tokens);
}

const google = (code: number, status: string, message: string, ...details: readonly object[]): unknown => [
  { error: { code, message, status, details } },
];
const quotaFailure = (...quotaIds: readonly string[]): object => ({
  '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
  violations: quotaIds.map((quotaId) => ({
    quotaMetric: 'generativelanguage.googleapis.com/generate_content_requests',
    quotaId,
  })),
});
const retryInfo = (retryDelay: string): object => ({ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay });
const anthropic = (type: string, message: string): unknown => ({ type: 'error', error: { type, message }, request_id: 'req_1' });
const openai = (message: string, type: string | null, code: string | null = null, param: string | null = null): unknown => ({
  error: { message, type, param, code },
});

/** Error responses as services send them: from their own pages, and from public bug reports. 200 is an error inside a response of status 200. */
const ROWS = (
  [
    [
      'anybody, more than is taken',
      'cut-reply',
      200,
      { error: { message: 'the reply has more than …', code: 'reply_too_large' } },
    ],
    // A model's reply that was thrown away.
    [
      'Groq, with the text',
      'unusable-reply',
      400,
      {
        error: {
          message: "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
          type: 'invalid_request_error',
          code: 'json_validate_failed',
          failed_generation: '{"orders": [',
        },
      },
    ],
    [
      'Groq, without any text',
      'unusable-reply',
      400,
      {
        error: {
          message: "Failed to validate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
          type: 'invalid_request_error',
          code: 'json_validate_failed',
          failed_generation: '',
        },
      },
    ],
    [
      'Groq, a schema not kept',
      'unusable-reply',
      400,
      openai('Generated JSON does not match the expected schema.', 'invalid_request_error', 'json_validate_failed'),
    ],
    [
      'Groq, a tool nobody asked for',
      'unusable-reply',
      400,
      openai('tool call validation failed: attempted to call tool', 'invalid_request_error', 'tool_use_failed'),
    ],
    [
      'OpenAI',
      'unusable-reply',
      500,
      openai(
        'The model produced invalid content. Consider modifying your prompt if you are seeing this error persistently.',
        'model_error',
      ),
    ],
    [
      'llama.cpp, of 2026',
      'unusable-reply',
      500,
      {
        error: {
          code: 500,
          message: 'The model produced output that does not match the expected peg-native format',
          type: 'server_error',
        },
      },
    ],
    [
      'llama.cpp, quoting what the model wrote',
      'unusable-reply',
      500,
      {
        error: {
          code: 500,
          message: 'Failed to parse input at pos 12: my API key is not valid, insufficient_quota',
          type: 'server_error',
        },
      },
    ],
    [
      'Cerebras',
      'unusable-reply',
      422,
      { message: 'Model generated invalid JSON', type: 'invalid_request_error', code: 'wrong_api_format' },
    ],
    ['Ollama', 'unusable-reply', 500, { error: 'error parsing tool call: raw=\'{"a":\', err=unexpected end of JSON input' }],
    [
      'OpenRouter, quoting Groq',
      'unusable-reply',
      400,
      {
        error: {
          message: 'Provider returned error',
          code: 400,
          metadata: {
            provider_name: 'Groq',
            raw: '{"error":{"message":"Failed to generate JSON.","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"oh"}}',
          },
        },
      },
    ],
    [
      'Groq, output that is no message',
      'unusable-reply',
      400,
      openai(
        'Parsing failed. The model generated output that could not be parsed.',
        'invalid_request_error',
        'output_parse_failed',
      ),
    ],
    [
      'Bedrock behind a gateway',
      'unusable-reply',
      424,
      { message: 'Model produced invalid sequence as part of ToolUse.', type: 'ModelErrorException' },
    ],
    // Refusals.
    [
      'Azure OpenAI',
      'refusal',
      400,
      {
        error: {
          message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
          type: null,
          param: 'prompt',
          code: 'content_filter',
          status: 400,
          innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: { violence: { filtered: true } } },
        },
      },
    ],
    [
      'OpenAI, a reasoning model',
      'refusal',
      400,
      openai(
        'Invalid prompt: your prompt was flagged as potentially violating our usage policy. Please try again with a different prompt',
        'invalid_request_error',
        'invalid_prompt',
      ),
    ],
    ['OpenAI, biology', 'refusal', 200, { error: { code: 'bio_policy', message: 'This request was stopped.' } }],
    [
      'OpenAI, the safety system',
      'refusal',
      400,
      openai('Your request was rejected as a result of our safety system.', 'user_error'),
    ],
    ['Anthropic', 'refusal', 400, anthropic('invalid_request_error', 'Output blocked by content filtering policy')],
    [
      'xAI',
      'refusal',
      403,
      {
        code: 'The caller does not have permission to execute the specified operation',
        error:
          'Content violates usage guidelines. Team: t, API key ID: k, Model: grok-4-0709, Failed check: SAFETY_CHECK_TYPE_BIO',
      },
    ],
    ['xAI, with its other code', 'refusal', 403, { code: 'permission-denied', error: 'Content violates usage guidelines. ' }],
    [
      'OpenRouter',
      'refusal',
      403,
      {
        error: {
          code: 403,
          message: 'openai/gpt-4o requires moderation on OpenAI. Your input was flagged for "violence". No credits were charged.',
          metadata: { reasons: ['violence'], flagged_input: '…', provider_name: 'OpenAI', model_slug: 'openai/gpt-4o' },
        },
      },
    ],
    ['DeepSeek', 'refusal', 400, openai('Content Exists Risk', 'invalid_request_error', 'invalid_request_error')],
    [
      'DashScope (Qwen)',
      'refusal',
      400,
      {
        error: {
          code: 'data_inspection_failed',
          param: null,
          message:
            'Input data may contain inappropriate content. For details, see: https://help.aliyun.com/zh/model-studio/error-code',
          type: 'data_inspection_failed',
        },
        id: 'chatcmpl-1',
      },
    ],
    [
      'DashScope, natively',
      'refusal',
      400,
      {
        code: 'DataInspectionFailed',
        message: '<400> InternalError.Algo.DataInspectionFailed: Input text data may contain inappropriate content.',
      },
    ],
    ['Moonshot', 'refusal', 400, openai('The request was rejected because it was considered high risk', 'content_filter')],
    [
      'Zhipu',
      'refusal',
      400,
      {
        error: { code: '1301', message: '系统检测到输入或生成内容可能包含不安全或敏感内容，请您避免输入易产生敏感内容的提示语' },
      },
    ],
    [
      'Gemini, inside a page of JSON',
      'refusal',
      400,
      google(400, 'INVALID_ARGUMENT', 'The prompt was blocked due to safety: PROHIBITED_CONTENT'),
    ],
    [
      'Portkey',
      'refusal',
      446,
      { hook_results: {}, error: { message: 'The guardrail checks failed', type: 'hooks_failed', code: null } },
    ],
    [
      'LiteLLM before Azure',
      'refusal',
      400,
      openai(
        "litellm.BadRequestError: litellm.ContentPolicyViolationError: AzureException - The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
        null,
        '400',
      ),
    ],
    // No money.
    [
      'OpenAI',
      'no-credit',
      429,
      openai(
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        'insufficient_quota',
      ),
    ],
    [
      'OpenAI, not active',
      'no-credit',
      429,
      openai(
        'Your account is not active, please check your billing details on our website.',
        'billing_not_active',
        'billing_not_active',
      ),
    ],
    [
      'OpenAI, hard limit',
      'no-credit',
      400,
      openai('Billing hard limit has been reached', 'invalid_request_error', 'billing_hard_limit_reached'),
    ],
    [
      'Anthropic',
      'no-credit',
      400,
      anthropic(
        'invalid_request_error',
        'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      ),
    ],
    [
      'OpenRouter',
      'no-credit',
      402,
      { error: { message: 'Insufficient credits. Add more using https://openrouter.ai/credits', code: 402 } },
    ],
    [
      'OpenRouter, for this request',
      'no-credit',
      402,
      {
        error: {
          message:
            'This request requires more credits, or fewer max_tokens. You requested up to 64000 tokens, but can only afford 2666.',
          code: 402,
        },
      },
    ],
    [
      "OpenRouter, the key's own limit",
      'no-credit',
      403,
      { error: { message: 'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys', code: 403 } },
    ],
    ['DeepSeek', 'no-credit', 402, openai('Insufficient Balance', 'unknown_error', 'invalid_request_error')],
    ['DeepSeek behind a proxy', 'no-credit', 400, openai('Insufficient Balance', 'unknown_error', 'invalid_request_error')],
    [
      'xAI',
      'no-credit',
      429,
      {
        code: 'Some resource has been exhausted',
        error:
          'Your team t has either used all available credits or reached its monthly spending limit. To continue making API requests, please purchase more credits or raise your spending limit.',
      },
    ],
    [
      'xAI, as a permission',
      'no-credit',
      403,
      {
        code: 'permission-denied',
        error: 'Your team t has either used all available credits or reached its monthly spending limit.',
      },
    ],
    [
      'Together',
      'no-credit',
      402,
      openai(
        'Credit limit exceeded. Please navigate to https://api.together.xyz/settings/billing to add credit or upgrade your plan.',
        'credit_limit',
      ),
    ],
    [
      'Groq, a limit on spending',
      'no-credit',
      400,
      openai('API access is blocked: the spend limit was reached.', 'invalid_request_error', 'blocked_api_access'),
    ],
    [
      'DashScope',
      'no-credit',
      400,
      openai('Access denied, please make sure your account is in good standing.', 'Arrearage', 'Arrearage'),
    ],
    [
      'Moonshot',
      'no-credit',
      429,
      openai('Your account is suspended, please check your plan and billing details', 'exceeded_current_quota_error'),
    ],
    ['Hugging Face', 'no-credit', 402, { error: 'You have exceeded your monthly included credits for Inference Providers.' }],
    [
      'Gemini, a model that is not in the plan',
      'no-credit',
      429,
      google(
        429,
        'RESOURCE_EXHAUSTED',
        'You exceeded your current quota, please check your plan and billing details.\n* Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: 0\nPlease retry in 34.07s.',
      ),
    ],
    ['a gateway, in a 200', 'no-credit', 200, { error: { message: 'insufficient_user_quota: 余额不足', type: 'new_api_error' } }],
    [
      'LiteLLM',
      'no-credit',
      400,
      openai('Budget has been exceeded! Current cost: 10.1, Max budget: 10.0', 'budget_exceeded', '400'),
    ],
    [
      'DashScope, the free tier',
      'no-credit',
      403,
      openai(
        'The free tier of the model has been exhausted. If you wish to continue access the model on a paid basis, …',
        'AllocationQuota.FreeTierOnly',
        'AllocationQuota.FreeTierOnly',
      ),
    ],
    [
      'Gemini, a cap on spending',
      'no-credit',
      429,
      google(
        429,
        'RESOURCE_EXHAUSTED',
        'Your project has exceeded its monthly spending cap. Please go to AI Studio to manage it.',
      ),
    ],
    // Used up for hours or days.
    [
      'Gemini',
      'quota-used-up',
      429,
      google(
        429,
        'RESOURCE_EXHAUSTED',
        'You exceeded your current quota, please check your plan and billing details.',
        quotaFailure('GenerateRequestsPerDayPerProjectPerModel-FreeTier'),
        retryInfo('34s'),
      ),
      { waitMs: undefined },
    ],
    [
      'Gemini, several quotas at once',
      'quota-used-up',
      429,
      google(
        429,
        'RESOURCE_EXHAUSTED',
        'You exceeded your current quota, please check your plan and billing details.',
        quotaFailure('GenerateContentInputTokensPerModelPerMinute-FreeTier', 'GenerateRequestsPerDayPerProjectPerModel-FreeTier'),
      ),
    ],
    [
      'Gemini, as JSON in a message',
      'quota-used-up',
      429,
      {
        error: {
          message: JSON.stringify({
            error: { code: 429, message: 'Quota exceeded', details: [quotaFailure('RequestsPerDayPerProject')] },
          }),
          code: 429,
        },
      },
    ],
    [
      'Groq, tokens',
      'quota-used-up',
      429,
      openai(
        'Rate limit reached for model `llama-3.3-70b-versatile` in organization `org_1` service tier `on_demand` on tokens per day (TPD): Limit 100000, Used 97050, Requested 3619. Please try again in 9m38.016s. Need more tokens? Upgrade to Dev Tier today at https://console.groq.com/settings/billing',
        'tokens',
        'rate_limit_exceeded',
      ),
      { waitMs: 578_016 },
    ],
    [
      'OpenAI, requests',
      'quota-used-up',
      429,
      openai(
        'Rate limit reached for gpt-4o-mini in organization org-1 on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s. You can increase your rate limit by adding a payment method to your account at https://platform.openai.com/account/billing.',
        'requests',
        'rate_limit_exceeded',
      ),
      { waitMs: 432_000 },
    ],
    [
      'OpenRouter',
      'quota-used-up',
      429,
      {
        error: {
          message: 'Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day',
          code: 429,
          metadata: {
            headers: { 'X-RateLimit-Limit': '50', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(NOW + 43_200_000) },
          },
        },
      },
      { waitMs: 43_200_000 },
    ],
    [
      'Anthropic',
      'quota-used-up',
      400,
      anthropic(
        'invalid_request_error',
        'You have reached your specified API usage limits. You will regain access on 2026-04-01 at 00:00 UTC.',
      ),
      { waitMs: Date.UTC(2026, 3, 1) - NOW },
    ],
    [
      'Anthropic, formerly',
      'quota-used-up',
      429,
      anthropic('rate_limit_error', 'Number of request tokens has exceeded your daily rate limit'),
    ],
    [
      'Ollama, hours',
      'quota-used-up',
      429,
      { error: "you've reached your hourly usage limit, please wait or upgrade to continue" },
    ],
    [
      'Ollama, weeks',
      'quota-used-up',
      429,
      { error: 'you (me) have reached your weekly usage limit, upgrade for higher limits' },
    ],
    [
      'anybody who asks to wait for hours',
      'quota-used-up',
      429,
      { error: 'slow down' },
      { headers: { 'retry-after': '7200' }, waitMs: 7_200_000 },
    ],
    // A minute's limits, however they speak.
    [
      'Gemini',
      'rate-limit',
      429,
      google(
        429,
        'RESOURCE_EXHAUSTED',
        'You exceeded your current quota, please check your plan and billing details.',
        quotaFailure('GenerateRequestsPerMinutePerProjectPerModel-FreeTier'),
        retryInfo('34s'),
      ),
      { waitMs: 34_000 },
    ],
    [
      'OpenAI',
      'rate-limit',
      429,
      openai(
        'Rate limit reached for gpt-4o in organization org-1 on tokens per min (TPM): Limit 30000, Used 29000, Requested 1443. Please try again in 4.77s. Visit https://platform.openai.com/account/rate-limits to learn more.',
        'tokens',
        'rate_limit_exceeded',
      ),
      { waitMs: 4_770 },
    ],
    [
      'Together, as a limit of credit',
      'rate-limit',
      429,
      openai(
        'You have been rate limited. Your rate limit is 60 queries per minute. Please navigate to https://api.together.xyz/settings/billing to upgrade to a paid plan.',
        'credit_limit',
      ),
    ],
    [
      'OpenRouter, a minute',
      'rate-limit',
      429,
      {
        error: {
          message: 'Rate limit exceeded: free-models-per-min. Add 10 credits to unlock 1000 free model requests per day',
          code: 429,
        },
      },
    ],
    [
      'Mistral',
      'rate-limit',
      429,
      { object: 'error', message: 'Rate limit exceeded', type: 'rate_limited', param: null, code: '1300', raw_status_code: 429 },
    ],
    [
      'Mistral, a full tier',
      'rate-limit',
      429,
      { object: 'error', message: 'Service tier capacity exceeded for this model.', type: 'invalid_request_error' },
    ],
    ['Groq, a full tier', 'rate-limit', 498, openai('Flex tier capacity exceeded', 'server_error', 'capacity_exceeded')],
    [
      'Anthropic',
      'rate-limit',
      429,
      anthropic(
        'rate_limit_error',
        'This request would exceed the rate limit for your organization (org) of 20,000 input tokens per minute.',
      ),
      { tokens: 9_000 },
    ],
    [
      'OpenRouter, of a model',
      'rate-limit',
      429,
      { error: { message: 'Rate limit exceeded: limit_rpm/deepseek/deepseek-r1. High demand.', code: 429 } },
    ],
    [
      'Azure',
      'rate-limit',
      429,
      openai('Requests have exceeded call rate limit of your current pricing tier. Please retry after 17 seconds.', null, '429'),
      { waitMs: 17_000 },
    ],
    [
      'Moonshot',
      'rate-limit',
      429,
      openai(
        'Your account request reached max organization concurrency: 1, please try again after 1 seconds',
        'rate_limit_reached_error',
      ),
      { waitMs: 1_000 },
    ],
    ['an aggregator, in a 200', 'rate-limit', 200, { error: { code: 'rate_limit_exceeded', message: 'upstream is busy' } }],
    // More than a minute's allowance at once.
    [
      'OpenAI',
      'too-large',
      429,
      openai(
        'Request too large for gpt-4o in organization org-1 on tokens per min (TPM): Limit 30000, Requested 342389. The input or output tokens must be reduced in order to run successfully.',
        'tokens',
        'rate_limit_exceeded',
      ),
    ],
    [
      'Groq',
      'too-large',
      413,
      openai(
        'Request too large for model `llama-3.1-8b-instant` in organization `org_1` service tier `on_demand` on tokens per minute (TPM): Limit 6000, Requested 12328, please reduce your message size and try again.',
        'tokens',
        'rate_limit_exceeded',
      ),
    ],
    [
      'Groq, formerly',
      'too-large',
      429,
      openai(
        'Rate limit reached for model `llama3-70b-8192` in organization `org_1` on tokens per minute (TPM): Limit 7000, Used 0, Requested ~12903. Please try again in 50.5s.',
        'tokens',
        'rate_limit_exceeded',
      ),
    ],
    [
      'Anthropic',
      'too-large',
      429,
      anthropic(
        'rate_limit_error',
        'This request would exceed the rate limit for your organization (org) of 20,000 input tokens per minute.',
      ),
      { tokens: 45_000 },
    ],
    [
      'anybody, by the headers',
      'too-large',
      429,
      openai('slow down', null),
      { tokens: 90_000, headers: { 'x-ratelimit-limit-tokens': '8000' } },
    ],
    // Wrong keys.
    [
      'OpenAI',
      'bad-key',
      401,
      openai('Incorrect API key provided: sk-x. You can find your API key at …', 'invalid_request_error', 'invalid_api_key'),
    ],
    [
      'OpenAI, an account that is gone',
      'bad-key',
      403,
      openai(
        'The OpenAI account associated with this API key has been deactivated for violating our usage policies.',
        'invalid_request_error',
        'account_deactivated',
      ),
    ],
    [
      'OpenAI, a country',
      'bad-key',
      403,
      openai('Country, region, or territory not supported', 'request_forbidden', 'unsupported_country_region_territory'),
    ],
    ['Anthropic', 'bad-key', 401, anthropic('authentication_error', 'invalid x-api-key')],
    [
      'Gemini',
      'bad-key',
      400,
      google(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'API_KEY_INVALID',
        domain: 'googleapis.com',
      }),
    ],
    ['Gemini, an old key', 'bad-key', 400, google(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.')],
    [
      'Gemini, a key that got about',
      'bad-key',
      403,
      google(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'),
    ],
    ['Gemini, a place', 'bad-key', 400, google(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.')],
    [
      'xAI',
      'bad-key',
      400,
      {
        code: 'Client specified an invalid argument',
        error:
          'Incorrect%20API%20key%20provided:%20ba***na.%20You%20can%20obtain%20an%20API%20key%20from%20https://console.x.ai.',
      },
    ],
    [
      'DeepSeek',
      'bad-key',
      401,
      openai('Authentication Fails, Your api key: ****x is invalid', 'authentication_error', 'invalid_request_error'),
    ],
    ['Mistral', 'bad-key', 401, { detail: 'Unauthorized' }],
    ['Groq', 'bad-key', 401, openai('Invalid API Key', 'invalid_request_error', 'invalid_api_key')],
    ['OpenRouter', 'bad-key', 401, { error: { message: 'No auth credentials found', code: 401 } }],
    [
      'Together',
      'bad-key',
      401,
      openai(
        'Invalid API key provided. You can find your API key at https://api.together.xyz/settings/api-keys.',
        'invalid_request_error',
        'invalid_api_key',
      ),
    ],
    ['vLLM', 'bad-key', 401, { error: 'Unauthorized' }],
    ['llama.cpp', 'bad-key', 401, { error: { code: 401, message: 'Invalid API Key', type: 'authentication_error' } }],
    ['a gateway that answers 200', 'bad-key', 200, { error: { message: 'Invalid API key', type: 'invalid_request_error' } }],
    [
      'a gateway that answers 500',
      'bad-key',
      500,
      { error: { message: 'litellm.AuthenticationError: Incorrect API key provided' } },
    ],
    ['a gateway that answers 404', 'bad-key', 404, { message: 'invalid api key' }],
    // Unknown models, and addresses where nothing is.
    [
      'OpenAI',
      'unknown-model',
      404,
      openai('The model `gpt-9` does not exist or you do not have access to it.', 'invalid_request_error', 'model_not_found'),
    ],
    ['Anthropic', 'unknown-model', 404, anthropic('not_found_error', 'model: claude-9')],
    ['DeepSeek', 'unknown-model', 400, openai('Model Not Exist', 'invalid_request_error', 'invalid_request_error')],
    [
      'Mistral',
      'unknown-model',
      400,
      { object: 'error', message: 'Invalid model: x', type: 'invalid_model', param: null, code: '1500' },
    ],
    ['OpenRouter', 'unknown-model', 400, { error: { message: 'nobody/none is not a valid model ID', code: 400 } }],
    ['Gemini', 'unknown-model', 404, google(404, 'NOT_FOUND', 'models/gemini-9 is not found for API version v1main')],
    [
      'Groq, a model that was retired',
      'unknown-model',
      400,
      openai(
        'The model `llama2-70b-4096` has been decommissioned and is no longer supported.',
        'invalid_request_error',
        'model_decommissioned',
      ),
    ],
    ['xAI', 'unknown-model', 400, { code: 'Client specified an invalid argument', error: 'Model not found: grok-9' }],
    ['Ollama', 'unknown-model', 404, openai('model "x" not found, try pulling it first', 'api_error')],
    [
      'vLLM',
      'unknown-model',
      404,
      { object: 'error', message: 'The model `x` does not exist.', type: 'NotFoundError', param: null, code: 404 },
    ],
    [
      'LM Studio, nothing loaded',
      'unknown-model',
      404,
      openai(
        "No models loaded. Please load a model in the developer page or use the 'lms load' command.",
        'invalid_request_error',
        'model_not_found',
      ),
    ],
    ['a gateway that answers 503', 'unknown-model', 503, openai('The model x does not exist', null, 'model_not_found')],
    ['LM Studio, another path', 'bad-address', 200, { error: 'Unexpected endpoint or method. (POST /chat/completions)' }],
    [
      'a web server',
      'bad-address',
      404,
      '<html><title>Error</title><body><pre>Cannot POST /v1/v1/chat/completions</pre></body></html>',
    ],
    ['OpenAI, another path', 'bad-address', 404, openai('Invalid URL (POST /v1/v1/chat/completions)', 'invalid_request_error')],
    // The provider's own trouble.
    ['Anthropic', 'provider-failed', 529, anthropic('overloaded_error', 'Overloaded')],
    ['Gemini', 'provider-failed', 503, google(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.')],
    ['llama.cpp, loading', 'provider-failed', 503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }],
    ['Ollama', 'provider-failed', 500, { error: 'an error was encountered while running the model: unexpected EOF' }],
    [
      'LM Studio, a crash',
      'provider-failed',
      400,
      { error: 'The model has crashed without additional information. (Exit code: 6)' },
    ],
    ['OpenRouter, in a 200', 'provider-failed', 200, { error: { code: 502, message: 'upstream is gone' } }],
    ['a proxy', 'provider-failed', 502, '<html><title>502 Bad Gateway</title></html>'],
    // Faults of the request itself: none of the above, however similar the words look.
    [
      'OpenAI, context',
      'rejected',
      400,
      openai(
        "This model's maximum context length is 8192 tokens",
        'invalid_request_error',
        'context_length_exceeded',
        'messages',
      ),
    ],
    [
      'OpenAI, a setting',
      'rejected',
      400,
      openai(
        "Unsupported value: 'temperature' does not support 0.7 with this model.",
        'invalid_request_error',
        'unsupported_value',
        'temperature',
      ),
    ],
    ['Groq, a limit', 'rejected', 400, openai('max_tokens for `x` must be less than or equal to 8000', 'invalid_request_error')],
    ['LM Studio, a format', 'rejected', 400, { error: "'response_format.type' must be 'json_schema' or 'text'" }],
    ['Anthropic, a field', 'rejected', 400, anthropic('invalid_request_error', 'max_tokens: Field required')],
    [
      'Anthropic, a plan without long prompts',
      'rejected',
      429,
      anthropic('rate_limit_error', 'Extra usage is required for long context requests.'),
    ],
    [
      'llama.cpp, a grammar',
      'rejected',
      400,
      { error: { code: 400, message: 'Failed to parse grammar', type: 'invalid_request_error' } },
    ],
    [
      'DeepSeek, a body',
      'rejected',
      400,
      openai('Failed to deserialize the JSON body into the target type: messages[0]', 'invalid_request_error'),
    ],
    ['a schema with a token', 'rejected', 400, openai('Invalid token in JSON schema at property key', 'invalid_request_error')],
    ['a proxy, a body', 'rejected', 413, '<html><title>413 Request Entity Too Large</title></html>'],
  ] as readonly (readonly [service: string, means: FailureClass, status: number, body: unknown, said?: Said])[]
).map(([service, means, status, body, said = {}]) => ({ service, means, status, body, said }));

describe('an error response', () => {
  it.each(ROWS)('of $service means $means (status $status)', ({ means, status, body, said }) => {
    const classified = classify(status, body, said);
    expect(classified.means).toBe(means);
    if ('waitMs' in said) expect(classified.waitMs).toBe(said.waitMs);
  });

  it('is of each class somewhere in the table', () => {
    expect(FAILURE_CLASSES.filter((each) => !ROWS.some(({ means }) => means === each))).toEqual([]);
  });

  it.each(ROWS.filter(({ means, body }) => (means === 'unusable-reply' || means === 'refusal') && !Array.isArray(body)))(
    'of $service means $means inside a 200 response too',
    ({ means, body }) => expect(classify(200, body).means).toBe(means),
  );

  it('gives a useful message for any headers and body, and never throws', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('1e300', '-1', 'NaN', '0', '9'.repeat(400), 'Infinity', '99999-01-01', '1m'.repeat(900), '1783252805000'),
      fc.double().map(String),
    );
    const body = fc.oneof(
      fc.anything(),
      fc.record({ error: fc.anything() }),
      fc.constantFrom(...ROWS.map((row) => row.body)),
      odd.map((text) => ({
        error: {
          message: `Rate limit reached: per day. Please try again in ${text}s. Limit ${text}, Requested ${text}`,
          details: [{ retryDelay: text }],
        },
      })),
    );
    const endpoint = { provider: 'gemini', modelId: 'm', baseUrl: 'http://x', scrub: (text: string) => text, nowMs: NOW };
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), body, odd, odd, (status, said, retryAfter, reset) => {
        const headers: Readonly<Record<string, string>> = {
          'retry-after': retryAfter,
          'x-ratelimit-limit': reset,
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': reset,
        };
        const failure = new ResponseFailure(status, said, { get: (name) => headers[name] ?? null });
        const classified = classifyFailure(failure, NOW, () => 100);
        const error = responseToProviderError(failure, classified, endpoint);
        expect(error.message.length).toBeLessThan(3_000);
        for (const ms of [classified.waitMs ?? 0, error.retryAfterMs ?? 0, error.availableAtMs ?? 0]) {
          expect(ms >= 0 && Number.isFinite(ms)).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
