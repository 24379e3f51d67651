import { isJsonSchema } from '../../offline/schema-instruction.js';
import { membersOf } from './check-well-formed.js';
import { checkOpenAiModel } from './openai-models.js';
import { checkRange, refuse } from './openai-refusals.js';

// The members of `CreateChatCompletionRequest`: https://github.com/openai/openai-openapi
const KNOWN: ReadonlySet<string> = new Set(
  (
    'messages model audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens metadata ' +
    'modalities moderation n parallel_tool_calls prediction presence_penalty prompt_cache_key prompt_cache_options ' +
    'prompt_cache_retention reasoning_effort response_format safety_identifier seed service_tier stop store stream stream_options ' +
    'temperature tool_choice tools top_logprobs top_p user verbosity web_search_options'
  ).split(' '),
);
const MOST_STOPS = 4;
const ROLES = ['system', 'assistant', 'user', 'function', 'tool', 'developer'];

/** Refuses a request that OpenAI's chat completions refuse. @throws ApiFailure 400 */
export function checkChatRequest(body: unknown): void {
  const members = membersOf(body);
  const unknown = Object.keys(members).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) refuse(`Unrecognized request argument supplied: ${unknown}`);
  if (typeof members['model'] !== 'string' || members['model'] === '') refuse('you must provide a model parameter');
  checkRange(members, 'temperature', 'decimal', [0, 2]);
  checkRange(members, 'top_p', 'decimal', [0, 1]);
  checkRange(members, 'presence_penalty', 'decimal', [-2, 2]);
  checkRange(members, 'frequency_penalty', 'decimal', [-2, 2]);
  checkRange(members, 'n', 'integer', [1, 128]);
  checkRange(members, 'seed', 'integer', [-(2 ** 63), 2 ** 63]);
  checkRange(members, 'max_tokens', 'integer', [1, Infinity]);
  checkRange(members, 'max_completion_tokens', 'integer', [1, Infinity]);
  if (members['max_tokens'] !== undefined && members['max_completion_tokens'] !== undefined) {
    refuse("Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.");
  }
  if (members['stream_options'] !== undefined && members['stream'] !== true) {
    refuse("The 'stream_options' parameter is only allowed when 'stream' is enabled.", 'stream_options');
  }
  const { stop } = members;
  if (Array.isArray(stop) && stop.length > MOST_STOPS) {
    refuse(
      `Invalid 'stop': array too long. Expected an array with maximum length ${MOST_STOPS}, but got an array with length ${stop.length} instead.`,
      'stop',
      'array_above_max_length',
    );
  }
  checkTurns(members['messages']);
  const format = members['response_format'];
  checkOpenAiModel(members['model'], {
    members,
    effort: members['reasoning_effort'],
    effortName: 'reasoning_effort',
    format: isJsonSchema(format) ? format['type'] : undefined,
    maxTokensName: members['max_tokens'] === undefined ? 'max_completion_tokens' : 'max_tokens',
    maxTokens: members['max_tokens'] ?? members['max_completion_tokens'],
    onResponses: false,
    text: JSON.stringify(members['messages']),
  });
}

function checkTurns(messages: unknown): void {
  if (!Array.isArray(messages)) refuse("Missing required parameter: 'messages'.", 'messages', 'missing_required_parameter');
  if (messages.length === 0) {
    refuse(
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      'messages',
      'empty_array',
    );
  }
  const called = new Set<unknown>();
  messages.forEach((message: unknown, index) => {
    const at = `messages[${index}]`;
    const { role, content, tool_calls: calls, tool_call_id: id } = isJsonSchema(message) ? message : {};
    if (typeof role !== 'string' || !ROLES.includes(role)) {
      const known = `${ROLES.slice(0, -1)
        .map((each) => `'${each}'`)
        .join(', ')}, and 'developer'`;
      refuse(`Invalid value: '${String(role)}'. Supported values are: ${known}.`, `${at}.role`, 'invalid_value');
    }
    if (content === undefined || (content === null && !(role === 'assistant' && Array.isArray(calls)))) {
      refuse(`Invalid value for 'content': expected a string, got null.`, `${at}.content`);
    }
    if (Array.isArray(content) && content.length === 0)
      refuse(`Invalid '${at}.content': empty array.`, `${at}.content`, 'empty_array');
    if (Array.isArray(calls)) for (const call of calls) if (isJsonSchema(call)) called.add(call['id']);
    if (role === 'tool' && !called.has(id)) {
      refuse(
        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
        `${at}.role`,
      );
    }
  });
}
