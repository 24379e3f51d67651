import { isJsonSchema } from '../../offline/schema-instruction.js';
import { membersOf } from './check-well-formed.js';
import { checkOpenAiModel } from './openai-models.js';
import { checkRange, refuse } from './openai-refusals.js';

// The members of `CreateResponse`: https://github.com/openai/openai-openapi
const KNOWN: ReadonlySet<string> = new Set(
  (
    'background context_management conversation include input instructions max_output_tokens max_tool_calls metadata model moderation ' +
    'parallel_tool_calls previous_response_id prompt prompt_cache_key prompt_cache_options prompt_cache_retention reasoning ' +
    'safety_identifier service_tier store stream stream_options temperature text tool_choice tools top_logprobs top_p truncation user'
  ).split(' '),
);
const MOVED: Readonly<Record<string, string>> = {
  max_tokens: 'max_output_tokens',
  max_completion_tokens: 'max_output_tokens',
  response_format: 'text.format',
  reasoning_effort: 'reasoning.effort',
  messages: 'input',
};
const LEAST_OUTPUT_TOKENS = 16;
const PARTS = {
  user: ['input_text', 'input_image', 'input_file'],
  assistant: ['output_text', 'refusal'],
} as const;

/** Refuses a request that OpenAI's responses refuse. @throws ApiFailure 400 */
export function checkResponsesRequest(body: unknown): void {
  const members = membersOf(body);
  for (const name of Object.keys(members)) {
    if (KNOWN.has(name)) continue;
    const moved = MOVED[name];
    if (moved === undefined) refuse(`Unknown parameter: '${name}'.`, name, 'unknown_parameter');
    refuse(
      `Unsupported parameter: '${name}'. In the Responses API, this parameter has moved to '${moved}'.`,
      name,
      'unsupported_parameter',
    );
  }
  const { model, input } = members;
  if (typeof model !== 'string' || model === '')
    refuse("Missing required parameter: 'model'.", 'model', 'missing_required_parameter');
  checkRange(members, 'temperature', 'decimal', [0, 2]);
  checkRange(members, 'top_p', 'decimal', [0, 1]);
  checkRange(members, 'max_output_tokens', 'integer', [LEAST_OUTPUT_TOKENS, Infinity]);
  if (input === undefined) refuse("Missing required parameter: 'input'.", 'input', 'missing_required_parameter');
  if (Array.isArray(input)) {
    if (input.length === 0) {
      refuse("Invalid 'input': empty array. Expected an array with minimum length 1.", 'input', 'empty_array');
    }
    input.forEach((item: unknown, index) => checkItem(item, `input[${index}]`));
  }
  const { reasoning, text } = members;
  const format = isJsonSchema(text) && isJsonSchema(text['format']) ? text['format']['type'] : undefined;
  checkOpenAiModel(model, {
    members,
    effort: isJsonSchema(reasoning) ? (reasoning['effort'] ?? undefined) : undefined,
    effortName: 'reasoning.effort',
    format,
    maxTokensName: 'max_output_tokens',
    maxTokens: members['max_output_tokens'],
    onResponses: true,
    text: JSON.stringify(input),
  });
}

function checkItem(item: unknown, at: string): void {
  if (!isJsonSchema(item)) refuse(`Invalid type for '${at}': expected an input item.`, at, 'invalid_type');
  if ((item['type'] ?? 'message') !== 'message') return;
  const { role, content } = item;
  if (role !== 'user' && role !== 'assistant' && role !== 'system' && role !== 'developer') {
    refuse(
      `Invalid value: '${String(role)}'. Supported values are: 'assistant', 'system', 'developer', and 'user'.`,
      `${at}.role`,
      'invalid_value',
    );
  }
  if (typeof content === 'string') return;
  if (!Array.isArray(content))
    refuse(`Missing required parameter: '${at}.content'.`, `${at}.content`, 'missing_required_parameter');
  const known: readonly unknown[] = PARTS[role === 'assistant' ? 'assistant' : 'user'];
  content.forEach((part: unknown, index) => {
    const type = isJsonSchema(part) ? part['type'] : undefined;
    if (known.includes(type)) return;
    const names = known.map((each) => `'${String(each)}'`).join(', ');
    refuse(`Invalid value: '${String(type)}'. Supported values are: ${names}.`, `${at}.content[${index}]`, 'invalid_value');
  });
}
